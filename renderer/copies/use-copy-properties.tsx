import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { placeName } from '../../shared/copies/rules.ts'
import type { Copy } from '../../shared/copies/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { WordAt } from '../../shared/texts.ts'
import type { Property } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useWords } from './use-words.ts'

export function useCopyProperties(copy: Copy): Property[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const { word } = useWords()
  const property = (key: WordAt<'copies.fields'>, value: Property['value']): Property => ({
    key,
    label: t(`copies.fields.${key}`),
    value,
  })
  const former = ({ unitName, accessionNumber, barcode, accessionedOn }: NonNullable<Copy['former']>) => ({
    key: 'former',
    label: t('copies.facts.former'),
    value: t(barcode === '' ? 'copies.facts.formerValue' : 'copies.facts.formerBarcode', {
      unit: unitName,
      number: accessionNumber,
      barcode,
      on: displayDate(accessionedOn),
    }),
    isWide: true,
  })
  return [
    property('barcode', copy.barcode),
    property('place', placeName(copy.siteName, copy.storeName)),
    property('shelf', copy.shelf),
    property('callNumber', copy.shelvedBy),
    property('enumeration', copy.enumeration),
    property('condition', word('copies.conditions', copy.condition)),
    property('price', copy.priceMinor === null ? '' : t('copies.money', { amount: number(copy.priceMinor) })),
    property('source', word('catalogue.sources', copy.source)),
    property('voucher', <Link to={`/copies/vouchers/${copy.voucherId}`}>{copy.voucherNumber}</Link>),
    property('accessionedOn', displayDate(copy.accessionedOn)),
    ...(copy.former === null ? [] : [former(copy.former)]),
    ...(copy.withdrawnOn === null
      ? []
      : [property('withdrawnOn', <Withdrawn on={copy.withdrawnOn} id={copy.withdrawalId} />)]),
    ...(copy.cancelledOn === null ? [] : [property('cancelledOn', displayDate(copy.cancelledOn))]),
    { ...property('note', copy.note), isWide: true },
  ]
}

function Withdrawn({ on, id }: { on: string; id: number | null }) {
  return id === null ? displayDate(on) : <Link to={`/copies/withdrawals/${id}`}>{displayDate(on)}</Link>
}
