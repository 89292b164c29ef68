import { useDeferredValue, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { searchSorts, type Filters, type Search } from '../../shared/catalogue/contract.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { activeFilters, readSearch, searchParams, type SomeSearch } from './search-address.ts'

export type TitleSearch = {
  /** What is asked now; the box may be a letter ahead of it. */
  search: Search
  typed: string
  type: (text: string) => void
  /** Is anything asked at all? */
  isNarrowed: boolean
  /** The order the list has: without words to rank by, it is the alphabetical one. */
  order: Search['sort']
  filter: (change: Partial<Filters>) => void
  /** In that order; asked for a second time, in the order of relevance again. */
  sort: (by: string) => void
  open: (search: SomeSearch) => void
}

/** The search that a list shows, as its address says it: going back finds the one before. */
export function useTitleSearch(): TitleSearch {
  const [params, setParams] = useSearchParams()
  const [typed, type] = useSearchText()
  const text = useDeferredValue(typed)
  const addressed = useMemo(() => readSearch(params), [params])
  const { filters, sort } = addressed
  const search = useMemo(() => ({ text, filters, sort }), [text, filters, sort])
  function open(next: SomeSearch) {
    // The box may hold what the address does not say yet, and would write it over this search.
    type(next.text ?? '')
    setParams(searchParams(next))
  }
  return {
    search,
    typed,
    type,
    isNarrowed: text.trim() !== '' || Object.keys(activeFilters(filters)).length > 0,
    order: sort === 'relevance' && text.trim() === '' ? 'title' : sort,
    filter: (change) => open({ text: typed, sort, filters: { ...filters, ...change } }),
    sort(by) {
      const known = searchSorts.find((each) => each === by && each !== sort)
      open({ text: typed, filters, sort: known ?? 'relevance' })
    },
    open,
  }
}
