import type { Progress, Value } from '../../shared/indicators/contract.ts'
import { indicatorParts, partOf, type IndicatorPart } from '../../shared/indicators/formulas.ts'
import { namedPeriod } from '../../shared/periods.ts'
import type { Reader } from '../connection.ts'
import type { Once, Span } from '../measures.ts'
import { computeValues, onceEach } from './compute.ts'
import { allIndicators } from './own-reading.ts'
import { progressOf } from './progress.ts'

type Listed = Value & { progress: Progress | null }

/** What was counted of a period so far, part by part. */
type Count = {
  byPart: Map<IndicatorPart, Listed[]>
  /** By the span: what several parts rest on is counted once, and forgotten with the last of them. */
  onces: Map<string, Once>
}

export function emptyCount(): Count {
  return { byPart: new Map(), onces: new Map() }
}

type Asked = { period: string; part: IndicatorPart | undefined; day: string }

/** The figures of a period beside their targets, all of them or those of one part. */
export async function listed(db: Reader, count: Count, { period, part, day }: Asked): Promise<Listed[]> {
  const codes = (await allIndicators(db)).map(({ code }) => code)
  for (const each of part === undefined ? indicatorParts : [part])
    if (!count.byPart.has(each)) {
      const only = new Set(codes.filter((code) => partOf(code) === each))
      count.byPart.set(each, await countPart(db, count, { period, day, only }))
    }
  if (count.byPart.size === indicatorParts.length) count.onces.clear()
  if (part !== undefined) return count.byPart.get(part) ?? []
  const byCode = new Map([...count.byPart.values()].flat().map((value) => [value.code, value]))
  return codes.flatMap((code) => byCode.get(code) ?? [])
}

type PartAsked = { period: string; day: string; only: ReadonlySet<string> }

async function countPart(db: Reader, count: Count, { period, day, only }: PartAsked): Promise<Listed[]> {
  const span = namedPeriod(period)
  const onceOf = ({ from, to }: Span): Once => {
    const once = count.onces.get(`${from} ${to}`) ?? onceEach()
    count.onces.set(`${from} ${to}`, once)
    return once
  }
  try {
    const values = await computeValues(db, span, { only, once: onceOf(span) })
    const progress = await progressOf(db, { period, values, onceOf, day })
    return values.map((value) => ({ ...value, progress: progress.get(value.code) ?? null }))
  } catch (error) {
    // A count that failed half-way is begun anew.
    count.onces.clear()
    throw error
  }
}
