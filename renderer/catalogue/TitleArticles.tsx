import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Title } from '../../shared/catalogue/contract.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { titleText } from './title-text.ts'

const pageRows = 50
const limitAtMost = 200

/** Article analytics (bài trích) that stand in this title. */
export function TitleArticles({ title }: { title: Title }) {
  const { t } = useTranslation()
  const [limit, setLimit] = useState(pageRows)
  const mayWrite = useCan()('catalogue.write') && title.removedOn === null
  const { value, failure } = useQuery(
    'catalogue.search',
    { filters: { hostId: title.id }, sort: 'title', limit },
    { keepsPrevious: true },
  )
  const add = mayWrite && (
    <Link className="button" to={`/catalogue/new?host=${title.id}`}>
      {t('catalogue.articles.add')}
    </Link>
  )
  if (!value) return <Failure of={failure} />
  if (value.rows.length === 0)
    return (
      <EmptyState icon="file" text={t('catalogue.articles.empty')}>
        {add}
      </EmptyState>
    )
  return (
    <>
      <div className="actions">{add}</div>
      <ul className="plain-list">
        {value.rows.map((row) => (
          <li key={row.id}>
            <Link to={`/catalogue/${row.id}`}>{titleText(row)}</Link>{' '}
            <span className="soft">{[row.authors, row.publishedYear].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {value.total.count > value.rows.length && limit < limitAtMost && (
        <div className="actions">
          <Button onClick={() => setLimit(limitAtMost)}>{t('common.actions.more')}</Button>
        </div>
      )}
    </>
  )
}
