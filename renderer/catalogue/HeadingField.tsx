import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuthorityKind } from '../../shared/catalogue/contract.ts'
import { useQuery } from '../app/operations.ts'
import type { FieldProps } from '../ui/Field.tsx'
import { SuggestField } from '../ui/SuggestField.tsx'
import { headingAt, withHeadingAt } from './heading-at.ts'

type Props = FieldProps & {
  kind: AuthorityKind
  name: string
  value: string
  onChange: (value: string) => void
}

const askAfterMs = 120
const shownAtMost = 8

/** Headings parted by "; ". What other titles carry is suggested; a see-from form leads to the heading to be used. */
export function HeadingField({ kind, ...props }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const asked = useDelayed(typed)
  const found = useQuery(
    'catalogue.searchAuthorities',
    { text: asked, kind, limit: shownAtMost },
    { isActive: asked !== '', keepsPrevious: true },
  )
  const rows = typed === '' ? [] : (found.value?.rows ?? [])
  return (
    <SuggestField
      {...props}
      suggestions={rows.map(({ id, heading, through, titles }) => ({
        value: String(id),
        label: heading,
        hint: through
          ? t('catalogue.headings.instead', { through })
          : t('catalogue.headings.titles', { count: titles }),
      }))}
      onType={(text, caret) => setTyped(headingAt(text, caret).heading)}
      onTake={({ label }, caret) => props.onChange(withHeadingAt(props.value, caret, label))}
    />
  )
}

/** The text once nobody has typed for a moment. */
function useDelayed(text: string): string {
  const [delayed, setDelayed] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setDelayed(text), askAfterMs)
    return () => clearTimeout(timer)
  }, [text])
  return delayed
}
