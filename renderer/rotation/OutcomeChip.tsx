import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../shared/rotation/contract.ts'
import { Chip } from '../ui/Chip.tsx'

const looks = {
  away: { tone: 'plain', icon: 'forward' },
  returned: { tone: 'good', icon: 'check' },
  damaged: { tone: 'warn', icon: 'settings' },
  missing: { tone: 'bad', icon: 'warning' },
  transferred: { tone: 'plain', icon: 'forward' },
} as const

export function OutcomeChip({ outcome }: { outcome: Outcome | null }) {
  const { t } = useTranslation()
  const shown = outcome ?? 'away'
  return <Chip {...looks[shown]}>{t(`rotation.outcomes.${shown}`)}</Chip>
}
