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
  #held: Entry | null = null
  #finished: Entry[] = []
  #lead = 0
  /** Nothing has followed the last entry yet. */
  #isOpen = false

  /** Bytes that say nothing. */
  gap(length: number): void {
    if (length > 0) this.#isOpen = false
    if (this.#held) this.#held.length += length
    else this.#lead += length
  }

  record(length: number, record: MarcRecord, problems: ReadProblem[]): void {
    this.#hold({ kind: 'record', at: 0, length, record, problems })
  }

  /** Junk right behind junk is one stretch, however many pieces a reader sees it in. */
  unread(stretch: Uint8Array, problem: ReadProblem, length = stretch.length): void {
    const before = this.#isOpen && this.#held?.kind === 'unread' ? this.#held : null
    if (before && problem.code === 'junk' && before.problem.code === 'junk') {
      before.length += length
      if (before.bytes.length < keptBytes) before.bytes = beginningOf(Buffer.concat([before.bytes, stretch]))
      return
    }
    this.#hold({ kind: 'unread', at: 0, length, bytes: beginningOf(stretch), problem })
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
    this.#isOpen = true
  }
}

/** Copied, since a view would keep the whole chunk in memory for as long as somebody keeps the entry. */
function beginningOf(stretch: Uint8Array): Uint8Array {
  return Uint8Array.from(stretch.subarray(0, keptBytes))
}
