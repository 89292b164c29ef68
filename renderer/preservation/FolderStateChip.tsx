import { useTranslation } from 'react-i18next'
import type { Folder } from '../../shared/preservation/contract.ts'
import { Chip } from '../ui/Chip.tsx'

/** How a folder stands by its last check; what is wrong comes before how far it was looked at. */
export function FolderStateChip({ folder: { state, tally } }: { folder: Pick<Folder, 'state' | 'tally'> }) {
  const { t } = useTranslation()
  const wrong = tally.bad + tally.gone
  if (state === 'lost')
    return (
      <Chip tone="warn" icon="warning">
        {t('preservation.states.lost')}
      </Chip>
    )
  if (state === 'new') return <Chip icon="file">{t('preservation.states.new')}</Chip>
  if (state === 'partial' || tally.waiting > 0)
    return (
      <Chip tone="warn" icon="history">
        {t('preservation.states.partial')}
      </Chip>
    )
  return wrong > 0 ? (
    <Chip tone="bad" icon="warning">
      {t('preservation.states.troubled')}
    </Chip>
  ) : (
    <Chip tone="good" icon="check">
      {t('preservation.states.sound')}
    </Chip>
  )
}
