import { Lot } from '../../shared/inspection/contract.ts'
import { jobsSearch, readJobFilters } from '../digitization/index.ts'

/** The drawing of a sample from a lot, perhaps after an inspection that was of it before. */
export function drawAddress(lot: Lot, followsId: number | null = null): string {
  const search = jobsSearch({ ...lot, taken: 'all', carriedBy: null, stoodOn: null, stoodAt: null })
  const follows = followsId === null ? '' : `follows=${followsId}`
  return `/inspection/draw?${[search, follows].filter(Boolean).join('&')}`
}

/** The lot that an address asks for; the list of jobs opens the same one. */
export function readLotOf(search: URLSearchParams): { lot: Lot; followsId: number | null } {
  const { taken: _, carriedBy: __, stoodOn: ___, stoodAt: ____, state, ...lot } = readJobFilters(search)
  // Without a word of it the list begins with open jobs; a lot has them in any state.
  return {
    lot: Lot.parse({ ...lot, state: search.has('state') ? state : null }),
    followsId: Number(search.get('follows')) || null,
  }
}
