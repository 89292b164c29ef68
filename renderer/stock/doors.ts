import { acquisitionSources } from '../../shared/catalogue/contract.ts'
import { conditions, type CopyFilters } from '../../shared/copies/contract.ts'
import type { Dimension } from '../../shared/stock/contract.ts'
import { copiesAddress } from '../copies/index.ts'

/** What the list of copies is asked for behind a part of a division; null where only balances were counted. */
function filterOf(dimension: Dimension, key: string): Partial<CopyFilters> | null {
  switch (dimension) {
    case 'ddc':
      return { ddc: key }
    case 'year':
      return { decade: key }
    case 'language':
      return { language: key }
    case 'material':
      return { material: key }
    case 'class':
      return { class: key }
    case 'site':
      return { siteId: Number(key) }
    case 'source':
      return { source: acquisitionSources.find((source) => source === key) ?? null }
    case 'condition':
      return key === '-' ? null : { condition: conditions.find((condition) => condition === key) ?? null }
  }
}

/** The copies behind a part of the stock of a day. */
export function sliceDoor(dimension: Dimension, key: string, asOf: string): string | null {
  const filter = filterOf(dimension, key)
  return filter && copiesAddress({ ...filter, asOf })
}

export function stockDoor(asOf: string): string {
  return copiesAddress({ asOf })
}

/** Copies that came in, were received by merging, or went out within a year. */
export function yearDoor(act: 'cameIn' | 'merged' | 'wentOut', year: number): string {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  if (act === 'wentOut') return copiesAddress({ withdrawnFrom: from, withdrawnTo: to, state: 'withdrawn' })
  const cameIn = { accessionedFrom: from, accessionedTo: to, state: 'counted' } as const
  return act === 'merged'
    ? copiesAddress({ ...cameIn, isMerged: true })
    : copiesAddress({ ...cameIn, isOpening: false, isMerged: false })
}
