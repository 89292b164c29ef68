/** A report's figures take a while to be counted anew; meanwhile the next step must not be told that its version is old. */
const latest = new Map<number, number>()

type Versioned = { id: number; rev: number }

/** What an act of this window has made of a report, which its page does not show yet. */
export function noteRev({ id, rev }: Versioned): void {
  latest.set(id, rev)
}

export function latestRev({ id, rev }: Versioned): number {
  return Math.max(rev, latest.get(id) ?? 0)
}

/** Somebody else was there, or the library is another: what the page shows is what counts. */
export function forgetRev(id: number): void {
  latest.delete(id)
}
