import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from '../app/operations.ts'
import { searchAddress } from '../catalogue/index.ts'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

const withoutCopies = { filters: { materials: ['book' as const], hasCopies: false } }
const comparedAtMost = 20

/** Records a cataloguer has to put right: titles entered twice, and books that no copy stands behind. */
export function RecordProblemCard() {
  const { t } = useTranslation()
  const number = useNumberText()
  const bare = useQuery('catalogue.search', { ...withoutCopies, sort: 'newest', limit: 5 }).value
  const twins = useQuery('catalogue.duplicates', { by: 'isbn', limit: comparedAtMost }).value
  if (!bare || !twins) return null
  const { count } = bare.total
  const groups = twins.rows.length
  return (
    <section className="card">
      <h2>{t('home.problems.title')}</h2>
      {count === 0 && groups === 0 && <p className="soft">{t('home.problems.none')}</p>}
      {groups > 0 && (
        <p className="fact warn">
          <Icon name="warning" />
          <Link to="/catalogue/duplicates">
            {t(twins.next === null ? 'home.problems.twins' : 'home.problems.moreTwins', {
              count: groups,
              shown: number(groups),
            })}
          </Link>
        </p>
      )}
      {count > 0 && (
        <>
          <p className="fact warn">
            <Icon name="warning" />
            <Link to={searchAddress(withoutCopies)}>
              {t('home.problems.bare', { count, shown: number(count) })}
            </Link>
          </p>
          <ul className="home-list">
            {bare.rows.map(({ id, title, publishedYear }) => (
              <li key={id}>
                <Icon name="book" />
                <Link to={`/catalogue/${id}`}>{title}</Link>
                <span className="soft small nowrap">{publishedYear}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
