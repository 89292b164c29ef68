type Run = { done: number; total: number | null; elapsedMs: number }

/** Time left at the present rate; nothing is foretold from less than three seconds or one in a hundred. */
export function remainingSeconds({ done, total, elapsedMs }: Run): number | null {
  if (total === null || elapsedMs < 3000 || done < total / 100 || done <= 0) return null
  return Math.ceil(((total - done) * elapsedMs) / done / 1000)
}
