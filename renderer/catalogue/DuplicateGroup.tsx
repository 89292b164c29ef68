import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TitleRow } from '../../shared/catalogue/contract.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { titleText } from './title-text.ts'

type Props = { titles: TitleRow[]; by: 'isbn' | 'title'; onMerge: () => void }

export function DuplicateGroup({ titles, by, onMerge }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const [first] = titles
  if (!first) return null
  const name = by === 'isbn' ? first.isbn : titleText(first)
  return (
    <section className="card" aria-label={name}>
      <div className="row">
        <h2>{name}</h2>
        <span className="soft">{t('catalogue.duplicates.count', { shown: number(titles.length) })}</span>
        <span className="spacer" />
        {can('catalogue.write') && <Button onClick={onMerge}>{t('catalogue.duplicates.merge')}</Button>}
      </div>
      <ul className="duplicate-titles">
        {titles.map((title) => (
          <li key={title.id}>
            <Link to={`/catalogue/${title.id}`}>{titleText(title)}</Link>
            <span className="soft">
              {[title.authors || title.responsibility, title.publisher, title.publishedYear]
                .filter(Boolean)
                .join(', ')}
            </span>
            <span className="soft">{t('catalogue.duplicates.copies', { shown: number(title.copies) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
