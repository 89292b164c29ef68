import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { PickMany } from '../ui/PickMany.tsx'
import type { Option } from '../ui/Select.tsx'

type Named = { id: number; name: string } | null
type Props = {
  label: string
  hint?: string
  id: number | null
  /** What the record was linked to already. */
  known: Named
  onChange: (id: number | null) => void
  error?: string | undefined
}

const suggestedAtMost = 8

type PickProps = Props & { options: Option[]; onType: (text: string) => void }

/** One record of many, found by typing and shown as a chip that can be taken away. */
function PickOne({ label, hint, id, known, onChange, error, options, onType }: PickProps) {
  const [taken, setTaken] = useState<Option | null>(null)
  const value = String(id ?? '')
  const chosen =
    id === null
      ? []
      : [
          [taken, known && { value: String(known.id), label: known.name }, ...options].find(
            (each) => each?.value === value,
          ) ?? { value, label: `#${id}` },
        ]
  return (
    <PickMany
      label={label}
      {...(hint !== undefined && { hint })}
      error={error}
      chosen={chosen}
      suggestions={options}
      onType={onType}
      onAdd={(option) => {
        setTaken(option)
        onChange(Number(option.value))
      }}
      onRemove={() => onChange(null)}
    />
  )
}

export function ProjectPick(props: Props) {
  const [text, setText] = useState('')
  const asked = { text: useDeferredValue(text.trim()), limit: suggestedAtMost }
  const rows = useQuery('cooperation.projects', asked, { keepsPrevious: true }).value?.rows ?? []
  const options = rows.map(({ id, name, startsOn }) => ({
    value: String(id),
    label: name,
    hint: displayDate(startsOn),
  }))
  return <PickOne {...props} options={options} onType={setText} />
}

export function ActivityPick(props: Props) {
  const [text, setText] = useState('')
  const asked = { text: useDeferredValue(text.trim()), limit: suggestedAtMost }
  const rows = useQuery('activities.list', asked, { keepsPrevious: true }).value?.rows ?? []
  const options = rows.map(({ id, name, startsOn }) => ({
    value: String(id),
    label: name,
    hint: displayDate(startsOn),
  }))
  return <PickOne {...props} options={options} onType={setText} />
}

export function AgreementPick({ exceptId, ...props }: Props & { exceptId: number | null }) {
  const [text, setText] = useState('')
  const asked = { text: useDeferredValue(text.trim()), limit: suggestedAtMost }
  const rows = useQuery('cooperation.agreements', asked, { keepsPrevious: true }).value?.rows ?? []
  const options = rows
    .filter(({ id }) => id !== exceptId)
    .map(({ id, name, number }) => ({ value: String(id), label: name, hint: number }))
  return <PickOne {...props} options={options} onType={setText} />
}

/** Deliveries of donations and projects that no other gift counts. */
export function VoucherPick({ giftId, ...props }: Props & { giftId: number | null }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const asked = { text: useDeferredValue(text.trim()), giftId }
  const rows = useQuery('cooperation.vouchersToTie', asked, { keepsPrevious: true }).value ?? []
  const options = rows.slice(0, suggestedAtMost).map(({ id, number, copies, supplier, receivedOn }) => ({
    value: String(id),
    label: t('cooperation.gift.voucherCopies', { number, copies }),
    hint: [displayDate(receivedOn), supplier].filter(Boolean).join(' · '),
  }))
  return <PickOne {...props} options={options} onType={setText} />
}

type ManyProps = {
  label: string
  ids: readonly number[]
  known: readonly { id: number; name: string }[]
  onChange: (ids: number[]) => void
}

export function ActivitiesField({ label, ids, known, onChange }: ManyProps) {
  const [text, setText] = useState('')
  const [taken, setTaken] = useState<Option[]>([])
  const asked = { text: useDeferredValue(text.trim()), limit: suggestedAtMost }
  const rows = useQuery('activities.list', asked, { keepsPrevious: true }).value?.rows ?? []
  const options = rows.map(({ id, name, startsOn }) => ({
    value: String(id),
    label: name,
    hint: displayDate(startsOn),
  }))
  const named = [...taken, ...known.map(({ id, name }) => ({ value: String(id), label: name })), ...options]
  return (
    <PickMany
      label={label}
      chosen={ids.map(
        (id) => named.find(({ value }) => value === String(id)) ?? { value: String(id), label: `#${id}` },
      )}
      suggestions={options}
      onType={setText}
      onAdd={(option) => {
        setTaken((old) => [...old, option])
        onChange([...ids, Number(option.value)])
      }}
      onRemove={({ value }) => onChange(ids.filter((id) => id !== Number(value)))}
    />
  )
}
