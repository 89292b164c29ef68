import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Failure } from '../../renderer/ui/Failure.tsx'
import { Figure } from '../../renderer/ui/Figure.tsx'
import { Hash } from '../../renderer/ui/Hash.tsx'
import { InlineSelect } from '../../renderer/ui/InlineSelect.tsx'
import { PageHeader } from '../../renderer/ui/PageHeader.tsx'
import { PropertyList } from '../../renderer/ui/PropertyList.tsx'
import { Table, type Column } from '../../renderer/ui/Table.tsx'
import { displayInstant } from '../../shared/dates.ts'
import { textKeyOf } from '../../shared/indicators/formulas.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { FigureRow, PackageRecord } from '../office/contract.ts'
import { useAsked } from './asking.ts'
import { inListOrder } from './list-order.ts'
import { useStandingText } from './standing.ts'
import { usePeriodName } from './period-name.ts'

function isChanged({ before, value, status }: FigureRow): boolean {
  return before === null || before.value !== value || before.status !== status
}

/** One package: its figures, and what they were in the number before. */
export function PackagePage() {
  const { t } = useTranslation()
  const { hash = '' } = useParams()
  const nameOf = usePeriodName()
  const [only, setOnly] = useState('')
  const [selected, setSelected] = useState<string | null>(null)
  const columns = useColumns()
  const standing = useStandingText()
  const { value: record, failure } = useAsked<PackageRecord>(`/packages/${hash}`)
  if (!record) return <Failure of={failure} />
  const figures = inListOrder(record.figures)
  const changed = record.beforeHash === null ? [] : figures.filter(isChanged)
  return (
    <div className="page filled">
      <PageHeader
        title={t('ministry.package.title', { period: nameOf(record), revision: record.revision })}
        back={{ to: `/libraries/${record.libraryId}`, label: record.libraryName }}
      >
        <a className="button plain" href={`/office/packages/${hash}/receipt`} download>
          {t('ministry.package.downloadReceipt')}
        </a>
      </PageHeader>
      <PropertyList
        properties={[
          {
            key: 'outcome',
            label: t('ministry.library.outcome'),
            value: standing(record),
          },
          { key: 'signed', label: t('ministry.package.signedAt'), value: displayInstant(record.signedAt) },
          {
            key: 'received',
            label: t('ministry.reports.columns.receivedAt'),
            value: displayInstant(record.receivedAt),
          },
          { key: 'key', label: t('ministry.package.key'), value: <Hash value={record.keyFingerprint} /> },
          {
            key: 'hash',
            label: t('ministry.package.hash'),
            value: <Hash value={record.hash} isWhole />,
            isWide: true,
          },
        ]}
      />
      {record.beforeHash && (
        <div className="row">
          <InlineSelect
            label={t('ministry.package.show')}
            value={only}
            emptyLabel={t('ministry.package.all', { count: record.figures.length })}
            options={[{ value: 'changed', label: t('ministry.package.changed', { count: changed.length }) }]}
            onChange={setOnly}
          />
        </div>
      )}
      <Table
        label={t('ministry.package.figures')}
        name="ministry.figures"
        columns={columns}
        keyOf={({ code }) => code}
        rows={only === 'changed' ? changed : figures}
        selected={selected}
        onSelect={({ code }) => setSelected(code)}
        empty={t('ministry.package.noFigures')}
      />
    </div>
  )
}

function useColumns(): Column<FigureRow>[] {
  const { t } = useTranslation()
  const nameOf = (code: string) =>
    t(runtimeKey(`indicators.names.${textKeyOf(code)}`), { defaultValue: code })
  return [
    { key: 'code', label: t('ministry.totals.columns.code'), widthPx: 96, cell: ({ code }) => code },
    {
      key: 'name',
      label: t('ministry.totals.columns.name'),
      widthPx: 280,
      grows: true,
      cell: ({ code }) => nameOf(code),
    },
    {
      key: 'version',
      label: t('ministry.package.version'),
      widthPx: 90,
      align: 'end',
      cell: ({ version }) => version,
    },
    {
      key: 'before',
      label: t('ministry.package.before'),
      widthPx: 140,
      align: 'end',
      cell: ({ before, code }) =>
        before && <Figure value={before.value} status={before.status} isOfficial label={nameOf(code)} />,
    },
    {
      key: 'value',
      label: t('ministry.package.value'),
      widthPx: 140,
      align: 'end',
      cell: ({ value, status, code }) => (
        <Figure value={value} status={status} isOfficial label={nameOf(code)} />
      ),
    },
    {
      key: 'changed',
      label: t('ministry.package.change'),
      widthPx: 90,
      cell: (row) => (row.before !== null && isChanged(row) ? t('ministry.package.isChanged') : ''),
    },
  ]
}
