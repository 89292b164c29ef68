import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { formatNumber, numberStyle } from '../ui/numbers.ts'
import { Table, type Column } from '../ui/Table.tsx'
import { formatSize } from '../ui/sizes.ts'

type Backup = Output<'backup.make'>

type Props = { backups: Backup[]; onSelect: (fileName: string) => void }

export function BackupTable({ backups, onSelect }: Props) {
  const { t } = useTranslation()
  const [selected, setSelected] = useState<number | null>(null)
  const columns = useBackupColumns()
  return (
    <Table
      label={t('backup.list.title')}
      name="backups"
      columns={columns}
      rows={backups}
      keyOf={(backup) => backup.id}
      selected={selected}
      onSelect={(backup) => {
        setSelected(backup.id)
        onSelect(backup.fileName)
      }}
      total={{ count: backups.length, isExact: true }}
      empty={<EmptyState icon="save" text={t('backup.list.empty')} />}
      foot={<span aria-live="polite">{t('backup.list.count', { count: backups.length })}</span>}
    />
  )
}

function useBackupColumns(): Column<Backup>[] {
  const { t, i18n } = useTranslation()
  return useMemo(() => {
    const style = numberStyle(i18n.language)
    return [
      {
        key: 'madeAt',
        label: t('backup.list.madeAt'),
        widthPx: 150,
        cell: (backup) => <span className="number">{displayInstant(backup.madeAt)}</span>,
      },
      {
        key: 'proven',
        label: t('backup.list.proven'),
        widthPx: 140,
        cell: (backup) =>
          backup.provenAt ? (
            <Chip tone="good" icon="check">
              {t('backup.list.isProven')}
            </Chip>
          ) : (
            <Chip tone="warn" icon="warning">
              {t('backup.list.notProven')}
            </Chip>
          ),
      },
      {
        key: 'size',
        label: t('backup.list.size'),
        widthPx: 104,
        align: 'end',
        cell: (backup) => formatSize(backup.size, style),
      },
      {
        key: 'fileCount',
        label: t('backup.list.fileCount'),
        widthPx: 96,
        align: 'end',
        cell: (backup) => formatNumber(backup.fileCount, style),
      },
      {
        key: 'fileName',
        label: t('backup.list.fileName'),
        widthPx: 230,
        grows: true,
        cell: (backup) => backup.fileName,
      },
    ]
  }, [t, i18n.language])
}
