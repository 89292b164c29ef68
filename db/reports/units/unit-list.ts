import type { ReportingUnit } from '../../../shared/reports/contract.ts'
import type { Reader, Writer } from '../../connection.ts'
import type { CommandsOf } from '../../context.ts'
import type { Fail } from '../../failure.ts'

const columns = ['id', 'rev', 'code', 'name', 'keyFingerprint'] as const

/** The units whose reports are waited for, by name. */
export async function expectedUnits(db: Reader): Promise<ReportingUnit[]> {
  const units = await db.selectFrom('reportingUnit').select(columns).where('removedOn', 'is', null).execute()
  return units.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

type UnitCommands = Pick<CommandsOf<'reports'>, 'addUnit' | 'updateUnit' | 'removeUnit' | 'restoreUnit'>

export const unitCommands: UnitCommands = {
  async addUnit({ code, name }, { db, fail }) {
    await requireFree(db, { code, id: 0 }, fail)
    const { id } = await db
      .insertInto('reportingUnit')
      .values({ code, name })
      .returning('id')
      .executeTakeFirstOrThrow()
    return saved(db, id)
  },

  async updateUnit({ id, rev, code, name }, { db, fail }) {
    const unit = await requireUnit(db, id, fail)
    if (unit.rev !== rev) fail('stale', { id, rev: unit.rev })
    await requireFree(db, { code, id }, fail)
    await db
      .updateTable('reportingUnit')
      .set({ code, name, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return saved(db, id)
  },

  async removeUnit({ id }, { db, fail, today }) {
    await requireUnit(db, id, fail)
    await db.updateTable('reportingUnit').set({ removedOn: today }).where('id', '=', id).execute()
    return { id }
  },

  async restoreUnit({ id }, { db, fail }) {
    const { code } = await requireUnit(db, id, fail)
    await requireFree(db, { code, id }, fail)
    await db.updateTable('reportingUnit').set({ removedOn: null }).where('id', '=', id).execute()
    return { id }
  },
}

async function requireUnit(db: Writer, id: number, fail: Fail<'unit_not_found'>) {
  const unit = await db
    .selectFrom('reportingUnit')
    .select(['code', 'rev'])
    .where('id', '=', id)
    .executeTakeFirst()
  return unit ?? fail('unit_not_found', { id })
}

/** Two units of one code could not be told apart when a package comes in. */
async function requireFree(
  db: Writer,
  { code, id }: { code: string; id: number },
  fail: Fail<'unit_exists'>,
): Promise<void> {
  const other = await db
    .selectFrom('reportingUnit')
    .select('name')
    .where('code', '=', code)
    .where('id', '!=', id)
    .where('removedOn', 'is', null)
    .executeTakeFirst()
  if (other) fail('unit_exists', { code, name: other.name })
}

async function saved(db: Writer, id: number): Promise<ReportingUnit> {
  return db.selectFrom('reportingUnit').select(columns).where('id', '=', id).executeTakeFirstOrThrow()
}
