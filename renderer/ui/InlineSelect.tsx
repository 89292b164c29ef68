import type { Option } from './Select.tsx'

type Props = {
  label: string
  value: string
  options: Option[]
  emptyLabel?: string
  onChange: (value: string) => void
}

/** A choice in a list's tool row, its name beside it. */
export function InlineSelect({ label, value, options, emptyLabel, onChange }: Props) {
  return (
    <label className="inline-select">
      <span className="soft">{label}</span>
      <select className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
