import { sql } from 'kysely'
import * as z from 'zod'
import type { Income, IncomeFilters } from '../../shared/association/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { readCursor } from '../cursor.ts'
import { requireCorrectable } from './ledger.ts'

const place = z.tuple([z.string(), z.int()])
type Place = z.output<typeof place>

export const incomeQueries: Pick<QueriesOf<'association'>, 'income'> = {
  async income({ cursor, limit, ...filters }, { db, fail }) {
    const page = await incomePage(db, filters, { before: readCursor(cursor, place, fail), limit })
    return { ...page, totalMinor: await incomeTotal(db, filters) }
  },
}

export async function incomePage(
  db: Reader,
  filters: IncomeFilters,
  { before, limit }: { before: Place | null; limit: number },
): Promise<{ rows: Income[]; next: string | null }> {
  const rows = await narrowed(db, filters)
    .$if(before !== null, (query) =>
      query.where(sql<boolean>`(entry."on", entry.id) < (${before?.[0]}, ${before?.[1]})`),
    )
    .orderBy('entry.on', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit).map(shownIncome)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last ? JSON.stringify([last.on, last.id]) : null }
}

async function incomeTotal(db: Reader, { year, kind }: IncomeFilters): Promise<number> {
  const { total } = await db
    .selectFrom('otherIncome')
    .select((is) => is.fn.coalesce(is.fn.sum<number>('amountMinor'), sql<number>`0`).as('total'))
    .$if(year !== null, (query) =>
      query.where('on', '>=', `${year}-01-01`).where('on', '<=', `${year}-12-31`),
    )
    .$if(kind !== null, (query) => query.where('kind', '=', kind))
    .executeTakeFirstOrThrow()
  return total
}

function narrowed(db: Reader, { year, kind }: IncomeFilters) {
  return entries(db)
    .$if(year !== null, (query) =>
      query.where('entry.on', '>=', `${year}-01-01`).where('entry.on', '<=', `${year}-12-31`),
    )
    .$if(kind !== null, (query) => query.where('entry.kind', '=', kind))
}

function entries(db: Reader) {
  return db
    .selectFrom('otherIncome as entry')
    .leftJoin('activity', 'activity.id', 'entry.activityId')
    .select(['entry.id', 'entry.on', 'entry.kind', 'entry.source', 'entry.amountMinor'])
    .select(['entry.receiptNumber', 'entry.activityId', 'activity.name as activityName', 'entry.note'])
    .select('entry.correctsId')
    .select(
      sql<number>`exists (select 1 from otherIncome as later where later.correctsId = entry.id)`.as(
        'isCorrected',
      ),
    )
}

function shownIncome<Row extends { isCorrected: number }>({ isCorrected, ...row }: Row) {
  return { ...row, isCorrected: isCorrected === 1 }
}

async function readIncome(db: Reader, id: number): Promise<Income> {
  return shownIncome(await entries(db).where('entry.id', '=', id).executeTakeFirstOrThrow())
}

export const incomeCommands: Pick<CommandsOf<'association'>, 'addIncome' | 'correctIncome'> = {
  async addIncome(fields, { db, fail, today }) {
    if (fields.on > today) fail('day_in_future', { on: fields.on })
    const { activityId } = fields
    if (activityId !== null) {
      const activity = await db
        .selectFrom('activity')
        .select('id')
        .where('id', '=', activityId)
        .where('removedOn', 'is', null)
        .executeTakeFirst()
      if (!activity) fail('activity_not_found', { id: activityId })
    }
    const { id } = await db.insertInto('otherIncome').values(fields).returning('id').executeTakeFirstOrThrow()
    return readIncome(db, id)
  },

  async correctIncome({ id, on, reason }, { db, fail, today }) {
    const row = await entries(db).where('entry.id', '=', id).executeTakeFirst()
    const entry = row ? shownIncome(row) : fail('entry_not_found', { id })
    requireCorrectable(entry, { on, today }, fail)
    const { kind, source, amountMinor, receiptNumber, activityId } = entry
    const written = await db
      .insertInto('otherIncome')
      .values({
        on,
        kind,
        source,
        receiptNumber,
        activityId,
        amountMinor: 0 - amountMinor,
        note: reason,
        correctsId: id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return readIncome(db, written.id)
  },
}
