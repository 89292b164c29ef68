import type { CommonError, ErrorsOf, InputOf, OutputOf } from '../../shared/contract.ts'
import type { CommandName, JobName, OperationName, QueryName, SpecOf } from '../../shared/contracts.ts'
import type { OperationFailure } from '../ui/Failure.tsx'

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

/** Queries that answer any stretch of a list by its offset. */
export type RowsName = {
  [Name in QueryName]: Input<Name> extends { offset?: number | undefined }
    ? Output<Name> extends { rows: unknown[]; total: Total }
      ? Name
      : never
    : never
}[QueryName]
export type RowsInput<Name extends RowsName> = Omit<Input<Name>, 'offset' | 'limit'>
export type RowIn<Name extends RowsName> = Output<Name> extends { rows: (infer Row)[] } ? Row : never
export type Total = { count: number; isExact: boolean }

export type { CommandName, JobName, OperationName, QueryName }
