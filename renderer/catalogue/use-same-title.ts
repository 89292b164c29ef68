import { useState } from 'react'
import { useCall } from '../app/operations.ts'
import type { NewTitle } from './new-title.ts'
import type { SameTitle } from './SameTitleNotice.tsx'

function keyOf({ title, part, publisher, publishedYear, material }: NewTitle) {
  return { title, part, publisher, publishedYear, material }
}

/** The title that a new one looks like, asked once when it is to be saved; gone as soon as what makes it so is changed. */
export function useSameTitle(typed: NewTitle) {
  const call = useCall()
  const [found, setFound] = useState<{ twin: SameTitle; key: string } | null>(null)
  const isStill = found !== null && found.key === JSON.stringify(keyOf(typed))
  return {
    sameTitle: isStill ? found.twin : null,
    async lookFor(values: NewTitle): Promise<boolean> {
      const key = keyOf(values)
      const answer = await call('catalogue.twinOf', key)
      const twin = answer.ok ? answer.value : null
      setFound(twin && { twin, key: JSON.stringify(key) })
      return twin !== null
    },
  }
}
