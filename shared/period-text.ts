import type { TFunction } from 'i18next'
import { displayDate, spanText } from './dates.ts'
import { namedPeriod, periodBetween, spanAfter } from './periods.ts'
import { runtimeKey } from './texts.ts'

/** As a list says it (Quý III/2026), or as a sentence does (Quý III năm 2026). */
export function periodText(t: TFunction, period: string, as: 'name' | 'phrase'): string {
  const { kind, from, to } = namedPeriod(period)
  const words = {
    quarter: kind === 'quarter' ? t(runtimeKey(`reports.quarters.${period.slice(6)}`)) : '',
    year: from.slice(0, 4),
    from: displayDate(from),
    to: displayDate(to),
    span: spanText(from, to),
  }
  const which = kind === 'half_year' ? (period.endsWith('H1') ? 'first_half' : 'second_half') : kind
  return t(`reports.periods.${which}.${as}`, words)
}

/** Days by the name of the period they make up, or as days. */
export function spanName(t: TFunction, from: string, to: string): string {
  const named = periodBetween(from, to)
  return named ? periodText(t, named.period, 'name') : spanText(from, to)
}

/** The time that a report looks ahead to, in capitals as its heading is. */
export function nextPhrase(t: TFunction, period: string): string {
  const { from, to } = spanAfter(period)
  const next = periodBetween(from, to)
  const isNamed = next !== null && next.kind !== 'range'
  const phrase = isNamed ? periodText(t, next.period, 'phrase') : t('reports.periods.later')
  return phrase.toLocaleUpperCase('vi')
}
