import type { ReactNode } from 'react'

export type Property = { key: string; label: string; value: ReactNode; isWide?: boolean }

/** Facts in two columns; one where the place is narrow. */
export function PropertyList({
  properties,
  isNarrow = false,
}: {
  properties: Property[]
  isNarrow?: boolean
}) {
  return (
    <dl className={isNarrow ? 'properties narrow' : 'properties'}>
      {properties.map(({ key, label, value, isWide }) => (
        <div key={key} className={isWide ? 'wide' : ''}>
          <dt>{label}</dt>
          <dd>
            {value === '' || value === null || value === undefined ? <span className="soft">–</span> : value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
