import type { CommandSpec, Contract, JobSpec, QuerySpec } from './contract.ts'
import * as contracts from './module-contracts.ts'

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

export type AnySpec = { kind: 'query' | 'command' | 'job'; spec: QuerySpec & Partial<CommandSpec & JobSpec> }

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
