import { useTranslation } from 'react-i18next'
import type { EquipmentState } from '../../shared/facilities/contract.ts'
import { Chip } from '../ui/Chip.tsx'

const looks = {
  working: { tone: 'good', icon: 'check' },
  broken: { tone: 'bad', icon: 'warning' },
  repair: { tone: 'warn', icon: 'settings' },
  retired: { tone: 'plain', icon: 'box' },
} as const

export function StateChip({ state }: { state: EquipmentState }) {
  const { t } = useTranslation()
  return <Chip {...looks[state]}>{t(`facilities.states.${state}`)}</Chip>
}
