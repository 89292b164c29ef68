import { useTranslation } from 'react-i18next'
import type { Dimension, Figures, Slice } from '../../shared/stock/contract.ts'
import { isOverlapping } from '../../shared/stock/rules.ts'
import { BarChart } from '../ui/BarChart.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { Door } from './Door.tsx'
import { sliceDoor } from './doors.ts'
import { useKeyNames } from './use-key-names.ts'

/** One division of the stock: its table, and beside it the answer that the table gives at a glance. */
export function DivisionCard({ dimension, figures }: { dimension: Dimension; figures: Figures }) {
  const { t } = useTranslation()
  const nameOf = useKeyNames()
  const percent = usePercent(figures.copies)
  const slices = figures.by[dimension]
  const largest = slices.toSorted((a, b) => b.copies - a.copies)
  const first = largest.find(({ key }) => key !== '-') ?? largest[0]
  if (!first) return null
  const inOrder = dimension === 'year' || dimension === 'ddc' ? slices : largest
  const bars = inOrder.map((slice) => ({
    key: slice.key,
    label: nameOf(dimension, slice.key),
    value: slice.copies,
  }))
  return (
    <section className="card division">
      <h2>{t(`stock.divisions.${dimension}`)}</h2>
      <div className="beside">
        <SliceTable dimension={dimension} slices={inOrder} figures={figures} />
        <BarChart
          title={t(`stock.figures.chartTitle.${dimension}`, {
            name: nameOf(dimension, first.key),
            share: percent(first.copies),
          })}
          bars={bars}
        />
      </div>
      {isOverlapping(dimension) && <p className="soft small">{t(`stock.notes.${dimension}`)}</p>}
    </section>
  )
}

type TableProps = { dimension: Dimension; slices: readonly Slice[]; figures: Figures }

function SliceTable({ dimension, slices, figures }: TableProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  const nameOf = useKeyNames()
  const percent = usePercent(figures.copies)
  const hasOpening = figures.openingCopies > 0 && dimension !== 'class'
  return (
    <div className="figure-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t(`stock.dimensions.${dimension}`)}</th>
            <th scope="col">{t('stock.columns.titles')}</th>
            <th scope="col">{t('stock.columns.copies')}</th>
            <th scope="col">{t('stock.columns.share')}</th>
            {hasOpening && <th scope="col">{t('stock.columns.openingCopies')}</th>}
          </tr>
        </thead>
        <tbody>
          {slices.map(({ key, titles, copies, openingCopies }) => {
            const name = nameOf(dimension, key)
            const hasRows = copies > openingCopies
            const to = hasRows ? sliceDoor(dimension, key, figures.asOf) : null
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>
                  <Door
                    count={titles}
                    to={to}
                    label={t('stock.figures.doorTitles', { name, count: titles, shown: number(titles) })}
                  />
                </td>
                <td>
                  <Door
                    count={copies}
                    to={to}
                    label={t('stock.figures.door', { name, count: copies, shown: number(copies) })}
                  />
                </td>
                <td className="soft">{percent(copies)} %</td>
                {hasOpening && <td className="soft">{number(openingCopies)}</td>}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** A part of the whole with one decimal. */
function usePercent(whole: number): (part: number) => string {
  const number = useNumberText()
  return (part) => number(whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10)
}
