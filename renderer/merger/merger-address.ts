import { verdicts, type Verdict } from '../../shared/interchange/contract.ts'
import { FormerCopyFilters } from '../../shared/merger/contract.ts'

type Show = FormerCopyFilters['show']
export const shownCopies = FormerCopyFilters.shape.show.unwrap().options

export function titlesPath(id: number, wanted: readonly Verdict[]): string {
  return `/merger/${id}/titles?verdicts=${wanted.join(',')}`
}

export function copiesPath(id: number, show: Show): string {
  return `/merger/${id}/copies?show=${show}`
}

/** What an address says wrongly narrows nothing. */
export function readVerdicts(params: URLSearchParams): Verdict[] {
  const named = (params.get('verdicts') ?? '').split(',')
  return verdicts.filter((verdict) => named.includes(verdict))
}

export function readShow(params: URLSearchParams): Show {
  return shownCopies.find((show) => show === params.get('show')) ?? 'live'
}
