import type { Printer } from '../../shared/labels/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { byName, requireFreeName } from './names.ts'

export const printerQueries: Pick<QueriesOf<'labels'>, 'printers'> = {
  printers: async (_, { db }) => (await db.selectFrom('labelPrinter').selectAll().execute()).toSorted(byName),
}

type PrinterVerb = 'addPrinter' | 'updatePrinter' | 'removePrinter'

export const printerCommands: Pick<CommandsOf<'labels'>, PrinterVerb> = {
  async addPrinter(fields, { db, fail }) {
    await requireFreeName(db, 'labelPrinter', { id: 0, name: fields.name }, fail)
    return db.insertInto('labelPrinter').values(fields).returningAll().executeTakeFirstOrThrow()
  },

  async updatePrinter({ id, rev, ...fields }, { db, fail }) {
    await requireRev(db, { id, rev }, fail)
    await requireFreeName(db, 'labelPrinter', { id, name: fields.name }, fail)
    return db
      .updateTable('labelPrinter')
      .set({ ...fields, rev: rev + 1 })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
  },

  async removePrinter({ id, rev }, { db, fail }) {
    await requireRev(db, { id, rev }, fail)
    await db.deleteFrom('labelPrinter').where('id', '=', id).execute()
    return { id }
  },
}

/** A printer that puts everything where it is told. */
const exact = { shiftXMm: 0, shiftYMm: 0, scaleXPercent: 100, scaleYPercent: 100 }
export type Correction = typeof exact

export async function correctionOf(
  db: Reader,
  id: number | null,
  fail: Fail<'printer_not_found'>,
): Promise<Correction> {
  if (id === null) return exact
  return requirePrinter(db, id, fail)
}

async function requirePrinter(db: Reader, id: number, fail: Fail<'printer_not_found'>): Promise<Printer> {
  const printer = await db.selectFrom('labelPrinter').selectAll().where('id', '=', id).executeTakeFirst()
  return printer ?? fail('printer_not_found', { id })
}

async function requireRev(
  db: Reader,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'printer_not_found'>,
): Promise<void> {
  const printer = await requirePrinter(db, id, fail)
  if (printer.rev !== rev) fail('stale', { id, rev: printer.rev })
}
