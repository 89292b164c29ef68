import { useTranslation } from 'react-i18next'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { numberStyle } from '../ui/numbers.ts'
import { PropertyList } from '../ui/PropertyList.tsx'
import { formatSize } from '../ui/sizes.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { VolumeStateChip } from './VolumeStateChip.tsx'

const shownRuns = 3

export function VolumeFacts({ volume }: { volume: Output<'preservation.volume'> }) {
  const { t, i18n } = useTranslation()
  const number = useNumberText()
  const style = numberStyle(i18n.language)
  const { kind, place, attachedAt, copies, bytes, capacityBytes, single, due, dueOn, runs, note } = volume
  const size = formatSize(bytes, style)
  const runLine = ({ at, matched, checked }: (typeof runs)[number]) =>
    `${displayInstant(at)}: ${number(matched)}/${number(checked)}`
  return (
    <PropertyList
      properties={[
        {
          key: 'state',
          label: t('preservation.volumeFields.state'),
          value: <VolumeStateChip volume={volume} />,
        },
        { key: 'attached', label: t('preservation.volumeFields.attached'), value: attachedAt },
        {
          key: 'kind',
          label: t('preservation.volumeFields.kind'),
          value: t(`preservation.volumeKinds.${kind}`),
        },
        { key: 'place', label: t('preservation.volumeFields.place'), value: place },
        { key: 'copies', label: t('preservation.volumeFields.copies'), value: number(copies) },
        {
          key: 'bytes',
          label: t('preservation.volumeFields.bytes'),
          value: capacityBytes === null ? size : `${size} / ${formatSize(capacityBytes, style)}`,
        },
        { key: 'single', label: t('preservation.volumeFields.single'), value: number(single) },
        { key: 'due', label: t('preservation.volumeFields.due'), value: number(due) },
        { key: 'dueOn', label: t('preservation.volumeFields.dueOn'), value: dueOn && displayDate(dueOn) },
        {
          key: 'runs',
          label: t('preservation.volume.runs'),
          value:
            runs.length === 0
              ? t('preservation.volume.noRuns')
              : runs.slice(0, shownRuns).map(runLine).join(' · '),
        },
        ...(note === '' ? [] : [{ key: 'note', label: t('preservation.volumeFields.note'), value: note }]),
      ]}
    />
  )
}
