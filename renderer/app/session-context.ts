import { createContext, use } from 'react'
import type { Output } from './operation-types.ts'

export type Session = Output<'users.session'>

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession is called outside the session')
  return session
}
