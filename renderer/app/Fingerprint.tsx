import { grouped } from '../../shared/lan/rules.ts'

/** Sixteen groups in a square, so that two people find the same place in it. */
export function Fingerprint({ value }: { value: string }) {
  return (
    <code className="fingerprint">
      {grouped(value)
        .split(' ')
        .map((group, at) => (
          // Groups may repeat; what they are is their place.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={at}>{group}</span>
        ))}
    </code>
  )
}
