/** What one sender may ask of this instance; an office of a hundred libraries behind one address stays well below. */
export type Limits = {
  requestsPerMinute: number
  /** Enrolments and sign-ins, which somebody might try to guess. */
  guessesPerMinute: number
  /** From the first byte of a request to its last; what came of an upload by then is kept. */
  requestTimeoutMs: number
}
export declare const usualLimits: Limits
/** A bucket for each sender that fills evenly; null, or in how many seconds there is room again. */
export declare function throttle(perMinute: number, nowMs: () => number): (sender: string) => number | null
