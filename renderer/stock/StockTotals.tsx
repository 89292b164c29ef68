import { useTranslation } from 'react-i18next'
import type { Figures } from '../../shared/stock/contract.ts'
import { searchAddress } from '../catalogue/index.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { Door } from './Door.tsx'
import { stockDoor } from './doors.ts'

/** The whole, before it is divided. */
export function StockTotals({ figures }: { figures: Figures }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { asOf, openingTitles, openingCopies } = figures
  const hasRows = figures.copies > openingCopies
  const total = (key: 'titles' | 'copies' | 'serials' | 'digital', to: string | null) => (
    <div>
      <dt>{t(`stock.totals.${key}`)}</dt>
      <dd>
        <Door count={figures[key]} to={to} label={`${t(`stock.totals.${key}`)}: ${number(figures[key])}`} />
      </dd>
    </div>
  )
  const door = hasRows ? stockDoor(asOf) : null
  return (
    <section className="card stock-totals" aria-label={t('stock.figures.summary')}>
      <dl>
        {total('titles', door)}
        {total('copies', door)}
        {total('serials', searchAddress({ filters: { materials: ['serial'], countedOn: asOf } }))}
        {total('digital', searchAddress({ filters: { materials: ['digital'], countedOn: asOf } }))}
      </dl>
      {openingCopies > 0 && (
        <p className="soft">
          {t('stock.figures.withOpening', { titles: number(openingTitles), copies: number(openingCopies) })}
        </p>
      )}
    </section>
  )
}
