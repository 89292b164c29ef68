import type { MarcRecord } from '../../../shared/catalogue/contract.ts'
import type { Entry, ReadProblem } from './entry.ts'

/** So much of an unread stretch is kept for people to look at. */
const keptBytes = 4096

/**
 * Accounts for every byte of a file: a reader says what it found next and how long it was, and where each entry
 * stands follows from that, so that none overlap and none leave a gap. What separates records (line breaks, wrapper
 * tags) belongs to the entry before it; before the first entry, to the first.
 */
export class Ledger {
  #at = 0
  #held: Entry | null = null
  #finished: Entry[] = []

  /** Bytes that say nothing. */
  gap(length: number): void {
    if (this.#held) this.#held.length += length
    else this.#lead += length
  }
  #lead = 0

  record(length: number, record: MarcRecord, problems: ReadProblem[]): void {
    this.#hold({ kind: 'record', at: this.#at, length, record, problems })
  }

  unread(stretch: Uint8Array, problem: ReadProblem, length = stretch.length): void {
    // Copied, since a view would keep the whole chunk in memory for as long as somebody keeps the entry.
    const bytes = Uint8Array.from(stretch.subarray(0, keptBytes))
    this.#hold({ kind: 'unread', at: this.#at, length, bytes, problem })
  }

  /** What is finished: all but the last entry, whose separators may still come. */
  take(): Entry[] {
    const entries = this.#finished
    this.#finished = []
    return entries
  }

  end(): Entry[] {
    if (!this.#held && this.#lead > 0) {
      const length = this.#lead
      this.#lead = 0
      this.unread(new Uint8Array(), { code: 'no_record', detail: '' }, length)
    }
    if (this.#held) this.#finished.push(this.#held)
    this.#held = null
    return this.take()
  }

  #hold(entry: Entry): void {
    if (this.#held) {
      this.#finished.push(this.#held)
      entry.at = this.#held.at + this.#held.length
    }
    entry.length += this.#lead
    this.#lead = 0
    this.#held = entry
  }
}
