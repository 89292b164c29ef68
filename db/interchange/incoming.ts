import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import type { CopyDraft, RunOptions } from '../../shared/interchange/contract.ts'

/** A record of a file with the copies it brings, or a stretch that gave none. */
export type Incoming = {
  /** Which of the run's files, from 0. */
  file: number
  /** Where it begins there: a byte, or a row of a table. */
  at: number
  length: number
  record: MarcRecord | null
  drafts: CopyDraft[]
  problems: { code: string; detail: string }[]
  /** Of a stretch that gave no record. */
  bytes?: Uint8Array
}

/** `encoding` is what `lettersText` wrote. */
export type ReadingOptions = Pick<RunOptions, 'profile' | 'sheet' | 'effectiveOn'> & { encoding: string }
