import { namedPeriod } from '../../../shared/periods.ts'
import { findIndicator, reportLines } from '../../../shared/indicators/formulas.ts'
import type { Value } from '../../../shared/indicators/contract.ts'
import { addUp, type ByCode } from '../../../shared/reports/adding-up.ts'
import type { UnitFigure, UnitReport } from '../../../shared/reports/contract.ts'
import type { Reader } from '../../connection.ts'
import type { QueriesOf } from '../../context.ts'
import type { Remember } from '../../memory.ts'
import { officialValues, signedPeriod } from '../../indicators/index.ts'
import { rememberedCount } from '../figures.ts'
import { expectedUnits } from './unit-list.ts'

export const unitQueries: Pick<QueriesOf<'reports'>, 'units' | 'consolidation'> = {
  units: async (_, { db }) => expectedUnits(db),

  consolidation: async ({ period }, { db, remembered }) => consolidate(db, period, remembered),
}

/** What the units reported of a period, what it comes to, and ours beside it. */
export async function consolidate(db: Reader, period: string, remembered: Remember) {
  const units = await expectedUnits(db)
  const expected = new Set(units.map(({ id }) => id))
  const reports = (await reportsOf(db, period)).filter(({ unitId }) => expected.has(unitId))
  const counted = reports.filter(({ isCounted }) => isCounted)
  const figures = await figuresOf(db, counted)
  const { values, isSigned } = await ownValues(db, period, remembered)
  const own: ByCode = new Map(values.map((value) => [value.code, value]))
  const lines = reportLines(codesOf(values, figures))
  const byUnit = counted.map(({ id, unitId }) => ({ unitId, values: figures.get(id) ?? new Map() }))
  return {
    units,
    reports,
    isOwnSigned: isSigned,
    figures: lines.map(({ code }): UnitFigure => ({
      code,
      own: statedOf(own.get(code)),
      units: byUnit.flatMap(({ unitId, values: of }) => {
        const stated = statedOf(of.get(code))
        return stated ? [{ unitId, ...stated }] : []
      }),
      ...addUp(code, { units: byUnit.map((unit) => unit.values), own, expected: units.length }),
    })),
  }
}

type Stated = Pick<Value, 'status' | 'value'>

function statedOf(value: Stated | undefined): Stated | null {
  return value ? { status: value.status, value: value.value } : null
}

/** Ours in the order of the catalogue, then what only a unit has; what a newer program counts has no name here. */
function codesOf(values: readonly Value[], figures: ReadonlyMap<number, ByCode>): Value[] {
  const ours = new Set(values.map(({ code }) => code))
  const others = new Set(
    [...figures.values()].flatMap((of) =>
      [...of.keys()].filter((code) => !ours.has(code) && findIndicator(code)),
    ),
  )
  const blank = { version: 1, status: 'not_collected', value: null } as const
  return [...values, ...[...others].map((code) => ({ code, ...blank }))]
}

async function ownValues(db: Reader, period: string, remembered: Remember) {
  const signed = await signedPeriod(db, period)
  if (signed) return { values: await officialValues(db, signed.id), isSigned: true }
  const compute = await rememberedCount(db, remembered)
  return { values: await compute(namedPeriod(period)), isSigned: false }
}

/** Of each unit the highest revision counts, whichever came in last; a signed package before any workbook. */
async function reportsOf(db: Reader, period: string): Promise<UnitReport[]> {
  const rows = await db
    .selectFrom('unitReport')
    .leftJoin('user', 'user.id', 'takenById')
    .select(['unitReport.id', 'unitId', 'source', 'revision', 'hash', 'fileName', 'signedAt', 'takenAt'])
    .select('user.name as takenBy')
    .where('period', '=', period)
    .where('takenBackAt', 'is', null)
    .orderBy('unitId')
    .orderBy('source')
    .orderBy('revision', 'desc')
    .execute()
  return rows.map((row, at) => ({ ...row, isCounted: rows[at - 1]?.unitId !== row.unitId }))
}

async function figuresOf(
  db: Reader,
  reports: readonly { id: number }[],
): Promise<ReadonlyMap<number, ByCode>> {
  if (reports.length === 0) return new Map()
  const rows = await db
    .selectFrom('unitFigure')
    .select(['reportId', 'code', 'status', 'value'])
    .where(
      'reportId',
      'in',
      reports.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  const byReport = Map.groupBy(rows, ({ reportId }) => reportId)
  return new Map([...byReport].map(([id, of]) => [id, new Map(of.map((value) => [value.code, value]))]))
}
