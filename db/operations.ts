import type * as z from 'zod'
import { contracts } from '../shared/contracts.ts'
import type { CommandSpec, Contract, Json, QuerySpec } from '../shared/contract.ts'
import type { ChunkContext, CommandContext, JobContext, QueryContext } from './context.ts'
import { handlers } from './handlers.ts'

/** An operation as dispatch sees it: name, rules and handler, their exact types already checked in handlers.ts. */
export type Operation = { name: string; spec: QuerySpec & Partial<CommandSpec> } & (
  | { kind: 'query'; run: (input: unknown, context: QueryContext<string>) => unknown }
  | { kind: 'command'; run: (input: unknown, context: CommandContext<string>) => unknown }
  | { kind: 'job'; job: JobHandlers }
)
export type JobHandlers = {
  run: (input: unknown, context: JobContext<string, Json>) => Promise<Json>
  apply?: (chunk: Json, context: ChunkContext) => Promise<{ bulk: Json }>
  takeBack?: (context: ChunkContext) => Promise<boolean>
}

const kinds = { queries: 'query', commands: 'command', jobs: 'job' } as const

function listOperations(): Map<string, Operation> {
  const operations = new Map<string, Operation>()
  for (const [module, contract] of Object.entries<Contract>(contracts)) {
    for (const plural of ['queries', 'commands', 'jobs'] as const) {
      for (const [verb, spec] of Object.entries(contract[plural])) {
        const name = `${module}.${verb}`
        const handler = (handlers as Record<string, Record<string, Record<string, unknown>>>)[module]?.[
          plural
        ]?.[verb]
        const kind = kinds[plural]
        const body = kind === 'job' ? { job: handler } : { run: handler }
        operations.set(name, { name, spec, kind, ...body } as Operation)
      }
    }
  }
  return operations
}

export const operations: ReadonlyMap<string, Operation> = listOperations()

/** Which fields are wrong and how; never what was typed. */
export function issuesOf(error: z.ZodError): Json {
  return error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.map(String).join('.'), code: issue.code }))
}
