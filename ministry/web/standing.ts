import { useTranslation } from 'react-i18next'
import type { PackageRow } from '../office/contract.ts'

/** Where a package stands today: what was counted when it came may have given way to a newer number. */
export function useStandingText(): (row: Pick<PackageRow, 'isCounted' | 'outcome'>) => string {
  const { t } = useTranslation()
  return ({ isCounted, outcome }) => {
    if (isCounted)
      return t(outcome === 'mapped' ? 'ministry.library.countedMapped' : 'ministry.library.counted')
    return t(`ministry.outcomes.${outcome === 'accepted' || outcome === 'mapped' ? 'superseded' : outcome}`)
  }
}
