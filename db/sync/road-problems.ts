import { RefusalAnswer, type Refusal } from '../../shared/sync/protocol.ts'
import type { RoadProblem } from '../../shared/sync/sending-contract.ts'

/** Something on the way went wrong; the page says it in words, the list of attempts keeps it. */
export class RoadBlocked extends Error {
  readonly problem: RoadProblem
  /** What the system or the receiver calls it. */
  readonly reason: string
  /** What the receiver called it, where it was the receiver. */
  readonly refusal: Refusal | null
  constructor(problem: RoadProblem, reason = '', refusal: Refusal | null = null) {
    super(problem)
    this.problem = problem
    this.reason = reason
    this.refusal = refusal
  }
}

const unreachable =
  /^(ENOTFOUND|EAI_AGAIN|EAI_FAIL|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL)$/
const timedOut = /TIMEOUT|TIMEDOUT/
const certificate = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED|HOSTNAME_MISMATCH|ERR_TLS_|INVALID_CA)/

/** What Node, OpenSSL and undici call it, in the few words people can act on. */
export function blockedBy(error: unknown): RoadBlocked {
  if (error instanceof RoadBlocked) return error
  const { code, message } = innermost(error)
  if (/proxy/i.test(message)) return new RoadBlocked('proxy_refused')
  if (unreachable.test(code)) return new RoadBlocked('unreachable')
  if (timedOut.test(code)) return new RoadBlocked('timed_out')
  if (certificate.test(code)) return new RoadBlocked('certificate_wrong', code)
  // What answers is no encrypted server: mostly the page of a network that wants a sign-in.
  if (/^(EPROTO|ERR_SSL_|HPE_)/.test(code)) return new RoadBlocked('sign_in_page')
  return new RoadBlocked('cut_off', code || message)
}

function innermost(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: '' }
  const inner = error.cause ?? (error instanceof AggregateError ? error.errors[0] : null)
  if (inner instanceof Error) return innermost(inner)
  return { code: 'code' in error ? String(error.code) : '', message: error.message }
}

const problemOf: Partial<Record<Refusal, RoadProblem>> = {
  unknown_library: 'sender_unknown',
  not_enrolled: 'sender_unknown',
  revoked: 'sender_unknown',
  wrong_signature: 'signature_refused',
  replayed: 'signature_refused',
  not_a_package: 'package_refused',
  package_altered: 'package_refused',
  package_too_new: 'package_refused',
  too_large: 'package_refused',
  conflict: 'package_refused',
  from_the_future: 'from_the_future',
  offset_mismatch: 'cut_off',
  storage_full: 'receiver_full',
  throttled: 'receiver_busy',
}

/** An answer that is no success: the receiver's own words, or somebody else's in its place. */
export function blockedByAnswer(status: number, body: string): RoadBlocked {
  const refusal = RefusalAnswer.safeParse(parsed(body)).data?.error
  if (refusal) {
    return new RoadBlocked(problemOf[refusal.code] ?? 'receiver_fault', refusal.message, refusal.code)
  }
  if (status === 407) return new RoadBlocked('proxy_refused')
  if (status === 429) return new RoadBlocked('receiver_busy')
  if (status >= 500 && status !== 511) return new RoadBlocked('receiver_fault', String(status))
  // Redirections, pages and refusals that are none of the protocol's.
  return new RoadBlocked('sign_in_page', String(status))
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
