/** What one sender may ask of this instance; an office of a hundred libraries behind one address stays well below. */
export type Limits = {
  requestsPerMinute: number
  /** Enrolments and sign-ins, which somebody might try to guess. */
  guessesPerMinute: number
  /** From the first byte of a request to its last; what came of an upload by then is kept. */
  requestTimeoutMs: number
}

export const usualLimits: Limits = { requestsPerMinute: 600, guessesPerMinute: 20, requestTimeoutMs: 120_000 }

const minuteMs = 60_000
const mostSenders = 50_000

/** A bucket for each sender that fills evenly; null, or in how many seconds there is room again. */
export function throttle(perMinute: number, nowMs: () => number) {
  const buckets = new Map<string, { left: number; at: number }>()
  return (sender: string): number | null => {
    const now = nowMs()
    const bucket = buckets.get(sender) ?? { left: perMinute, at: now }
    const left = Math.min(perMinute, bucket.left + (Math.max(0, now - bucket.at) / minuteMs) * perMinute)
    // Whoever floods with ever new names costs no more memory than this.
    if (buckets.size >= mostSenders) buckets.clear()
    if (left < 1) {
      buckets.set(sender, { left, at: now })
      return Math.ceil(((1 - left) / perMinute) * 60)
    }
    buckets.set(sender, { left: left - 1, at: now })
    return null
  }
}
