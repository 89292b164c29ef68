import { useState } from 'react'
import { NumberField } from '../ui/NumberField.tsx'

type Props = {
  label: string
  value: number
  onChange: (value: number) => void
  least?: number
  most?: number
  step?: number
}

/** A measure that is never missing: while the box is empty the last one stays. */
export function MmField({ label, value, onChange, least = 0, most = 500, step = 0.5 }: Props) {
  const [isEmpty, setEmpty] = useState(false)
  const put = (next: number) => onChange(Math.min(most, Math.max(least, Math.round(next * 100) / 100)))
  return (
    <NumberField
      label={label}
      value={isEmpty ? null : value}
      onChange={(next) => {
        const isSound = next !== null && next >= least && next <= most
        setEmpty(!isSound)
        if (isSound) onChange(next)
      }}
      onKeyDown={(event) => {
        const way = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
        if (way === 0 || event.altKey) return
        event.preventDefault()
        setEmpty(false)
        put(value + way * step)
      }}
      onBlur={() => setEmpty(false)}
    />
  )
}
