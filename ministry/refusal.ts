import type { Refusal } from '../shared/sync/protocol.ts'

const statuses: Record<Refusal, number> = {
  wrong_signature: 401,
  replayed: 401,
  not_enrolled: 401,
  unknown_library: 403,
  revoked: 403,
  code_used: 409,
  code_unknown: 404,
  not_a_package: 422,
  package_altered: 422,
  package_too_new: 422,
  from_the_future: 422,
  too_large: 413,
  conflict: 409,
  offset_mismatch: 409,
  storage_full: 507,
  throttled: 429,
  bad_request: 400,
  not_found: 404,
  internal: 500,
}

/** For who reads an answer with curl or in a log; programs go by the code. */
const messages: Record<Refusal, string> = {
  wrong_signature:
    'The signature does not fit the request. Check that the library uses the key it enrolled with.',
  replayed: 'This very request came before. Send it again with a new nonce.',
  not_enrolled: 'No library is enrolled with this key. Enrol with a one-time code.',
  unknown_library: 'The package is of another library than its key.',
  revoked: 'The enrolment of this key was revoked. Ask the receiver for a new code.',
  code_used: 'The code was used by another key. Ask the receiver for a new code.',
  code_unknown: 'There is no such code. Check each sign, or ask the receiver for a new code.',
  not_a_package: 'The file is no package of Kho Sách.',
  package_altered: 'The package was changed or damaged on its way. Send it again from its beginning.',
  package_too_new: 'The package was made by a newer version than this receiver knows. It must be updated.',
  from_the_future: 'The period has not ended by the clock of the receiver.',
  too_large: 'The request is larger than any package.',
  conflict: 'It was decided otherwise in the meantime.',
  offset_mismatch: 'The upload stands elsewhere. Ask where with HEAD, and go on from there.',
  storage_full: 'The receiver has no room left. Keep the package and send it again later.',
  throttled: 'Too many requests. Wait as long as Retry-After says.',
  bad_request: 'The request is not as the protocol says.',
  not_found: 'Nothing is there.',
  internal: 'The receiver failed. Keep the package and send it again later.',
}

/** Thrown anywhere, answered in one place. */
export class RefusalError extends Error {
  readonly code: Refusal
  readonly status: number
  readonly headers: Record<string, string>

  constructor(code: Refusal, options: { headers?: Record<string, string>; message?: string } = {}) {
    super(options.message ?? messages[code])
    this.code = code
    this.status = statuses[code]
    this.headers = options.headers ?? {}
  }
}

export function refuse(code: Refusal, options?: ConstructorParameters<typeof RefusalError>[1]): never {
  throw new RefusalError(code, options)
}
