import { useTranslation } from 'react-i18next'
import type { Period } from '../../shared/reports/contract.ts'
import { Chip } from '../ui/Chip.tsx'

const looks = {
  open: { tone: 'plain', icon: 'edit' },
  checked: { tone: 'warn', icon: 'check' },
  signed: { tone: 'good', icon: 'lock' },
} as const

export function PeriodChip({ state }: { state: Period['state'] }) {
  const { t } = useTranslation()
  return <Chip {...looks[state]}>{t(`reports.states.${state}`)}</Chip>
}
