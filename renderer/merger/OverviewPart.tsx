import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Merger } from '../../shared/merger/contract.ts'
import { searchAddress } from '../catalogue/index.ts'
import { useQuery } from '../app/operations.ts'
import { copiesAddress } from '../copies/index.ts'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { NumbersCard } from './NumbersCard.tsx'
import { copiesPath, titlesPath } from './merger-address.ts'
import { UnitCard } from './UnitCard.tsx'

/** All that is known of a merger in numbers, each a door to its rows, and what is not taken over. */
export function OverviewPart({ merger }: { merger: Merger }) {
  const isStaged = merger.state === 'staged'
  return (
    <div className="columns run-overview">
      <div className="stack">
        {merger.state === 'written' && <ResultCard merger={merger} />}
        <FoundCard merger={merger} />
        <LeftBehindCard merger={merger} />
      </div>
      <div className="stack">
        {isStaged && <NumbersCard merger={merger} />}
        <UnitCard merger={merger} />
      </div>
    </div>
  )
}

type Row = { key: string; label: string; count: number; to: string | null }

function FoundCard({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { id, found, state } = merger
  const rows: Row[] = [
    ...(['new', 'changed', 'same'] as const).map((verdict): Row => ({
      key: verdict,
      label: t(`merger.overview.${verdict}Titles`),
      count: found.byVerdict[verdict] ?? 0,
      to: titlesPath(id, [verdict]),
    })),
    { key: 'copies', label: t('merger.overview.copies'), count: found.copies, to: copiesPath(id, 'live') },
    { key: 'gone', label: t('merger.overview.gone'), count: found.gone, to: copiesPath(id, 'gone') },
    {
      key: 'numbers',
      label: t('merger.overview.numberClashes'),
      count: found.numberClashes,
      to: copiesPath(id, 'clashing'),
    },
    {
      key: 'barcodes',
      label: t('merger.overview.barcodeClashes'),
      count: found.barcodeClashes,
      to: copiesPath(id, 'clashing'),
    },
    ...(['openingCopies', 'subscriptions', 'issues'] as const).map((key): Row => ({
      key,
      label: t(`merger.overview.${key}`),
      count: found[key],
      to: null,
    })),
  ]
  return (
    <section className="card">
      <h2>{t(state === 'written' ? 'merger.overview.came' : 'merger.overview.comes')}</h2>
      <table className="plain-table">
        <tbody>
          {rows.map(({ key, label, count, to }) => (
            <tr key={key}>
              <td>{label}</td>
              <td className="end">
                {to && count > 0 ? (
                  <Link className="figure-value" to={to} aria-label={`${label}: ${number(count)}`}>
                    {number(count)}
                  </Link>
                ) : (
                  <span className="number">{number(count)}</span>
                )}
              </td>
            </tr>
          ))}
          <tr>
            <td>{t('merger.overview.books')}</td>
            <td className="end number">
              {t('merger.overview.booksValue', { books: number(found.books), lines: number(found.lines) })}
            </td>
          </tr>
        </tbody>
      </table>
      {state === 'staged' && <StockEffect merger={merger} />}
      {found.away > 0 && state === 'staged' && (
        <p className="fact warn">
          <Icon name="warning" />
          <span>{t('merger.overview.awayWarning', { shown: number(found.away) })}</span>
        </p>
      )}
    </section>
  )
}

/** What a director answers for: the copies of this library before and from the day of merging on. */
function StockEffect({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { mergedOn, found } = merger
  const stock = useQuery('stock.figures', { asOf: mergedOn }).value
  if (!stock) return null
  return (
    <p className="fact">
      <Icon name="chart" />
      <span>
        {t('merger.overview.effect', {
          on: displayDate(mergedOn),
          before: number(stock.copies),
          after: number(stock.copies + found.copies + found.openingCopies),
        })}
      </span>
    </p>
  )
}

function LeftBehindCard({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { leftBehind } = merger.found
  return (
    <section className="card">
      <h2>{t('merger.overview.stays')}</h2>
      <p className="soft">{t('merger.overview.staysWhy')}</p>
      <table className="plain-table">
        <tbody>
          {leftBehind.map(({ code, count }) => (
            <tr key={code}>
              <td>{t(`merger.leftBehind.${code}`)}</td>
              <td className="end number">{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Where what came in is found now. */
function ResultCard({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const { sites, written } = merger
  return (
    <section className="card">
      <h2>{t('merger.overview.result')}</h2>
      <ul className="points">
        {written.siteIds.map((siteId, at) => (
          <li key={siteId}>
            <Link to={searchAddress({ filters: { siteIds: [siteId] } })}>
              {t('merger.overview.openTitles', { name: sites[at]?.name ?? '' })}
            </Link>
            {' · '}
            <Link to={copiesAddress({ siteId })}>
              {t('merger.overview.openCopies', { name: sites[at]?.name ?? '' })}
            </Link>
          </li>
        ))}
        <li>
          <Link to={`/registers?unit=${merger.id}`}>{t('merger.overview.openBooks')}</Link>
        </li>
      </ul>
    </section>
  )
}
