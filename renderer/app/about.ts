import { useQuery } from '@tanstack/react-query'
import type { About } from '../../shared/about.ts'
import type { Served } from '../../shared/door.ts'
import { noPolicies, type Policies, type PolicyField } from '../../shared/policies.ts'
import { useEngine } from './engine.tsx'

/** The installed program; undefined while it is asked, null where the page runs in a browser. */
export function useAbout(): About | null | undefined {
  const { door } = useEngine()
  return useQuery({ queryKey: ['about'], queryFn: () => door.about() }).data
}

/** The PC that serves this page; null on that PC itself, undefined while it is asked. */
export function useServed(): Served | null | undefined {
  const { door } = useEngine()
  return useQuery({ queryKey: ['served'], queryFn: () => door.served() }).data
}

/** What whoever looks after this PC fixed or offers; undefined while it is asked. */
export function usePolicies(): Policies | undefined {
  const about = useAbout()
  return about === undefined ? undefined : (about?.policies ?? noPolicies)
}

/** What a field is filled in with beforehand, the fixed before the offered. */
export function policyValue<Name extends PolicyField>({ fixed, offered }: Policies, name: Name) {
  return fixed[name] ?? offered[name]
}
