import type { CommonError, Details, Failure } from '../shared/contract.ts'

/** A handler's declared "no"; dispatch turns it into a reply. */
export class Refusal extends Error {
  readonly failure: Failure
  /** Whether what the command wrote before refusing stays, as a counted wrong password must. */
  readonly keepsWrites: boolean
  constructor(failure: Failure, keepsWrites: boolean) {
    super(failure.code)
    this.failure = failure
    this.keepsWrites = keepsWrites
  }
}

/** Thrown inside a job, between two rows, once somebody has cancelled it. */
export class Cancelled extends Error {}

/** Why a data folder cannot be used; shown as a screen of its own. */
export const openProblems = [
  'newer_version',
  'put_back',
  'corrupt',
  'lost',
  'readonly_folder',
  'network_share',
  'cloud_folder',
  'in_use',
  'upgrade_failed',
  'upgrade_differs',
  'disk_full',
] as const
export type OpenProblem = (typeof openProblems)[number]

export class CannotOpen extends Error {
  readonly problem: OpenProblem
  readonly details: Details
  constructor(problem: OpenProblem, details: Details = {}, cause?: unknown) {
    super(problem, { cause })
    this.problem = problem
    this.details = details
  }
}

export type Fail<Code extends string> = {
  (code: Code | CommonError, details?: Details): never
  /** Refuses but commits what was written so far. */
  keeping(code: Code | CommonError, details?: Details): never
}

function refuse(code: string, details: Details = {}): never {
  throw new Refusal({ code, details }, false)
}
function refuseKeeping(code: string, details: Details = {}): never {
  throw new Refusal({ code, details }, true)
}
export const fail: Fail<string> = Object.assign(refuse, { keeping: refuseKeeping })

export function sqliteCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}

/** The common code for what SQLite reports; null for anything that is a fault of ours. */
export function storageFailure(error: unknown): CommonError | null {
  const code = sqliteCode(error)
  // The last one: no room for the file through which connections share the write-ahead log.
  if (['SQLITE_FULL', 'ENOSPC', 'SQLITE_IOERR_SHMSIZE'].includes(code)) return 'storage_full'
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES') return 'storage_readonly'
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) return 'storage_damaged'
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy'
  return null
}
