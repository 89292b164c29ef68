import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table } from '../ui/Table.tsx'
import { usePreview } from '../ui/use-preview.ts'
import { EntryPreview } from './EntryPreview.tsx'
import { JournalFilters } from './JournalFilters.tsx'
import { useJournalColumns } from './use-journal-columns.tsx'
import { useJournalFilters } from './use-journal-filters.ts'

export function JournalListPage() {
  const { t } = useTranslation()
  const number = useNumberText()
  const can = useCan()
  const navigate = useNavigate()
  const { filters, set, clear } = useJournalFilters()
  const entries = usePages('journal.list', filters)
  const columns = useJournalColumns()
  const [selected, setSelected] = useState<number | null>(null)
  const preview = usePreview()
  const current = entries.rows.find((row) => row.id === selected)
  const isFiltered = Object.values(filters).some((value) => value !== null)
  const shown = number(entries.rows.length)

  return (
    <div className="page filled">
      <PageHeader title={t('journal.list.title')} hint={t('journal.list.hint')}>
        {can('journal.verify') && (
          <Link className="button" to="/journal/verify">
            <Icon name="shield" />
            {t('journal.list.verify')}
          </Link>
        )}
        <IconButton
          icon="panel"
          label={t('journal.list.preview')}
          shortcut="F4"
          aria-pressed={preview.isShown}
          onClick={preview.toggle}
        />
      </PageHeader>
      <JournalFilters filters={filters} onChange={set} onClear={clear} />
      <Failure of={entries.failure} />
      <div className="split">
        <Table
          label={t('journal.list.title')}
          name="journal"
          columns={columns}
          rows={entries.rows}
          keyOf={(row) => row.id}
          selected={selected}
          onSelect={(row) => setSelected(row.id)}
          onOpen={(row) => void navigate(`/journal/${row.id}`)}
          hasMore={entries.hasMore}
          onMore={entries.more}
          isLoading={entries.isStarting && !entries.failure}
          empty={
            <EmptyState
              icon="history"
              text={t(isFiltered ? 'journal.list.nothingFound' : 'journal.list.empty')}
            >
              {isFiltered && <Button onClick={clear}>{t('journal.filters.clear')}</Button>}
            </EmptyState>
          }
          foot={
            <span aria-live="polite">
              {t(entries.hasMore ? 'journal.list.shownMore' : 'journal.list.shown', {
                count: entries.rows.length,
                shown,
              })}
            </span>
          }
        />
        {preview.isShown && current && <EntryPreview row={current} />}
      </div>
    </div>
  )
}
