import { useTranslation } from 'react-i18next'
import type { Facets } from '../../shared/cooperation/contract.ts'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props<Value extends string> = {
  label: string
  by: string
  value: Value | null
  values: readonly Value[]
  wordOf: (value: Value) => string
  facets: Facets | undefined
  onChange: (value: Value | null) => void
}

/** A choice that narrows a list and says how many each would leave. */
export function FacetSelect<Value extends string>(props: Props<Value>) {
  const { label, by, value, values, wordOf, facets, onChange } = props
  const { t } = useTranslation()
  const number = useNumberText()
  const counted = (each: Value) => {
    const word = wordOf(each)
    if (!facets) return word
    const count = facets.find((facet) => facet.by === by && facet.value === each)?.count ?? 0
    return t('cooperation.page.facet', { label: word, shown: number(count) })
  }
  return (
    <InlineSelect
      label={label}
      emptyLabel={t('cooperation.page.any', { what: label })}
      value={value ?? ''}
      options={values.map((each) => ({ value: each, label: counted(each) }))}
      onChange={(chosen) => onChange(values.find((each) => each === chosen) ?? null)}
    />
  )
}
