/** What one engine keeps of its own answers; the key names all that an answer depends on, so none grows stale. */
export type Remember = <Value>(key: string, compute: () => Promise<Value>) => Promise<Value>

/** The entry asked for longest ago makes room. */
export function createMemory(entries: number): Remember {
  const known = new Map<string, unknown>()
  return async function remembered<Value>(key: string, compute: () => Promise<Value>): Promise<Value> {
    const value = known.has(key) ? (known.get(key) as Value) : await compute()
    known.delete(key)
    known.set(key, value)
    const [oldest] = known.keys()
    if (known.size > entries && oldest !== undefined) known.delete(oldest)
    return value
  }
}
