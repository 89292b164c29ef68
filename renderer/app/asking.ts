import { useCallback } from 'react'
import type { OperationFailure } from '../ui/Failure.tsx'
import { useEngine } from './engine.tsx'
import type { Answer, Input, OperationName, Output, Refusal } from './operation-types.ts'

/** Carries a refusal through TanStack Query, which knows only thrown errors. */
export class Refused extends Error {
  readonly failure: OperationFailure
  constructor(failure: OperationFailure) {
    super(`${failure.operation}: ${failure.code}`)
    this.failure = failure
  }
}

/** Results are named, not inferred: written out over every operation they exceed what the compiler prints. */
type Call = <Name extends OperationName, Value = Output<Name>>(
  operation: Name,
  input: Input<Name>,
) => Promise<Answer<Name, Value>>

/** The reply as the contract types it; the engine parsed the input, tests parse the outputs. */
export function useCall(): Call {
  const { call } = useEngine()
  return useCallback(
    async <Name extends OperationName, Value = Output<Name>>(
      operation: Name,
      input: Input<Name>,
    ): Promise<Answer<Name, Value>> => {
      const reply = await call(operation, input)
      return reply.ok
        ? { ok: true, value: reply.value as Value }
        : { ok: false, error: { ...reply.error, operation } as Refusal<Name> }
    },
    [call],
  )
}

/** For TanStack Query: the value, or the refusal thrown. */
export async function askFor<Name extends OperationName>(
  call: Call,
  operation: Name,
  input: Input<Name>,
): Promise<unknown> {
  const answer = await call(operation, input)
  if (!answer.ok) throw new Refused(answer.error)
  return answer.value
}

export function failureOf<Name extends OperationName>(error: Error | null): Refusal<Name> | null {
  return error instanceof Refused ? (error.failure as Refusal<Name>) : null
}

export function queryKeyOf(operation: OperationName, input: unknown) {
  return [...operation.split('.'), input]
}
