import { useTranslation } from 'react-i18next'
import type { CardStanding } from '../../shared/readers/contract.ts'
import { Icon, type IconName } from '../ui/icons.tsx'

const icons: Record<CardStanding, IconName> = {
  valid: 'check',
  expired: 'history',
  suspended: 'lock',
  none: 'close',
}

/** How a card stands, by shape and word. */
export function StandingChip({ standing }: { standing: CardStanding }) {
  const { t } = useTranslation()
  return (
    <span className={`reader-standing ${standing}`}>
      <Icon name={icons[standing]} />
      {t(`readers.standings.${standing}`)}
    </span>
  )
}
