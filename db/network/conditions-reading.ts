import type { Condition, ConditionFilters, PointMeasure } from '../../shared/network/contract.ts'
import { conditionKinds, conditionMeasures, pointMeasures } from '../../shared/network/contract.ts'
import type { Reader } from '../connection.ts'
import { hasWords } from '../listing.ts'

/** What is asked for on a day, in the order of the lists. */
export type Asked = Condition & { least: number }
export type PointCondition = Asked & { measure: PointMeasure }

export function isOfPoint(condition: Asked): condition is PointCondition {
  return pointMeasures.some((each) => each === condition.measure)
}

export async function conditionsOn(db: Reader, on: string): Promise<Asked[]> {
  return heldOf(await readConditions(db), on)
}

async function readConditions(db: Reader): Promise<Condition[]> {
  const rows = await db.selectFrom('minimumCondition').selectAll().execute()
  const place = ({ kind, measure }: Condition) =>
    conditionKinds.indexOf(kind) * 10 + conditionMeasures.indexOf(measure)
  return rows.toSorted((a, b) => place(a) - place(b) || (a.fromOn < b.fromOn ? -1 : 1))
}

function heldOf(all: readonly Condition[], on: string): Asked[] {
  const latest = new Map<string, Condition>()
  for (const condition of all.filter(({ fromOn }) => fromOn <= on))
    latest.set(`${condition.kind}.${condition.measure}`, condition)
  return [...latest.values()].flatMap((each) => (each.least === null ? [] : [{ ...each, least: each.least }]))
}

export async function findConditions(
  db: Reader,
  { on, withPast, kind, text }: ConditionFilters,
): Promise<Condition[]> {
  const all = await readConditions(db)
  const isFound = hasWords(text)
  return (withPast ? all : heldOf(all, on)).filter(
    (each) => (kind === null || each.kind === kind) && isFound(each.basis),
  )
}
