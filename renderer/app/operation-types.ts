import type { CommonError, Contract, ErrorsOf, InputOf, OutputOf, QuerySpec } from '../../shared/contract.ts'
import type {
  CommandName,
  Contracts,
  JobName,
  ModuleName,
  OperationName,
  QueryName,
} from '../../shared/contracts.ts'
import type { OperationFailure } from '../ui/Failure.tsx'

type SpecIn<
  M extends ModuleName,
  Kind extends keyof Contract,
  Operation extends string,
> = Operation extends keyof Contracts[M][Kind] ? Contracts[M][Kind][Operation] : never

/** What the contract says of `module.operation`. */
type SpecOf<Name extends OperationName> = Name extends `${infer M extends ModuleName}.${infer Operation}`
  ? Extract<
      SpecIn<M, 'queries', Operation> | SpecIn<M, 'commands', Operation> | SpecIn<M, 'jobs', Operation>,
      QuerySpec
    >
  : never

export type Input<Name extends OperationName> = InputOf<SpecOf<Name>>
export type Output<Name extends OperationName> = OutputOf<SpecOf<Name>>
export type Refusal<Name extends OperationName> = OperationFailure<ErrorsOf<SpecOf<Name>> | CommonError>
export type Answer<Name extends OperationName, Value = Output<Name>> =
  | { ok: true; value: Value }
  | { ok: false; error: Refusal<Name> }

/** Queries that answer a page of rows and the cursor of the next. */
export type PagesName = {
  [Name in QueryName]: Output<Name> extends { rows: unknown[]; next: string | null } ? Name : never
}[QueryName]
export type PagesInput<Name extends PagesName> = Omit<Input<Name>, 'cursor' | 'limit'>
export type RowOf<Name extends PagesName> = Output<Name> extends { rows: (infer Row)[] } ? Row : never

export type { CommandName, JobName, OperationName, QueryName }
