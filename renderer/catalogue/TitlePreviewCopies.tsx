import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from '../app/operations.ts'
import { useNumberText } from '../ui/use-number-text.ts'

const shownAtMost = 8

/** Where the copies stand: what a reader at the desk wants to know. */
export function TitlePreviewCopies({ titleId }: { titleId: number }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const copies = useQuery('copies.search', { filters: { titleId }, limit: shownAtMost }).value
  if (!copies || copies.rows.length === 0) return null
  return (
    <section>
      <h3>{t('catalogue.list.copiesOf', { shown: number(copies.total.count) })}</h3>
      <ul className="preview-copies">
        {copies.rows.map((copy) => (
          <li key={copy.id}>
            <Link to={`/copies/${copy.id}`}>{copy.accessionNumber}</Link>
            <span>{[copy.storeName || copy.siteName, copy.shelf].filter(Boolean).join(' · ')}</span>
            {copy.status !== 'available' && (
              <span className="soft">{t(`copies.statuses.${copy.status}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
