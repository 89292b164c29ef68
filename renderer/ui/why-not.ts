import { createContext, use } from 'react'

type WhyNot = (act: string | undefined) => string | null

/** Why an act cannot be done where this page is open; null where it can. */
export const WhyNotContext = createContext<WhyNot>(() => null)

export function useWhyNot(): WhyNot {
  return use(WhyNotContext)
}
