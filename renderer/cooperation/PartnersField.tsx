import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../shared/fold.ts'
import type { PartnerFields } from '../../shared/cooperation/contract.ts'
import { useQuery } from '../app/operations.ts'
import { PickMany } from '../ui/PickMany.tsx'
import type { Option } from '../ui/Select.tsx'
import { PartnerDialog } from './PartnerDialog.tsx'

type Props = {
  label: string
  hint?: string
  ids: readonly number[]
  /** Names of those that the record had already. */
  known: readonly { id: number; name: string }[]
  onChange: (ids: number[]) => void
  /** Only one may be chosen: the last takes the place of the one before. */
  isSingle?: boolean
  error?: string | undefined
}

const suggestedAtMost = 8
/** Stands among the suggestions for what is typed and not there yet. */
const newPartner = 'new'

/** Partners found by typing; one that is not there yet is added on the spot. */
export function PartnersField({ label, hint, ids, known, onChange, isSingle = false, error }: Props) {
  const { t } = useTranslation()
  const [taken, setTaken] = useState<Option[]>([])
  const [text, setText] = useState('')
  const [adding, setAdding] = useState<Partial<PartnerFields> | null>(null)
  const asked = useDeferredValue(text.trim())
  const found = useQuery(
    'cooperation.partners',
    { text: asked, standing: 'open', limit: suggestedAtMost },
    { keepsPrevious: true },
  )
  const options = (found.value?.rows ?? []).map(({ id, name, kind }): Option => ({
    value: String(id),
    label: name,
    hint: t(`cooperation.kinds.${kind}`),
  }))
  const named = [...taken, ...known.map(({ id, name }) => ({ value: String(id), label: name })), ...options]
  const isThere = options.some((option) => fold(option.label) === fold(asked))
  const add = { value: newPartner, label: t('cooperation.page.newPartner', { name: asked }) }
  function take(option: Option) {
    if (option.value === newPartner) return setAdding({ name: asked })
    setTaken((old) => [...old, option])
    onChange(isSingle ? [Number(option.value)] : [...ids, Number(option.value)])
  }
  return (
    <>
      <PickMany
        label={label}
        {...(hint !== undefined && { hint })}
        error={error}
        chosen={ids.map(
          (id) => named.find(({ value }) => value === String(id)) ?? { value: String(id), label: `#${id}` },
        )}
        suggestions={asked === '' || isThere ? options : [...options, add]}
        onType={setText}
        onAdd={take}
        onRemove={({ value }) => onChange(ids.filter((id) => id !== Number(value)))}
      />
      {adding && (
        <PartnerDialog
          partner={null}
          start={adding}
          onClose={() => setAdding(null)}
          onSaved={({ id, name }) => take({ value: String(id), label: name })}
        />
      )}
    </>
  )
}
