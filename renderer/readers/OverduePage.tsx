import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { LoanRow } from '../../shared/readers/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useJob, usePages } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ReaderTabs } from './ReaderTabs.tsx'
import { useCountingSite } from './use-counting-site.ts'

/** What should be back, with whom it is. */
export function OverduePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { options } = useCountingSite()
  const [siteId, setSiteId] = useState('')
  const site = siteId === '' ? null : Number(siteId)
  const filters = { state: 'overdue', siteId: site } as const
  const list = usePages('readers.loans', filters)
  const run = useJob('readers.exportLoans')
  const print = useJob('readers.printNotices')
  useSavedFile(print.output?.file, print.clear)
  const [selected, setSelected] = useState<number | null>(null)
  return (
    <div className="page filled">
      <PageHeader title={t('readers.overdue.title')} hint={t('readers.overdue.hint')}>
        {list.rows.length > 0 && (
          <ListExport run={run} onStart={(format) => void run.start({ filters, format })} />
        )}
        <Button
          kind="primary"
          icon="print"
          disabled={list.rows.length === 0 || print.isRunning}
          onClick={() => void print.start({ siteId: site, format: 'docx' })}
        >
          {t('readers.overdue.print')}
        </Button>
      </PageHeader>
      <ReaderTabs />
      <div className="row">
        <InlineSelect
          label={t('readers.counters.site')}
          value={siteId}
          options={options}
          emptyLabel={t('readers.overdue.allSites')}
          onChange={setSiteId}
        />
      </div>
      <JobProgress run={print} />
      <Failure of={list.failure} />
      <Table
        label={t('readers.overdue.title')}
        name="overdueLoans"
        columns={useColumns()}
        rows={list.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ readerId }) => readerId !== null && void navigate(`/readers/${readerId}`)}
        hasMore={list.hasMore}
        onMore={list.more}
        isLoading={list.isStarting && !list.failure}
        empty={<EmptyState icon="check" text={t('readers.overdue.empty')} />}
      />
    </div>
  )
}

function useColumns(): Column<LoanRow>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'reader',
        label: t('readers.columns.reader'),
        widthPx: 220,
        cell: ({ readerName, cardNumber }) => `${readerName} ${cardNumber}`,
      },
      { key: 'phone', label: t('readers.columns.phone'), widthPx: 120, cell: ({ phone }) => phone },
      {
        key: 'number',
        label: t('readers.columns.accessionNumber'),
        widthPx: 120,
        cell: ({ accessionNumber }) => accessionNumber,
      },
      {
        key: 'title',
        label: t('readers.columns.title'),
        widthPx: 280,
        grows: true,
        cell: ({ title }) => title,
      },
      {
        key: 'dueOn',
        label: t('readers.columns.dueOn'),
        widthPx: 100,
        cell: ({ dueOn }) => displayDate(dueOn),
      },
      {
        key: 'late',
        label: t('readers.columns.lateDays'),
        widthPx: 120,
        align: 'end',
        cell: ({ lateDays }) => number(lateDays),
      },
    ],
    [t, number],
  )
}
