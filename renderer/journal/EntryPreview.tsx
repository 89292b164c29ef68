import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RowOf } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { EntryFacts } from './EntryFacts.tsx'
import { EntryRows } from './EntryRows.tsx'
import { useEntryWords } from './use-entry-words.ts'

/** The chosen entry beside the list. */
export function EntryPreview({ row }: { row: RowOf<'journal.list'> }) {
  const { t } = useTranslation()
  const { sentence } = useEntryWords()
  const { value: entry, failure } = useQuery('journal.entry', { id: row.id })
  return (
    <aside className="preview" aria-label={t('journal.list.preview')}>
      <h2>{sentence(row)}</h2>
      <Failure of={failure} />
      {entry && <EntryRows entry={entry} />}
      <EntryFacts entry={row} isNarrow />
      <div className="actions">
        <Link className="button" to={`/journal/${row.id}`}>
          {t('journal.entry.open')}
        </Link>
      </div>
    </aside>
  )
}
