import { useTranslation } from 'react-i18next'
import type { Volume } from '../../shared/preservation/contract.ts'
import { Chip } from '../ui/Chip.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** What is wrong on a disk is loud, wherever the disk is; a disk in a cupboard is nothing to worry about. */
export function VolumeStateChip({ volume }: { volume: Volume }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { retiredOn, mismatched, missing, unreadable, attachedAt, markedAt } = volume
  const bad = mismatched + missing + unreadable
  if (retiredOn !== null) return <Chip icon="pause">{t('preservation.volumes.retired')}</Chip>
  if (bad > 0)
    return (
      <Chip tone="bad" icon="warning">
        {t('preservation.volumes.bad', { count: bad, shown: number(bad) })}
      </Chip>
    )
  if (attachedAt !== null)
    return (
      <Chip tone="good" icon="check">
        {t('preservation.volumes.attached')}
      </Chip>
    )
  return markedAt === null ? (
    <Chip tone="warn" icon="edit">
      {t('preservation.volumes.unmarked')}
    </Chip>
  ) : (
    <Chip icon="lock">{t('preservation.volumes.away')}</Chip>
  )
}
