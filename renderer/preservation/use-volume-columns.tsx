import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Volume } from '../../shared/preservation/contract.ts'
import { Chip } from '../ui/Chip.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { VolumeStateChip } from './VolumeStateChip.tsx'

export function useVolumeColumns(): Column<Volume>[] {
  const { t, i18n } = useTranslation()
  const number = useNumberText()
  return useMemo(() => {
    const style = numberStyle(i18n.language)
    const count = (key: 'copies' | 'due' | 'single', widthPx: number): Column<Volume> => ({
      key,
      label: t(`preservation.volumeFields.${key}`),
      widthPx,
      align: 'end',
      cell: (volume) => (volume[key] === 0 && key !== 'copies' ? '' : number(volume[key])),
    })
    return [
      { key: 'code', label: t('preservation.volumeFields.code'), widthPx: 90, cell: ({ code }) => code },
      {
        key: 'name',
        label: t('preservation.volumeFields.name'),
        widthPx: 170,
        grows: true,
        cell: ({ name }) => name,
      },
      { key: 'place', label: t('preservation.volumeFields.place'), widthPx: 120, cell: ({ place }) => place },
      {
        key: 'state',
        label: t('preservation.volumeFields.state'),
        widthPx: 190,
        cell: (volume) => <VolumeStateChip volume={volume} />,
      },
      count('copies', 82),
      {
        key: 'bytes',
        label: t('preservation.volumeFields.bytes'),
        widthPx: 90,
        align: 'end',
        cell: ({ bytes }) => (bytes === 0 ? '' : formatSize(bytes, style)),
      },
      count('single', 122),
      count('due', 82),
      {
        key: 'dueOn',
        label: t('preservation.volumeFields.dueOn'),
        widthPx: 150,
        cell: (volume) => <DueText volume={volume} />,
      },
    ]
  }, [t, i18n.language, number])
}

function DueText({ volume: { dueOn, retiredOn } }: { volume: Volume }) {
  if (dueOn === null || retiredOn !== null) return null
  if (dueOn > isoDateAt(Date.now())) return <>{displayDate(dueOn)}</>
  return (
    <Chip tone="warn" icon="calendar">
      {displayDate(dueOn)}
    </Chip>
  )
}
