import { lazy, Suspense } from 'react'
import type { RecordPart } from './module-route.ts'
import { useCan } from './permissions.ts'
import { recordParts } from './routes.tsx'

const parts = recordParts.map((part) => ({ ...part, Part: lazy(part.lazy) }))

/** What other modules have to say of a record, as they registered it. */
export function RecordParts({ of, id }: { of: RecordPart['of']; id: number }) {
  const can = useCan()
  return (
    <Suspense>
      {parts
        .filter((part) => part.of === of && can(part.can))
        .map(({ of: record, can: grant, Part }) => (
          <Part key={`${record}-${grant}`} id={id} />
        ))}
    </Suspense>
  )
}
