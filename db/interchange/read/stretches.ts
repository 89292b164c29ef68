import type { Entry } from './entry.ts'
import { gathered } from './gathered.ts'
import { Ledger } from './ledger.ts'

const chunkSize = 65_536

/** Reads what is complete from the beginning of `bytes`, everything where they are the last; says how far it came. */
export type ReadStretches = (bytes: Buffer, ledger: Ledger, isLast: boolean) => number

/**
 * Leads a reader through a file, with no more of it in memory than what is not complete yet. Where the source fails
 * (a stick pulled out), what came before is read as a file that ends there, and then the failure is thrown on.
 */
export async function* entriesOf(
  bytes: AsyncIterable<Uint8Array>,
  read: ReadStretches,
): AsyncGenerator<Entry[]> {
  const ledger = new Ledger()
  let rest: Buffer = Buffer.alloc(0)
  let failure: { error: unknown } | null = null
  // Where much is unfinished, as much again must come before another look at it is worth while.
  const enough = () => Math.max(chunkSize, rest.length)
  try {
    for await (const chunk of gathered(bytes, enough)) {
      const buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      rest = buffer.subarray(read(buffer, ledger, false))
      const batch = ledger.take()
      if (batch.length > 0) yield batch
    }
  } catch (error) {
    failure = { error }
  }
  read(rest, ledger, true)
  const batch = ledger.end()
  if (batch.length > 0) yield batch
  if (failure) throw failure.error
}
