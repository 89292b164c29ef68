import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { EntryFacts } from './EntryFacts.tsx'
import { EntryRows } from './EntryRows.tsx'
import { useEntryWords } from './use-entry-words.ts'

export function EntryPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const id = Number(useParams().id)
  const { sentence } = useEntryWords()
  const { value: entry, failure } = useQuery('journal.entry', { id })
  const title = t('journal.entry.title', { id })
  useShortcut('Escape', () => void navigate(-1))
  return (
    <div className="page">
      <PageHeader
        title={title}
        {...(entry ? { hint: sentence(entry) } : {})}
        back={{ to: '/journal', label: t('journal.list.title') }}
      />
      <Failure of={failure} />
      {entry && (
        <>
          <section className="card">
            <EntryFacts entry={entry} />
          </section>
          <section className="card">
            <h2>{t('journal.entry.rows')}</h2>
            <EntryRows entry={entry} />
          </section>
        </>
      )}
    </div>
  )
}
