import { useTranslation } from 'react-i18next'
import type { SessionState, ShipmentRow } from '../../shared/rotation/contract.ts'
import { Chip } from '../ui/Chip.tsx'

const looks = {
  preparing: { tone: 'plain', icon: 'edit' },
  sent: { tone: 'warn', icon: 'forward' },
  there: { tone: 'good', icon: 'home' },
  closed: { tone: 'plain', icon: 'check' },
} as const
const sessionLooks = {
  planned: { tone: 'plain', icon: 'calendar' },
  done: { tone: 'good', icon: 'check' },
  dropped: { tone: 'plain', icon: 'close' },
} as const

export function ShipmentChip({ shipment }: { shipment: Pick<ShipmentRow, 'state' | 'isOverdue'> }) {
  const { t } = useTranslation()
  if (shipment.isOverdue)
    return (
      <Chip tone="bad" icon="warning">
        {t('rotation.states.overdue')}
      </Chip>
    )
  return <Chip {...looks[shipment.state]}>{t(`rotation.states.${shipment.state}`)}</Chip>
}

export function SessionChip({ state }: { state: SessionState }) {
  const { t } = useTranslation()
  return <Chip {...sessionLooks[state]}>{t(`rotation.sessionStates.${state}`)}</Chip>
}
