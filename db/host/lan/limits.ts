/** How much one PC may ask before it is told to wait, and how it waits after wrong passwords. */
export type Limits = {
  /** Whether one more request is taken now. */
  takes(address: string): boolean
  /** How long this PC has to wait before a password is looked at again; 0 for not at all. */
  waitMs(address: string): number
  /** One more wrong password from there. */
  failed(address: string): void
}

/** A page with all its files and first questions is some eighty requests; a scanner comes to a few a second. */
const burst = 400
const perSecond = 40
/** People mistype; from here on each wrong password doubles the wait. */
const freeTries = 5
const firstWaitMs = 2000
const longestWaitMs = 15 * 60_000
/** Whoever was quiet for this long begins anew. */
const forgetAfterMs = 30 * 60_000
/** More PCs than a library has; the ones heard of least lately are forgotten first. */
const mostAddresses = 1000

type Known = { tokens: number; seenMs: number; failures: number; failedMs: number }

export function createLimits(nowMs: () => number): Limits {
  const knownByAddress = new Map<string, Known>()

  function known(address: string): Known {
    const now = nowMs()
    const before = knownByAddress.get(address) ?? { tokens: burst, seenMs: now, failures: 0, failedMs: 0 }
    const elapsedMs = Math.max(0, now - before.seenMs)
    const after = {
      ...before,
      tokens: Math.min(burst, before.tokens + (elapsedMs / 1000) * perSecond),
      seenMs: now,
      failures: now - before.failedMs > forgetAfterMs ? 0 : before.failures,
    }
    knownByAddress.delete(address)
    knownByAddress.set(address, after)
    const [oldest] = knownByAddress.keys()
    if (knownByAddress.size > mostAddresses && oldest !== undefined) knownByAddress.delete(oldest)
    return after
  }

  return {
    takes(address) {
      const here = known(address)
      if (here.tokens < 1) return false
      here.tokens -= 1
      return true
    },
    waitMs(address) {
      const { failures, failedMs } = known(address)
      if (failures < freeTries) return 0
      const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - freeTries))
      return Math.max(0, failedMs + wait - nowMs())
    },
    failed(address) {
      const here = known(address)
      here.failures += 1
      here.failedMs = nowMs()
    },
  }
}
