import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { usePeriodName } from './period-name.ts'

/** Whose words are kept in a table of texts, by the name of the detail. */
const wordsOf: Record<string, string> = {
  outcome: 'outcomes',
  role: 'roles',
  changed: 'details.changes',
  what: 'details.exports',
  code: 'errors',
}
/** For whoever looks into the store; the page says the library's and the person's name. */
const untold = new Set(['libraryId', 'id', 'method', 'kind', 'by', 'epoch'])
const hashShown = 10

type Detail = Record<string, unknown> & { period?: [string, string]; from?: string; to?: string }

/** What the journal kept beside an act, in words: "kỳ: Quý III/2026 · bản số: 2 · gói: ca07dfaaf9". */
export function useDetailText(): (detail: string) => string {
  const { t } = useTranslation()
  const nameOf = usePeriodName()

  function said(name: string, value: unknown): string {
    if (value === true) return t('ministry.details.yes')
    const text = String(value)
    const group = wordsOf[name]
    if (group) return t(runtimeKey(`ministry.${group}.${text}`), { defaultValue: text })
    if (name === 'dueOn') return displayDate(text)
    return /^[0-9a-f]{64}$/.test(text) ? text.slice(0, hashShown) : text
  }

  return (detail) => {
    const { period, from, to, ...others } = JSON.parse(detail) as Detail
    const [first, last] = period ?? [from, to]
    // A refusal tells the address it came from; everything else that has a beginning has an end.
    const rest = last || from === undefined ? others : { ...others, from }
    const parts = Object.entries(rest)
      .filter(([name, value]) => !untold.has(name) && value !== '' && value !== null)
      .map(
        ([name, value]) =>
          `${t(runtimeKey(`ministry.details.${name}`), { defaultValue: name })}: ${said(name, value)}`,
      )
    return [...(first && last ? [nameOf({ from: first, to: last })] : []), ...parts].join(' · ')
  }
}
