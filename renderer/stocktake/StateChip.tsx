import { useTranslation } from 'react-i18next'
import type { StocktakeState } from '../../shared/stocktake/contract.ts'
import { Chip } from '../ui/Chip.tsx'
import type { IconName } from '../ui/icons.tsx'

const looks: Record<StocktakeState, ['plain' | 'good' | 'warn', IconName]> = {
  planned: ['plain', 'calendar'],
  open: ['good', 'barcode'],
  paused: ['warn', 'pause'],
  closing: ['warn', 'history'],
  closed: ['plain', 'check'],
  signed: ['good', 'lock'],
}

export function StateChip({ state }: { state: StocktakeState }) {
  const { t } = useTranslation()
  const [tone, icon] = looks[state]
  return (
    <Chip tone={tone} icon={icon}>
      {t(`stocktake.states.${state}`)}
    </Chip>
  )
}
