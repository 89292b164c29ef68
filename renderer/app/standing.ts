import { createContext, use, useSyncExternalStore } from 'react'

/**
 * How a page in the browser stands to the program: `here`; `stopped`, nothing answers any more;
 * `replaced`, another start of the program answers, which does not know this page. Served by another PC, the same two
 * ask for something else.
 */
export type Standing = 'here' | 'stopped' | 'replaced' | 'servedStopped' | 'servedReplaced'
export type StandingStore = {
  get: () => Standing
  set: (next: Standing) => void
  subscribe: (listener: () => void) => () => void
}

export function createStanding(): StandingStore {
  let standing: Standing = 'here'
  const listeners = new Set<() => void>()
  return {
    get: () => standing,
    set(next) {
      if (next === standing) return
      standing = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const StandingContext = createContext(createStanding())

export function useStanding(): Standing {
  const { subscribe, get } = use(StandingContext)
  return useSyncExternalStore(subscribe, get)
}
