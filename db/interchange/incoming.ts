import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import type { CopyDraft, RunOptions } from '../../shared/interchange/contract.ts'

/** A record of a file with the copies it brings, or a stretch that gave none. `at` is a byte, or the row of a table. */
export type Incoming = {
  at: number
  length: number
  record: MarcRecord | null
  drafts: CopyDraft[]
  problems: { code: string; detail: string }[]
  /** Of a stretch that gave no record. */
  bytes?: Uint8Array
}

export type ReadingOptions = Pick<RunOptions, 'profile' | 'sheet' | 'effectiveOn'> & { encoding: string }
