import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { FilePackage } from '../../shared/preservation/packages-contract.ts'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { formatSize } from '../ui/sizes.ts'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { CheckPackageDialog } from './CheckPackageDialog.tsx'
import { PackageSide } from './PackageSide.tsx'
import { PreservationTabs } from './PreservationTabs.tsx'

/** What was packed for others, and whether it is known to have arrived. */
export function PackageListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const packages = usePages('preservation.packages', {})
  const [selected, setSelected] = useState<number | null>(null)
  const [isChecking, setChecking] = useState(false)
  const columns = useColumns()
  const current = packages.rows.find(({ id }) => id === selected) ?? packages.rows[0]
  return (
    <div className="page filled">
      <PageHeader title={t('preservation.packages.title')} hint={t('preservation.packages.hint')}>
        {can('preservation.write') && (
          <Button does="preservation.checkPackage" icon="check" onClick={() => setChecking(true)}>
            {t('preservation.packages.check')}
          </Button>
        )}
      </PageHeader>
      <PreservationTabs />
      <Failure of={packages.failure} />
      <div className="split">
        <Table
          label={t('preservation.packages.title')}
          name="preservation.packages"
          columns={columns}
          rows={packages.rows}
          keyOf={({ id }) => id}
          selected={current?.id ?? null}
          onSelect={({ id }) => setSelected(id)}
          hasMore={packages.hasMore}
          onMore={packages.more}
          isLoading={packages.isStarting && !packages.failure}
          empty={<EmptyState icon="send" text={t('preservation.packages.empty')} />}
        />
        {current && <PackageSide key={current.id} sent={current} />}
      </div>
      {isChecking && <CheckPackageDialog onClose={() => setChecking(false)} />}
    </div>
  )
}

function useColumns(): Column<FilePackage>[] {
  const { t, i18n } = useTranslation()
  const number = useNumberText()
  return useMemo(() => {
    const style = numberStyle(i18n.language)
    return [
      { key: 'code', label: t('preservation.packages.code'), widthPx: 116, cell: ({ code }) => code },
      {
        key: 'title',
        label: t('preservation.packages.title1'),
        widthPx: 160,
        grows: true,
        cell: ({ title }) => title,
      },
      {
        key: 'state',
        label: t('preservation.packages.state'),
        widthPx: 190,
        cell: ({ receivedBy }) =>
          receivedBy === null ? (
            <Chip icon="pause">{t('preservation.packages.waiting')}</Chip>
          ) : (
            <Chip tone="good" icon="check">
              {t('preservation.packages.received', { by: receivedBy })}
            </Chip>
          ),
      },
      {
        key: 'files',
        label: t('preservation.packages.files'),
        widthPx: 70,
        align: 'end',
        cell: ({ files }) => number(files),
      },
      {
        key: 'bytes',
        label: t('preservation.packages.bytes'),
        widthPx: 98,
        align: 'end',
        cell: ({ bytes }) => formatSize(bytes, style),
      },
      {
        key: 'madeAt',
        label: t('preservation.packages.madeAt'),
        widthPx: 148,
        cell: ({ madeAt }) => displayInstant(madeAt),
      },
    ]
  }, [t, i18n.language, number])
}
