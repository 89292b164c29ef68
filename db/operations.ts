import type * as z from 'zod'
import { specByName, type AnySpec } from '../shared/contracts.ts'
import type { Json } from '../shared/contract.ts'
import type { ChunkContext, CommandContext, JobContext, QueryContext } from './context.ts'
import { handlers } from './handlers.ts'

/** An operation as dispatch sees it: name, rules and handler, their exact types already checked in handlers.ts. */
export type Operation = { name: string; spec: AnySpec['spec'] } & (
  | { kind: 'query'; run: (input: unknown, context: QueryContext<string>) => unknown }
  | { kind: 'command'; run: (input: unknown, context: CommandContext<string>) => unknown }
  | { kind: 'job'; job: JobHandlers }
)
export type JobHandlers = {
  run: (input: unknown, context: JobContext<string, Json>) => Promise<Json>
  apply?: (chunk: Json, context: ChunkContext) => Promise<{ bulk: Json }>
  leavesRows?: true
  leavesRowsFor?: (chunk: Json) => boolean
  takeBack?: (context: ChunkContext) => Promise<boolean>
}

type HandlersByKind = Record<string, Record<string, Record<string, unknown>>>
const plurals = { query: 'queries', command: 'commands', job: 'jobs' } as const

function withHandler([name, { kind, spec }]: [string, AnySpec]): [string, Operation] {
  const [module = '', verb = ''] = name.split('.')
  const handler = (handlers as HandlersByKind)[module]?.[plurals[kind]]?.[verb]
  const body = kind === 'job' ? { job: handler } : { run: handler }
  return [name, { name, kind, spec, ...body } as Operation]
}

export const operations: ReadonlyMap<string, Operation> = new Map([...specByName].map(withHandler))

/** Which fields are wrong and how; never what was typed. */
export function issuesOf(error: z.ZodError): Json {
  return error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.map(String).join('.'), code: issue.code }))
}
