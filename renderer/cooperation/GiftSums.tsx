import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import {
  giftKinds,
  giftSumAxes,
  partnerOrigins,
  type GiftFilters,
  type GiftSum,
} from '../../shared/cooperation/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Axis = (typeof giftSumAxes)[number]

/** Sums of what the filters leave, along one axis; every figure opens the gifts behind it. */
export function GiftSums({ filters }: { filters: GiftFilters }) {
  const { t } = useTranslation()
  const [along, setAlong] = useState<Axis>('year')
  const { value, failure } = useQuery('cooperation.giftSums', { ...filters, along }, { keepsPrevious: true })
  const wordOf = useWords(along)
  return (
    <section className="card">
      <InlineSelect
        label={t('cooperation.gifts.sums')}
        value={along}
        options={giftSumAxes.map((each) => ({ value: each, label: t(`cooperation.gifts.along.${each}`) }))}
        onChange={(chosen) => setAlong(giftSumAxes.find((each) => each === chosen) ?? 'year')}
      />
      <Failure of={failure} />
      <table className="gift-sums">
        <thead>
          <tr>
            <th>{t(`cooperation.gifts.along.${along}`)}</th>
            <th className="end">{t('cooperation.gifts.count')}</th>
            <th className="end">{t('cooperation.gifts.value')}</th>
            <th className="end">{t('cooperation.gifts.unvaluedShort')}</th>
            <th className="end">{t('cooperation.gifts.copies')}</th>
            <th className="end">{t('cooperation.gifts.equipment')}</th>
          </tr>
        </thead>
        <tbody>
          {value?.rows.map(({ key, name, ...sum }) => (
            <tr key={key}>
              <td>{name || wordOf(key)}</td>
              <Figures sum={sum} to={addressOfSum(filters, along, key)} />
            </tr>
          ))}
        </tbody>
        {value && (
          <tfoot>
            <tr>
              <th>{t('cooperation.gifts.total')}</th>
              <Figures sum={value.sum} to={null} />
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

function Figures({ sum, to }: { sum: GiftSum; to: string | null }) {
  const { t } = useTranslation()
  const number = useNumberText()
  // Where nothing has a value there is no sum, neither 0 nor any other.
  const isUnknown = sum.gifts > 0 && sum.unvalued === sum.gifts
  return (
    <>
      <td className="end">
        {to === null ? (
          number(sum.gifts)
        ) : (
          <Link className="figure-value provisional" to={to}>
            {number(sum.gifts)}
          </Link>
        )}
      </td>
      <td className="end">{isUnknown ? t('cooperation.page.unknown') : number(sum.valueVnd)}</td>
      <td className="end">{number(sum.unvalued)}</td>
      <td className="end">{number(sum.copies)}</td>
      <td className="end">{number(sum.equipment)}</td>
    </>
  )
}

function useWords(along: Axis): (key: string) => string {
  const { t } = useTranslation()
  return (key) => {
    const kind = giftKinds.find((each) => each === key)
    const origin = partnerOrigins.find((each) => each === key)
    if (along === 'kind' && kind) return t(`cooperation.giftKinds.${kind}`)
    if (along === 'origin' && origin) return t(`cooperation.origins.${origin}`)
    return along === 'donor' ? t('cooperation.gift.persons') : key
  }
}

/** All persons who are no partners have one row, which no filter asks for: it opens all gifts. */
function addressOfSum(filters: GiftFilters, along: Axis, key: string): string {
  const narrowed = { ...filters, ...(along === 'donor' ? donorOf(key) : { [along]: key }) }
  const entries = Object.entries(narrowed).flatMap(([name, each]) =>
    each === null || each === '' ? [] : [[name, String(each)]],
  )
  return `/cooperation/gifts?${new URLSearchParams(entries).toString()}`
}

const donorOf = (key: string) => (key === '0' ? {} : { partnerId: key })
