import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { BarChart } from '../ui/BarChart.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { Door } from './Door.tsx'
import { stockDoor, yearDoor } from './doors.ts'
import { StockTabs } from './StockTabs.tsx'

type Growth = Output<'stock.growth'>

const yearsShown = 10

/** How the stock came to be what it is, year by year. */
export function GrowthPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const today = isoDateAt(Date.now())
  const thisYear = Number(today.slice(0, 4))
  const yearIn = (name: 'from' | 'to', otherwise: number) => {
    const year = Number(search.get(name))
    return Number.isInteger(year) && year >= 1900 && year <= 2200 ? year : otherwise
  }
  const years = { from: yearIn('from', thisYear - yearsShown + 1), to: yearIn('to', thisYear) }
  const growth = useQuery('stock.growth', years, { keepsPrevious: true })
  const rows = growth.value ?? []
  const hasAny = rows.some(({ held, cameIn, wentOut }) => held + cameIn + wentOut > 0)
  function setYear(name: 'from' | 'to', year: number | null) {
    if (year === null || year < 1900 || year > 2200) return
    setSearch({ from: String(years.from), to: String(years.to), [name]: String(year) }, { replace: true })
  }
  return (
    <div className="page">
      <PageHeader title={t('stock.growth.title')} hint={t('stock.growth.hint')} />
      <StockTabs />
      <div className="quarter-row">
        {(['from', 'to'] as const).map((name) => (
          <NumberField
            key={name}
            label={t(`stock.growth.${name}`)}
            value={years[name]}
            isGrouped={false}
            onChange={(year) => setYear(name, year)}
          />
        ))}
      </div>
      <Failure of={growth.failure} />
      {growth.value && !hasAny && <EmptyState icon="chart" text={t('stock.growth.empty')} />}
      {hasAny && (
        <section className="card division">
          <div className="beside">
            <GrowthTable rows={rows} today={today} />
            <GrowthChart rows={rows} />
          </div>
          {rows.some(({ merged }) => merged !== 0) && (
            <p className="soft small">{t('stock.growth.mergedNote')}</p>
          )}
          {rows.some(({ opening }) => opening !== 0) && (
            <p className="soft small">{t('stock.growth.openingNote')}</p>
          )}
        </section>
      )}
    </div>
  )
}

function GrowthTable({ rows, today }: { rows: Growth; today: string }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const hasOpening = rows.some(({ opening }) => opening !== 0)
  const hasMerged = rows.some(({ merged }) => merged !== 0)
  const acts = hasMerged ? (['cameIn', 'merged', 'wentOut'] as const) : (['cameIn', 'wentOut'] as const)
  const lastDay = (year: number) => (`${year}-12-31` < today ? `${year}-12-31` : today)
  return (
    <div className="figure-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('stock.growth.year')}</th>
            {acts.map((act) => (
              <th scope="col" key={act}>
                {t(`stock.growth.${act}`)}
              </th>
            ))}
            {hasOpening && <th scope="col">{t('stock.growth.opening')}</th>}
            <th scope="col">{t('stock.growth.held')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map(({ year, opening, held, ...counts }) => (
            <tr key={year}>
              <th scope="row">
                {year}
                {lastDay(year) === today && <span className="soft"> ({t('stock.growth.heldToday')})</span>}
              </th>
              {acts.map((act) => (
                <td key={act}>
                  <Door
                    count={counts[act]}
                    to={yearDoor(act, year)}
                    label={`${t(`stock.growth.${act}`)}, ${year}: ${number(counts[act])}`}
                  />
                </td>
              ))}
              {hasOpening && <td className="soft">{number(opening)}</td>}
              <td>
                <Door
                  count={held}
                  to={stockDoor(lastDay(year))}
                  label={`${t('stock.growth.heldDoor', { year })}: ${number(held)}`}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The chart answers in its title how much the stock grew. */
function GrowthChart({ rows }: { rows: Growth }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return null
  const gained = last.held - first.held
  const way = gained > 0 ? 'grew' : gained < 0 ? 'shrank' : 'same'
  const words = { from: first.year, to: last.year, count: Math.abs(gained), shown: number(Math.abs(gained)) }
  return (
    <BarChart
      title={t(`stock.growth.chart.${way}`, words)}
      bars={rows.map(({ year, held }) => ({ key: String(year), label: String(year), value: held }))}
    />
  )
}
