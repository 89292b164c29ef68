import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupPlace } from '../../shared/backup/contract.ts'
import { displayInstant } from '../../shared/dates.ts'
import { Chip } from '../ui/Chip.tsx'
import { formatNumber, numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import type { Column } from '../ui/Table.tsx'
import { usePlaceName } from './use-place-name.ts'

/** Not plugged in is normal, until it has been so for too long. */
function PlaceChip({ place }: { place: BackupPlace }) {
  const { t } = useTranslation()
  const { problem, folder, isLate, lastCopyAt } = place
  if (problem && folder)
    return (
      <Chip tone="bad" icon="warning">
        {t(`backup.placeStates.${problem}`)}
      </Chip>
    )
  if (isLate)
    return (
      <Chip tone="warn" icon="warning">
        {t(lastCopyAt ? 'backup.placeStates.late' : 'backup.placeStates.none')}
      </Chip>
    )
  return folder ? (
    <Chip tone="good" icon="check">
      {t('backup.placeStates.there')}
    </Chip>
  ) : (
    <Chip>{t('backup.placeStates.absent')}</Chip>
  )
}

export function usePlaceColumns(): Column<BackupPlace>[] {
  const { t, i18n } = useTranslation()
  const placeName = usePlaceName()
  return useMemo(() => {
    const style = numberStyle(i18n.language)
    return [
      {
        key: 'name',
        label: t('backup.placeFields.name'),
        widthPx: 200,
        grows: true,
        cell: ({ name }) => placeName(name),
      },
      {
        key: 'state',
        label: t('backup.placeFields.state'),
        widthPx: 172,
        cell: (place) => <PlaceChip place={place} />,
      },
      {
        key: 'lastCopyAt',
        label: t('backup.placeFields.lastCopyAt'),
        widthPx: 156,
        cell: ({ lastCopyAt }) => (lastCopyAt ? displayInstant(lastCopyAt) : '–'),
      },
      {
        key: 'copies',
        label: t('backup.placeFields.copies'),
        widthPx: 76,
        align: 'end',
        cell: ({ copies }) => formatNumber(copies, style),
      },
      {
        key: 'bytes',
        label: t('backup.placeFields.bytes'),
        widthPx: 92,
        align: 'end',
        cell: ({ bytes }) => formatSize(bytes, style),
      },
      {
        key: 'freeBytes',
        label: t('backup.placeFields.freeBytes'),
        widthPx: 92,
        align: 'end',
        cell: ({ freeBytes }) => (freeBytes === null ? '–' : formatSize(freeBytes, style)),
      },
      {
        key: 'path',
        label: t('backup.placeFields.path'),
        widthPx: 240,
        cell: ({ folder, path }) => folder ?? path,
      },
    ]
  }, [t, i18n.language, placeName])
}
