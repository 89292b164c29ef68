import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Failure } from '../ui/Failure.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useCounterKinds } from './use-counter-kinds.ts'
import { useCountingSite } from './use-counting-site.ts'

const shownFeeds = ['visit_onsite', 'visit_outside', 'in_house', 'lent'] as const
const icons = {
  visit_onsite: 'people',
  visit_outside: 'truck',
  in_house: 'book',
  lent: 'forward',
} as const satisfies Record<(typeof shownFeeds)[number], IconName>

/** What the desk has counted today, and the way to go on; what nobody counted is not 0. */
export function TodayCard() {
  const { t } = useTranslation()
  const number = useNumberText()
  const can = useCan()
  const { siteId, options } = useCountingSite()
  const { kinds } = useCounterKinds()
  const mode = useQuery('readers.settings', {}).value?.mode
  const { value, failure } = useQuery(
    'readers.counterDay',
    { siteId: siteId ?? 1, on: isoDateAt(Date.now()) },
    { isActive: siteId !== null },
  )
  if (siteId === null || !value) return failure ? <Failure of={failure} /> : null
  const site = options.find((each) => each.value === String(siteId))?.label ?? ''
  const countOf = (feed: (typeof shownFeeds)[number]) => {
    const codes = kinds.filter((kind) => kind.feed === feed).map(({ code }) => code)
    const counts = value.counts.flatMap((each) => (codes.includes(each.kindCode) ? (each.value ?? []) : []))
    if (feed === 'lent' && value.loans > 0) counts.push(value.loans)
    return counts.length === 0
      ? t('readers.counters.blank')
      : number(counts.reduce((sum, count) => sum + count, 0))
  }
  return (
    <section className="card">
      <h2>{t('readers.today.title', { site })}</h2>
      <ul className="home-list">
        {shownFeeds.map((feed) => (
          <li key={feed}>
            <Icon name={icons[feed]} />
            <span>{t(`readers.feeds.${feed}`)}</span>
            <Link className="figure-value nowrap" to="/readers/counters">
              {countOf(feed)}
            </Link>
          </li>
        ))}
      </ul>
      <div className="row">
        <Link className="button primary" to="/readers/counters">
          <Icon name="edit" />
          {t('readers.today.count')}
        </Link>
        {mode === 'loans' && can('readers.write') && (
          <Link className="button" to="/readers/desk">
            {t('readers.desk.title')}
          </Link>
        )}
      </div>
    </section>
  )
}
