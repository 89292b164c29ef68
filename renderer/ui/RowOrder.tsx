import { IconButton } from './Button.tsx'

/** The rows with one of them a place further up or down. */
function movedRow<Row>(rows: readonly Row[], at: number, by: 1 | -1): Row[] {
  const next = [...rows]
  const [row] = next.splice(at, 1)
  if (row !== undefined) next.splice(at + by, 0, row)
  return next
}

type Props<Row> = {
  rows: readonly Row[]
  at: number
  labels: Record<'up' | 'down' | 'remove', string>
  onChange: (rows: Row[]) => void
}

/** Moves a row of a short list up or down, or takes it out. */
export function RowOrder<Row>({ rows, at, labels, onChange }: Props<Row>) {
  return (
    <>
      <IconButton
        icon="up"
        label={labels.up}
        disabled={at === 0}
        onClick={() => onChange(movedRow(rows, at, -1))}
      />
      <IconButton
        icon="down"
        label={labels.down}
        disabled={at === rows.length - 1}
        onClick={() => onChange(movedRow(rows, at, 1))}
      />
      <IconButton
        icon="remove"
        label={labels.remove}
        onClick={() => onChange(rows.filter((_, each) => each !== at))}
      />
    </>
  )
}
