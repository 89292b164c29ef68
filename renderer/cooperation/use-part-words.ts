import { useTranslation } from 'react-i18next'
import type { Fee, GiftItem, Money, RecordKind } from '../../shared/cooperation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { useMoneyText } from './money-words.ts'
import { valuePart, type RecordParts } from './record-parts.ts'

/** Names of the records that a part links to, by its name and their numbers. */
export type LinkNames = ReadonlyMap<string, string>
export const linkKey = (part: string, id: number) => `${part} ${id}`

const labels: Partial<Record<string, string>> = {
  partnerIds: 'partners',
  activityIds: 'activities',
  [valuePart]: 'amount',
}
const lists: Partial<Record<string, string>> = {
  role: 'roles',
  ending: 'states',
  direction: 'directions',
  scope: 'scopes',
  purpose: 'purposes',
  origin: 'origins',
}
const kinds: Partial<Record<RecordKind | 'partner', string>> = {
  agreement: 'agreementKinds',
  gift: 'giftKinds',
  partner: 'kinds',
}
const isDay = (part: string) => part.endsWith('On') || part === 'since'

type Value = Partial<Money & { valueBasis: string; items: GiftItem[]; feeMinor: number | null; fees: Fee[] }>

/** What two people wrote differently, each in the words of the form. */
export function usePartWords(of: RecordKind | 'partner', names: LinkNames) {
  const { t } = useTranslation()
  const number = useNumberText()
  const money = useMoneyText()

  function label(part: string): string {
    const isFee = of === 'membership' && part === valuePart
    return t(runtimeKey(`cooperation.fields.${isFee ? 'fee' : (labels[part] ?? part)}`))
  }

  function shown(part: string, parts: RecordParts): string {
    const value = parts[part]
    if (part === valuePart) return valueText(value as Value)
    if (value === null || value === undefined || value === '') return ''
    const linked = (id: number) => names.get(linkKey(part, id)) ?? t('cooperation.page.numbered', { id })
    if (Array.isArray(value)) return value.map((id) => linked(Number(id))).join('; ')
    if (typeof value === 'number') return part.endsWith('Id') ? linked(value) : number(value)
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const list = part === 'kind' ? kinds[of] : lists[part]
    if (list) return t(runtimeKey(`cooperation.${list}.${text}`))
    return isDay(part) ? displayDate(text) : text
  }

  function valueText({ currency = 'VND', amountMinor, rate, rateOn, valueBasis, ...rest }: Value): string {
    const amount = (minor: number | null) => money({ currency, amountMinor: minor })
    const { items = [], feeMinor, fees = [] } = rest
    const told = [
      amountMinor === undefined ? '' : amount(amountMinor),
      feeMinor === undefined ? '' : amount(feeMinor),
      valueBasis ? t(runtimeKey(`cooperation.valueBases.${valueBasis}`)) : '',
      rate ? `${number(rate)} (${rateOn ? displayDate(rateOn) : '–'})` : '',
      ...items.map(
        ({ name, quantity, valueMinor }) => `${name} × ${number(quantity)}, ${amount(valueMinor)}`,
      ),
      ...fees.map(({ year, paidMinor }) => `${year}: ${amount(paidMinor)}`),
    ]
    return told.filter((each) => each !== '').join(' · ')
  }

  return { label, shown }
}
