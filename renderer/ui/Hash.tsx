const shownDigits = 12

/** Enough of a hash to recognise it; the whole one, in groups, where it is to be compared. */
export function Hash({ value, isWhole = false }: { value: string; isWhole?: boolean }) {
  return (
    <code className="mono" title={value}>
      {isWhole ? (value.match(/.{1,8}/g) ?? []).join(' ') : `${value.slice(0, shownDigits)}…`}
    </code>
  )
}
