import { useTranslation } from 'react-i18next'
import type { Standing } from '../../shared/network/contract.ts'
import { Chip } from '../ui/Chip.tsx'

const looks = {
  met: { tone: 'good', icon: 'check' },
  not_met: { tone: 'bad', icon: 'warning' },
  unknown: { tone: 'plain', icon: 'info' },
} as const

/** Not known looks like neither of the others. */
export function StandingChip({ standing }: { standing: Standing }) {
  const { t } = useTranslation()
  return <Chip {...looks[standing]}>{t(`network.standings.${standing}`)}</Chip>
}
