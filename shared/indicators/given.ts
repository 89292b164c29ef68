import { addDays } from '../dates.ts'
import type { Value } from './contract.ts'
import type { Nature } from './nature.ts'

export type GivenPart = {
  id: number
  fromOn: string
  untilOn: string
  status: Exclude<Value['status'], 'zero_base'>
  value: number | null
  reason: string
}

export type GivenForSpan = { ids: number[]; reason: string } & Pick<Value, 'status' | 'value'>

/**
 * What people gave for a span: its own entry; of what stands at the end, one that ends on the same day; of what adds
 * up, the sum of entries that cover the span day by day.
 */
export function givenForSpan(
  entries: readonly GivenPart[],
  { from, to }: { from: string; to: string },
  nature: Nature,
): GivenForSpan | null {
  const own = entries.find(({ fromOn, untilOn }) => fromOn === from && untilOn === to)
  if (own) return together([own])
  if (nature === 'at_end') {
    const last = entries.find(({ untilOn }) => untilOn === to)
    return last ? together([last]) : null
  }
  if (nature !== 'adds_up') return null
  const parts = covering(entries, from, to)
  return parts && parts.every(({ status }) => status === parts[0]?.status) ? together(parts) : null
}

/** Entries that follow one another from the first day to the last; of two that begin together, the longer. */
function covering(entries: readonly GivenPart[], from: string, to: string): GivenPart[] | null {
  const parts: GivenPart[] = []
  for (let day = from; day <= to;) {
    const next = entries
      .filter(({ fromOn, untilOn }) => fromOn === day && untilOn <= to)
      .toSorted((a, b) => (a.untilOn < b.untilOn ? 1 : -1))[0]
    if (!next) return null
    parts.push(next)
    day = addDays(next.untilOn, 1)
  }
  return parts
}

function together(parts: readonly GivenPart[]): GivenForSpan {
  const isKnown = parts.every(({ status }) => status === 'known')
  return {
    ids: parts.map(({ id }) => id).toSorted((a, b) => a - b),
    reason: [...new Set(parts.map(({ reason }) => reason))].join('; '),
    status: parts[0]?.status ?? 'not_collected',
    value: isKnown ? parts.reduce((sum, { value }) => sum + (value ?? 0), 0) : null,
  }
}
