import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PageFilters, Rate, Rates } from '../../shared/inspection/contract.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { pagesAddress } from './pages-address.ts'
import { useShareText } from './use-share-text.ts'

type Row = { key: string; name: string; filters: Partial<PageFilters>; rate: Rate }
type Props = { title: string; head: string; kinds: Rates['kinds']; rows: Row[] }

/** Each figure opens its pages. */
export function RateTable({ title, head, kinds, rows }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const share = useShareText()
  return (
    <section>
      <h2>{title}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="end">
              {t('inspection.rates.pages')}
            </th>
            <th scope="col" className="end">
              {t('inspection.rates.bad')}
            </th>
            <th scope="col">{t('inspection.rates.rate')}</th>
            {kinds.map(({ kindId, name }) => (
              <th key={kindId} scope="col" className="end">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, filters, rate }) => (
            <tr key={key}>
              <td>{name}</td>
              <td className="end">
                <Link to={pagesAddress(filters)}>{number(rate.pages)}</Link>
              </td>
              <td className="end">
                <Link to={pagesAddress({ ...filters, verdict: 'bad' })}>{number(rate.bad)}</Link>
              </td>
              <td>{share(rate)}</td>
              {kinds.map(({ kindId }) => {
                const pages = rate.kinds.find((kind) => kind.kindId === kindId)?.pages ?? 0
                return (
                  <td key={kindId} className="end">
                    {pages > 0 && (
                      <Link to={pagesAddress({ ...filters, verdict: 'bad', kindId })}>{number(pages)}</Link>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
