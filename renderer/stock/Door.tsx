import { Link } from 'react-router'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { count: number; label: string; to: string | null }

/** A number that opens its copies; one without any is only a number. */
export function Door({ count, label, to }: Props) {
  const number = useNumberText()
  if (to === null || count === 0) return <span className="figure-value">{number(count)}</span>
  return (
    <Link className="figure-value" to={to} aria-label={label} title={label}>
      {number(count)}
    </Link>
  )
}
