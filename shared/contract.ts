import type * as z from 'zod'
import type { Permission } from './users/rules.ts'

/** The grant an operation asks for; `anyone` also serves a PC where nobody has signed in. */
export type Grant = Permission | 'anyone' | 'signed_in'

export type QuerySpec = {
  can: Grant
  input: z.ZodType
  output: z.ZodType
  errors?: readonly string[]
  /** A count that other questions may come between; what is written meanwhile may be in a part of it only. */
  inPieces?: true
}

export type CommandSpec = QuerySpec & {
  /** Modules whose queries may answer differently after this command. */
  changes: readonly string[]
  /** Left out only for housekeeping that is no part of the library's history. */
  journal?: false
}

/** A job answers `{ jobId }` at once; its output arrives with the job's last event. */
export type JobSpec = Omit<CommandSpec, 'journal'> & {
  /** Fields of the input that are for the run alone: the list of runs keeps none of them. */
  unwritten?: readonly string[]
  /** Stops where somebody starts other work, and is done again later. */
  givesWay?: true
}

export type Contract = {
  queries: Record<string, QuerySpec>
  commands: Record<string, CommandSpec>
  jobs: Record<string, JobSpec>
}

type Filled<C extends Partial<Contract>> = {
  [K in keyof Contract]: C[K] extends object ? C[K] : Record<never, never>
}

export function defineContract<const C extends Partial<Contract>>(contract: C): Filled<C> {
  return { queries: {}, commands: {}, jobs: {}, ...contract } as Filled<C>
}

/** Refusals every operation may give, beside those it declares. */
export const commonErrors = [
  'invalid_input',
  'unknown_operation',
  'signed_out',
  'locked',
  'forbidden',
  'stale',
  'busy',
  'too_large',
  'seat_unknown',
  'foreign_origin',
  'foreign_host',
  'serving_pc_only',
  'rate_limited',
  'too_slow',
  'engine_lost',
  'cannot_open',
  'storage_full',
  'storage_readonly',
  'storage_damaged',
  'font_missing',
  'internal',
] as const
export type CommonError = (typeof commonErrors)[number]

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type Details = Record<string, Json>
export type Failure<Code extends string = string> = { code: Code; details: Details }
export type Reply<Value = unknown, Code extends string = string> =
  | { ok: true; value: Value }
  | { ok: false; error: Failure<Code> }

export type ErrorsOf<Spec extends QuerySpec> = Spec['errors'] extends readonly (infer Code extends string)[]
  ? Code
  : never
export type InputOf<Spec extends QuerySpec> = z.input<Spec['input']>
export type ParsedInputOf<Spec extends QuerySpec> = z.output<Spec['input']>
export type OutputOf<Spec extends QuerySpec> = z.output<Spec['output']>
export type ReplyOf<Spec extends QuerySpec> = Reply<OutputOf<Spec>, ErrorsOf<Spec> | CommonError>

/** One handler for each operation of a kind; a missing or surplus one does not compile. */
export type HandlersOf<
  Specs extends Record<string, QuerySpec>,
  ContextOf extends { [Name in keyof Specs]: unknown },
> = {
  [Name in keyof Specs]: (
    input: ParsedInputOf<Specs[Name]>,
    context: ContextOf[Name],
  ) => Promise<OutputOf<Specs[Name]>> | OutputOf<Specs[Name]>
}
