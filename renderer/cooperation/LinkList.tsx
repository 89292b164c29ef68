import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'

/** Names of records, each the door to its page. */
export function LinkList({
  records,
  to,
}: {
  records: readonly ({ id: number; name: string } | null)[]
  to: (id: number) => string
}) {
  const there = records.flatMap((record) => record ?? [])
  return there.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <Link to={to(id)}>{name}</Link>
    </span>
  ))
}

export const dayOrNone = (day: string | null): string | null => (day === null ? null : displayDate(day))
