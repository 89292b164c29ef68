import type { Sheet, SheetFields } from '../../shared/labels/contract.ts'
import { overhang } from '../../shared/labels/rules.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { byName, requireFreeName } from './names.ts'

export const sheetQueries: Pick<QueriesOf<'labels'>, 'sheets'> = {
  sheets: (_, { db }) => readSheets(db),
}

export const sheetCommands: Pick<CommandsOf<'labels'>, 'addSheet' | 'updateSheet' | 'removeSheet'> = {
  async addSheet(fields, { db, fail }) {
    await requireSound(db, { ...fields, id: 0 }, fail)
    return db.insertInto('labelSheet').values(fields).returningAll().executeTakeFirstOrThrow()
  },

  async updateSheet({ id, rev, ...fields }, { db, fail }) {
    const sheet = await requireSheet(db, id, fail)
    if (sheet.rev !== rev) fail('stale', { id, rev: sheet.rev })
    await requireSound(db, { ...fields, id }, fail)
    await db
      .updateTable('labelSheet')
      .set({ ...fields, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return requireSheet(db, id, fail)
  },

  async removeSheet({ id, rev }, { db, fail }) {
    const sheet = await requireSheet(db, id, fail)
    if (sheet.rev !== rev) fail('stale', { id, rev: sheet.rev })
    if ((await readSheets(db)).length === 1) fail('last_sheet', { name: sheet.name })
    await db.deleteFrom('labelSheet').where('id', '=', id).execute()
    return { id }
  },
}

async function readSheets(db: Reader): Promise<Sheet[]> {
  return (await db.selectFrom('labelSheet').selectAll().execute()).toSorted(byName)
}

export async function requireSheet(db: Reader, id: number, fail: Fail<'sheet_not_found'>): Promise<Sheet> {
  const sheet = await db.selectFrom('labelSheet').selectAll().where('id', '=', id).executeTakeFirst()
  return sheet ?? fail('sheet_not_found', { id })
}

async function requireSound(
  db: Writer,
  fields: SheetFields & { id: number },
  fail: Fail<'duplicate_name' | 'sheet_overhangs'>,
): Promise<void> {
  await requireFreeName(db, 'labelSheet', fields, fail)
  const over = overhang(fields)
  if (over) fail('sheet_overhangs', over)
}
