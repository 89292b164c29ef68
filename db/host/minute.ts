const everyMs = 60_000
const acts = new Set<() => void>()
let timer: NodeJS.Timeout | undefined

/**
 * What is done though nobody asks, all of it at one wake-up a minute: between two of them a PC where nobody works has
 * nothing to do for us. Keeps nobody from quitting. Answers what ends it.
 */
export function everyMinute(act: () => void): () => void {
  acts.add(act)
  timer ??= setInterval(() => acts.forEach((each) => each()), everyMs).unref()
  return () => {
    acts.delete(act)
    if (acts.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}
