export type Turns = <Value>(signal: AbortSignal, ask: () => Promise<Value>) => Promise<Value>

/** At most so many questions under way, the newest next; one that nobody waits for any more is never sent. */
export function createTurns(limit: number): Turns {
  let underWay = 0
  const waiting: (() => void)[] = []
  return async (signal, ask) => {
    if (underWay < limit) underWay++
    else await new Promise<void>((begin) => waiting.push(begin))
    try {
      signal.throwIfAborted()
      return await ask()
    } finally {
      const next = waiting.pop()
      if (next) next()
      else underWay--
    }
  }
}
