import type { Refusal } from '../shared/sync/protocol.ts'
/** Thrown anywhere, answered in one place. */
export declare class RefusalError extends Error {
  readonly code: Refusal
  readonly status: number
  readonly headers: Record<string, string>
  constructor(
    code: Refusal,
    options?: {
      headers?: Record<string, string>
      message?: string
    },
  )
}
export declare function refuse(code: Refusal, options?: ConstructorParameters<typeof RefusalError>[1]): never
