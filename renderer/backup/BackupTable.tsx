import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptBackup } from '../../shared/backup/contract.ts'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { formatNumber, numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { Table, type Column } from '../ui/Table.tsx'

type Props = {
  backups: KeptBackup[]
  isLoading: boolean
  selected: number | null
  onSelect: (backup: KeptBackup) => void
}

export function BackupTable({ backups, isLoading, selected, onSelect }: Props) {
  const { t } = useTranslation()
  const columns = useBackupColumns()
  const leaving = backups.filter(({ reasons }) => reasons.length === 0).length
  return (
    <Table
      label={t('backup.list.title')}
      name="backups"
      columns={columns}
      rows={backups}
      keyOf={({ id }) => id}
      selected={selected}
      onSelect={onSelect}
      isLoading={isLoading}
      total={{ count: backups.length, isExact: true }}
      empty={<EmptyState icon="save" text={t('backup.list.empty')} />}
      foot={
        <span aria-live="polite">
          {t('backup.list.count', { count: backups.length })}
          {leaving > 0 && ` · ${t('backup.list.leaving', { count: leaving })}`}
        </span>
      }
    />
  )
}

function StateChip({ backup }: { backup: KeptBackup }) {
  const { t } = useTranslation()
  const { fault, provenAt } = backup
  if (fault)
    return (
      <Chip tone="bad" icon="warning">
        {t(`backup.faults.${fault}`)}
      </Chip>
    )
  return provenAt ? (
    <Chip tone="good" icon="check">
      {t('backup.list.isProven')}
    </Chip>
  ) : (
    <Chip tone="warn" icon="warning">
      {t('backup.list.notProven')}
    </Chip>
  )
}

function useBackupColumns(): Column<KeptBackup>[] {
  const { t, i18n } = useTranslation()
  return useMemo(() => {
    const style = numberStyle(i18n.language)
    return [
      {
        key: 'madeAt',
        label: t('backup.list.madeAt'),
        widthPx: 156,
        cell: ({ madeAt }) => <span className="number">{displayInstant(madeAt)}</span>,
      },
      {
        key: 'proven',
        label: t('backup.list.proven'),
        widthPx: 148,
        cell: (backup) => <StateChip backup={backup} />,
      },
      {
        key: 'reasons',
        label: t('backup.list.reasons'),
        widthPx: 190,
        grows: true,
        cell: ({ reasons, heldFor }) =>
          heldFor
            ? t('backup.list.held', { reason: heldFor })
            : reasons.length === 0
              ? t('backup.list.goes')
              : reasons.map((reason) => t(`backup.reasons.${reason}`)).join(', '),
      },
      {
        key: 'expiresOn',
        label: t('backup.list.expiresOn'),
        widthPx: 104,
        cell: ({ expiresOn }) => (expiresOn ? displayDate(expiresOn) : '–'),
      },
      {
        key: 'size',
        label: t('backup.list.size'),
        widthPx: 104,
        align: 'end',
        cell: ({ size }) => formatSize(size, style),
      },
      {
        key: 'fileCount',
        label: t('backup.list.fileCount'),
        widthPx: 80,
        align: 'end',
        cell: ({ fileCount }) => formatNumber(fileCount, style),
      },
      {
        key: 'isEncrypted',
        label: t('backup.list.encrypted'),
        widthPx: 84,
        cell: ({ isEncrypted }) => t(isEncrypted ? 'backup.list.isEncrypted' : 'backup.list.isPlain'),
      },
      {
        key: 'fileName',
        label: t('backup.list.fileName'),
        widthPx: 250,
        cell: ({ fileName }) => fileName,
      },
    ]
  }, [t, i18n.language])
}
