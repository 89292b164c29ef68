import { expect } from 'vitest'
import type { CommonError, ErrorsOf, InputOf, Json, OutputOf } from '../../shared/contract.ts'
import type { Contracts, ModuleName, OperationName, SpecOf } from '../../shared/contracts.ts'
import type { FileTicket } from '../../shared/door.ts'
import type { Role } from '../../shared/users/rules.ts'

type Verbs<M extends ModuleName> = Contracts[M]['queries'] & Contracts[M]['commands'] & Contracts[M]['jobs']
type Part<T> = Json extends T
  ? T
  : T extends readonly (infer Each)[]
    ? readonly Part<Each>[]
    : T extends object
      ? { [K in keyof T]?: Part<T[K]> }
      : T

export type Caller = Role | 'stranger'
export type Step = { as: Caller; operation: OperationName; input: unknown }

/** A list that has these in it, whatever else it has. */
export function among<Each extends object>(...wanted: Each[]): Each[] {
  return expect.arrayContaining(wanted.map((each) => expect.objectContaining<object>(each)))
}

/** A step before the example's own call. */
export function by<N extends OperationName>(
  as: Caller,
  operation: N,
  input: InputOf<SpecOf<N>> | ((given: Given) => InputOf<SpecOf<N>>),
): Step {
  return { as, operation, input }
}

/** What an input may be made of when it cannot be written down beforehand. */
export type Given = { values: unknown[]; file: FileTicket }

type Call<N extends OperationName> = {
  name: string
  as: Caller
  input: InputOf<SpecOf<N>> | ((given: Given) => InputOf<SpecOf<N>>)
  before?: readonly Step[]
  /** SQL that another program runs on the file, for what no operation brings about. */
  upset?: readonly string[]
  /** A file the person hands in. */
  file?: () => Uint8Array
  /** In a folder where nobody has set up a library yet. */
  isFirstRun?: true
  /** All steps of one person come from one sign-in; a command line cannot do that. */
  holdsSession?: true
}
export type Example<N extends OperationName = OperationName> = Call<N> &
  ({ answers: Part<OutputOf<SpecOf<N>>> } | { refuses: ErrorsOf<SpecOf<N>> | CommonError })

/** At least one example of each operation; the suite adds: and of each declared error. */
export type ExamplesOf<M extends ModuleName> = {
  [Verb in keyof Verbs<M> & string]: readonly [
    Example<`${M}.${Verb}` & OperationName>,
    ...Example<`${M}.${Verb}` & OperationName>[],
  ]
}

/** Any example, once its input and answer have been checked against its operation. */
export type AnyExample = {
  name: string
  as: Caller
  operation: OperationName
  input: unknown
  before?: readonly Step[]
  upset?: readonly string[]
  file?: () => Uint8Array
  isFirstRun?: true
  holdsSession?: true
} & ({ answers: unknown } | { refuses: string })
