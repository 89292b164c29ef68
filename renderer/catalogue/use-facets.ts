import { useEffect, useState } from 'react'
import type { Search } from '../../shared/catalogue/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'

/** Counts wait until the list has answered and the typing rests: they must never be in its way. */
const restMs = 250

export type FacetCounts = Output<'catalogue.facets'>

export function useFacets({ text, filters }: Search, isListSettled: boolean, isShown: boolean) {
  const asked = JSON.stringify({ text, filters })
  const [rested, setRested] = useState('')
  useEffect(() => {
    if (!isListSettled) return
    const timer = setTimeout(() => setRested(asked), restMs)
    return () => clearTimeout(timer)
  }, [asked, isListSettled])
  const isCurrent = rested === asked
  const { value, failure } = useQuery(
    'catalogue.facets',
    { text, filters },
    { isActive: isShown && isCurrent, keepsPrevious: true },
  )
  return { counts: value, failure, isCurrent }
}
