import { indicatorList } from '../../shared/indicators/formulas.ts'

const placeOf = new Map(indicatorList.map(({ code }, at) => [code, at]))
const last = indicatorList.length

/** As everybody knows the list; a code that it does not know comes last. */
export function inListOrder<Row extends { code: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => (placeOf.get(one.code) ?? last) - (placeOf.get(other.code) ?? last))
}
