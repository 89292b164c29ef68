import type { Permission } from '../../shared/users/rules.ts'
import { useSession } from './session-context.ts'

/** Asks the grants that came with the session; the engine asks its own again. */
export function useCan(): (wanted: Permission | 'signed_in') => boolean {
  const { permissions } = useSession()
  return (wanted) => wanted === 'signed_in' || permissions.includes(wanted)
}
