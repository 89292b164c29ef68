import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OperationFailure } from '../../renderer/ui/Failure.tsx'
import { officeHeader } from '../office/contract.ts'

/** Carries a refusal through TanStack Query, which knows only thrown errors. */
class Refused extends Error {
  readonly failure: OperationFailure

  constructor(code: string) {
    super(code)
    this.failure = { operation: 'ministry.office', code, details: {} }
  }
}

type Sent = { method: string; path: string; body?: unknown }

async function call({ method, path, body }: Sent): Promise<Response> {
  const isFile = body instanceof Blob
  const response = await fetch(`/office${path}`, {
    method,
    headers: {
      [officeHeader]: '1',
      ...(body === undefined
        ? {}
        : { 'Content-Type': isFile ? 'application/octet-stream' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused('no_connection')
  })
  if (response.ok) return response
  const answer: unknown = await response.json().catch(() => null)
  throw new Refused(codeIn(answer))
}

function codeIn(answer: unknown): string {
  const error = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : 'internal'
}

/** The service's answer as the contract types it. */
export function useAsked<Value>(path: string | null) {
  const { data, error, isLoading } = useQuery({
    queryKey: [path],
    enabled: path !== null,
    queryFn: async (): Promise<Value> =>
      (await call({ method: 'GET', path: path ?? '' })).json() as Promise<Value>,
  })
  return { value: data, failure: failureOf(error), isLoading }
}

function failureOf(error: unknown): OperationFailure | null {
  if (error === null) return null
  return error instanceof Refused
    ? error.failure
    : { operation: 'ministry.office', code: 'internal', details: {} }
}

/** One act at a time; after it everything on the page is asked anew. */
export function useAct() {
  const client = useQueryClient()
  const [failure, setFailure] = useState<OperationFailure | null>(null)
  const [isRunning, setRunning] = useState(false)
  async function run<Value>(sent: Sent): Promise<Value | null> {
    setRunning(true)
    setFailure(null)
    try {
      const value = (await (await call(sent)).json()) as Value
      await client.invalidateQueries()
      return value
    } catch (error) {
      setFailure(failureOf(error))
      return null
    } finally {
      setRunning(false)
    }
  }
  return { run, failure, isRunning, clear: () => setFailure(null) }
}
