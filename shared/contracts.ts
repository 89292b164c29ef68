import { activities } from './activities/contract.ts'
import { backup } from './backup/contract.ts'
import { catalogue } from './catalogue/contract.ts'
import type { CommandSpec, Contract, QuerySpec } from './contract.ts'
import { cooperation } from './cooperation/contract.ts'
import { copies } from './copies/contract.ts'
import { demo } from './demo/contract.ts'
import { digitization } from './digitization/contract.ts'
import { drafts } from './drafts/contract.ts'
import { indicators } from './indicators/contract.ts'
import { inspection } from './inspection/contract.ts'
import { interchange } from './interchange/contract.ts'
import { jobs } from './jobs/contract.ts'
import { journal } from './journal/contract.ts'
import { labels } from './labels/contract.ts'
import { merger } from './merger/contract.ts'
import { preservation } from './preservation/contract.ts'
import { products } from './products/contract.ts'
import { readers } from './readers/contract.ts'
import { registers } from './registers/contract.ts'
import { reports } from './reports/contract.ts'
import { settings } from './settings/contract.ts'
import { stock } from './stock/contract.ts'
import { stocktake } from './stocktake/contract.ts'
import { sync } from './sync/contract.ts'
import { users } from './users/contract.ts'
import { weeding } from './weeding/contract.ts'

export const contracts = {
  activities,
  backup,
  catalogue,
  cooperation,
  copies,
  demo,
  digitization,
  drafts,
  indicators,
  inspection,
  interchange,
  jobs,
  journal,
  labels,
  merger,
  preservation,
  products,
  readers,
  registers,
  reports,
  settings,
  stock,
  stocktake,
  sync,
  users,
  weeding,
} satisfies Record<string, Contract>

export type Contracts = typeof contracts
export type ModuleName = keyof Contracts
type NamesIn<M extends ModuleName, Kind extends keyof Contract> = `${M}.${keyof Contracts[M][Kind] & string}`
export type QueryName = { [M in ModuleName]: NamesIn<M, 'queries'> }[ModuleName]
export type CommandName = { [M in ModuleName]: NamesIn<M, 'commands'> }[ModuleName]
export type JobName = { [M in ModuleName]: NamesIn<M, 'jobs'> }[ModuleName]
export type OperationName = QueryName | CommandName | JobName

type Verbs<M extends ModuleName> = Contracts[M]['queries'] & Contracts[M]['commands'] & Contracts[M]['jobs']

/** What the contract says of `module.operation`. */
export type SpecOf<Name extends OperationName> = Name extends `${infer M extends ModuleName}.${infer Verb}`
  ? Verb extends keyof Verbs<M>
    ? Extract<Verbs<M>[Verb], QuerySpec>
    : never
  : never

export type AnySpec = { kind: 'query' | 'command' | 'job'; spec: QuerySpec & Partial<CommandSpec> }

const kinds = { queries: 'query', commands: 'command', jobs: 'job' } as const

/** The same at run time, for those who serve operations by name. */
export const specByName: ReadonlyMap<string, AnySpec> = new Map(
  Object.entries<Contract>(contracts).flatMap(([module, contract]) =>
    (['queries', 'commands', 'jobs'] as const).flatMap((plural) =>
      Object.entries(contract[plural]).map(([verb, spec]) => [
        `${module}.${verb}`,
        { kind: kinds[plural], spec },
      ]),
    ),
  ) as [string, AnySpec][],
)
