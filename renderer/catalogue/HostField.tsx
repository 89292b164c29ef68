import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../app/operations.ts'
import { Combobox } from '../ui/Combobox.tsx'
import type { FieldProps } from '../ui/Field.tsx'

type Props = FieldProps & { name: string; value: number | null; onChange: (value: number | null) => void }

const shownAtMost = 10

/** The journal or book an article stands in, found by typing its title. */
export function HostField({ value, onChange, ...props }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const chosen = useQuery('catalogue.title', { id: value ?? 0 }, { isActive: value !== null }).value
  const found = useQuery(
    'catalogue.search',
    { text: typed, limit: shownAtMost },
    { isActive: typed !== '', keepsPrevious: true },
  )
  const rows = typed === '' ? [] : (found.value?.rows ?? []).filter(({ material }) => material !== 'article')
  const options = rows.map(({ id, title, publisher, publishedYear, material }) => ({
    value: String(id),
    label: title,
    hint: [t(`catalogue.materials.${material}`), publisher, publishedYear].filter(Boolean).join(' · '),
  }))
  const isListed = options.some((option) => option.value === String(value))
  const current = chosen && !isListed ? [{ value: String(chosen.id), label: chosen.title }] : []
  const none = { value: '', label: t('catalogue.form.noHost') }
  return (
    <Combobox
      {...props}
      hint={t('catalogue.form.hostHint')}
      value={value === null ? '' : String(value)}
      onChange={(picked) => {
        onChange(picked === '' ? null : Number(picked))
        setTyped('')
      }}
      options={[...options, ...current, ...(value !== null && typed === '' ? [none] : [])]}
      isLoading={found.isFetching}
      onType={setTyped}
    />
  )
}
