import { isoDateAt, type Quarter } from '../../shared/dates.ts'
import { Select } from '../ui/Select.tsx'
import { begunQuarters, isSameQuarter, parseQuarterKey, quarterKey } from './quarters.ts'
import { usePeriodName } from './use-period-name.ts'

type Props = { label: string; value: Quarter; onChange: (quarter: Quarter) => void; options?: Quarter[] }

const shownQuarters = 20

/** Chooses among the quarters that have begun; one further back stays in the list while it is chosen. */
export function QuarterField({ label, value, onChange, options }: Props) {
  const periodName = usePeriodName()
  const offered = options ?? begunQuarters(isoDateAt(Date.now()), shownQuarters)
  const quarters = offered.some((quarter) => isSameQuarter(quarter, value)) ? offered : [...offered, value]
  return (
    <Select
      label={label}
      value={quarterKey(value)}
      onChange={(event) => {
        const chosen = parseQuarterKey(event.target.value)
        if (chosen) onChange(chosen)
      }}
      options={quarters.map((quarter) => ({ value: quarterKey(quarter), label: periodName(quarter) }))}
    />
  )
}
