import { createContext, use } from 'react'
import type { Me } from '../office/contract.ts'

export const PersonContext = createContext<Me | null>(null)

/** Who is signed in; pages are shown to nobody else. */
export function usePerson(): Me {
  const me = use(PersonContext)
  if (!me) throw new Error('nobody is signed in')
  return me
}

export function useIsAdministrator(): boolean {
  return usePerson().role === 'administrator'
}
