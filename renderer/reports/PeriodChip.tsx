import { useTranslation } from 'react-i18next'
import type { Period } from '../../shared/reports/contract.ts'
import { Chip } from '../ui/Chip.tsx'

const looks = {
  open: { tone: 'plain', icon: 'edit' },
  handedOver: { tone: 'plain', icon: 'forward' },
  checked: { tone: 'warn', icon: 'check' },
  signed: { tone: 'good', icon: 'lock' },
} as const

export function PeriodChip({ state, handedOverAt }: Pick<Period, 'state' | 'handedOverAt'>) {
  const { t } = useTranslation()
  const look = state === 'open' && handedOverAt !== null ? 'handedOver' : state
  return <Chip {...looks[look]}>{t(`reports.states.${look}`)}</Chip>
}
