import { useEffect, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type { CopyFilters } from '../../shared/copies/contract.ts'
import { keepAddress } from '../app/kept.ts'
import { useAfterTyping } from '../app/router-place.ts'
import { filterParams, readFilters } from './copies-address.ts'

/** What narrows the list, kept in the address so that going back finds it again; typing waits for a pause. */
export function useCopyFilters() {
  const [search, setSearch] = useSearchParams()
  const { pathname, search: query } = useLocation()
  useEffect(() => keepAddress(pathname, query), [pathname, query])
  const written = search.get('filters')
  const [filters, setFilters] = useState(() => readFilters(written))
  const [text, setText] = useState(filters.text)
  const [seen, setSeen] = useState(written)
  if (seen !== written) {
    const read = readFilters(written)
    setSeen(written)
    setFilters(read)
    // What is being typed runs ahead of the address.
    if (read.text !== filters.text) setText(read.text)
  }
  function change(next: CopyFilters) {
    const params = filterParams(next)
    setFilters(next)
    setText(next.text)
    setSeen(params.get('filters'))
    setSearch(params, { replace: true })
  }
  const afterTyping = useAfterTyping()
  useEffect(() => {
    if (text === filters.text) return undefined
    return afterTyping(() => change({ ...filters, text }))
  })
  return { filters, text, type: setText, change }
}
