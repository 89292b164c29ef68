import { useTranslation } from 'react-i18next'
import type { ImportProfile } from '../../shared/interchange/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useQuery } from '../app/operations.ts'
import type { Looked } from './use-column-map.ts'
import { fittingProfile } from './fitting-profile.ts'
import type { OperationFailure } from '../ui/Failure.tsx'

export type KnownProfile = { id: number | null; code: string; profile: ImportProfile }
export type Profiles = {
  own: KnownProfile[]
  ready: KnownProfile[]
  isReady: boolean
  failure: OperationFailure | null
  nameOf: (known: KnownProfile) => string
  /** What fits a file that was looked into. */
  suggested: (found: Looked | null) => KnownProfile | undefined
}

/** The library's own profiles, and those that come with the program. */
export function useProfiles(): Profiles {
  const { t } = useTranslation()
  const { value, failure } = useQuery('interchange.profiles', {})
  const all: KnownProfile[] = value ?? []
  const own = all.filter(({ id }) => id !== null)
  const ready = all.filter(({ id }) => id === null)
  return {
    own,
    ready,
    isReady: value !== undefined,
    failure,
    nameOf: ({ code, profile }) =>
      code === ''
        ? profile.name
        : t(runtimeKey(`interchange.profiles.${code}`), { defaultValue: profile.name }),
    suggested: (found) => (found === null ? undefined : fittingProfile(found, { own, ready })),
  }
}
