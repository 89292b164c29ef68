import type { PointMeasure } from '../../shared/network/contract.ts'
import { measures as catalogue } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import { measures as copies } from '../copies/index.ts'
import { measures as facilities } from '../facilities/index.ts'
import type { Measure, Once } from '../measures.ts'
import { measures as readers } from '../readers/index.ts'
import { measures as stock } from '../stock/index.ts'

export type OwnFigures = Record<PointMeasure, number | null>

/** What the library's own records say as of a day, by the very measures that its report counts with. */
export async function ownFigures(db: Reader, on: string): Promise<OwnFigures> {
  const { sum } = counter(db, { from: on, to: on })
  return {
    copies: await sum(copies['copies.held'], stock['stock.openingCopies']),
    titles: await sum(copies['copies.titlesHeld'], stock['stock.openingTitles']),
    serials: await sum(catalogue['catalogue.serialsTaken']),
    areaM2: await sum(facilities['facilities.readingArea']),
  }
}

export type Importance = {
  users: number | null
  visits: number | null
  technology: number | null
  website: boolean | null
  opac: boolean | null
}

/** What Decree 93/2020 asks of an important library, over the days up to `to`. */
export async function importanceFigures(db: Reader, span: { from: string; to: string }): Promise<Importance> {
  const { sum } = counter(db, span)
  const done = await sum(facilities['facilities.workflowsDigital'])
  const all = await sum(facilities['facilities.workflows'])
  const services = await db
    .selectFrom('onlineService')
    .select(['kind', 'untilOn'])
    .where('fromOn', '<=', span.to)
    .execute()
  const runs = (kind: 'website' | 'opac') =>
    services.length === 0
      ? null
      : services.some((each) => each.kind === kind && (each.untilOn === null || each.untilOn > span.to))
  return {
    users: await sum(readers['readers.cardsValid'], readers['readers.cardsValidCounted']),
    visits: await sum(readers['readers.visits'], readers['readers.visitsOnline']),
    technology: done === null || all === null || all === 0 ? null : Math.round((done / all) * 10_000) / 100,
    website: runs('website'),
    opac: runs('opac'),
  }
}

function counter(db: Reader, span: { from: string; to: string }) {
  const known = new Map<string, Promise<unknown>>()
  const once: Once = <Result>(name: string, work: () => Promise<Result>) => {
    const result = (known.get(name) as Promise<Result> | undefined) ?? work()
    known.set(name, result)
    return result
  }
  return {
    /** Null where one of them is collected by nobody. */
    async sum(...parts: Measure[]): Promise<number | null> {
      let total = 0
      for (const part of parts) {
        const { ids, weight, isCollected } = await part.find(db, span, once)
        if (isCollected === false) return null
        total += weight ?? ids.length
      }
      return total
    },
  }
}
