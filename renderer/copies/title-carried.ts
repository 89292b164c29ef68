import { useEffect, useEffectEvent } from 'react'
import { useSearchParams } from 'react-router'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'

/** The title that an address carries along to a delivery: `?title=12`. */
export function titleIn(search: URLSearchParams): number | null {
  const id = Number(search.get('title'))
  return Number.isInteger(id) && id > 0 ? id : null
}

type Carried = Output<'catalogue.title'> & { copies: number }

/** Chosen once, then taken off the address: what is chosen next is the person's own. */
export function useCarriedTitle(choose: (title: Carried) => void) {
  const [search, setSearch] = useSearchParams()
  const id = titleIn(search)
  const { value: title } = useQuery('catalogue.title', { id: id ?? 0 }, { isActive: id !== null })
  const { value: copies } = useQuery(
    'copies.search',
    { filters: { titleId: id }, limit: 1 },
    { isActive: id !== null },
  )
  const onTitle = useEffectEvent((arrived: Carried) => {
    setSearch({}, { replace: true })
    choose(arrived)
  })
  useEffect(() => {
    if (id !== null && title?.id === id && title.removedOn === null && copies)
      onTitle({ ...title, copies: copies.total.count })
  }, [id, title, copies])
}
