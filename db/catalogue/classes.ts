import { sql, type RawBuilder } from 'kysely'
import type { SpecialClass } from '../../shared/catalogue/contract.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'

const columns = ['id', 'titleId', 'class', 'evidence', 'setOn', 'endedOn'] as const

export const classQueries: Pick<QueriesOf<'catalogue'>, 'classesOf'> = {
  classesOf({ titleId }, { db }) {
    return db
      .selectFrom('titleClass')
      .select(columns)
      .where('titleId', '=', titleId)
      .orderBy((is) => is.fn.coalesce('endedOn', sql.lit('9999')), 'desc')
      .orderBy('setOn', 'desc')
      .orderBy('id', 'desc')
      .execute()
  },
}

export const classCommands: Pick<CommandsOf<'catalogue'>, 'setClass' | 'unsetClass' | 'endClass'> = {
  async setClass({ titleIds, class: name, evidence, setOn }, { db, fail, today, now }) {
    if (setOn > today) fail('set_in_future', { setOn, today })
    const ids = JSON.stringify(titleIds)
    const wanted = sql<{ id: number }>`(select distinct value as id from json_each(${ids}))`.as('wanted')
    const missing = await db
      .selectFrom(wanted)
      .leftJoin('title', 'title.id', 'wanted.id')
      .select('wanted.id')
      .where((is) => is.or([is('title.id', 'is', null), is('title.removedOn', 'is not', null)]))
      .limit(1)
      .executeTakeFirst()
    if (missing) fail('title_not_found', { id: missing.id })
    const overlapping = await formerPeriod(db, { ids, name, setOn })
    if (overlapping) fail('class_overlaps', { ...overlapping, setOn })
    // A title that is in the class already keeps its date and its evidence.
    const entered = await db
      .insertInto('titleClass')
      .columns(['titleId', 'class', 'evidence', 'setOn'])
      .expression(
        db
          .selectFrom(wanted)
          .select([
            'wanted.id',
            sql.val(name).as('class'),
            sql.val(evidence).as('evidence'),
            sql.val(setOn).as('setOn'),
          ])
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('titleClass')
                  .select('titleClass.id')
                  .whereRef('titleClass.titleId', '=', 'wanted.id')
                  .where('titleClass.class', '=', name)
                  .where('endedOn', 'is', null),
              ),
            ),
          ),
      )
      .returning(['id', 'titleId'])
      .execute()
    await keepInStep(
      db,
      entered.map(({ titleId }) => titleId),
      now,
    )
    return { titles: entered.length, ids: entered.map(({ id }) => id) }
  },

  async unsetClass({ ids }, { db, fail, today, now }) {
    const wanted = [...new Set(ids)]
    const listed = sql<number>`(select value from json_each(${JSON.stringify(wanted)}))`
    const entries = await db
      .selectFrom('titleClass')
      .select(['id', 'titleId'])
      .where('id', 'in', listed)
      .where('endedOn', 'is', null)
      .execute()
    const known = new Set(entries.map(({ id }) => id))
    const missing = wanted.find((id) => !known.has(id))
    if (missing !== undefined) fail('class_not_found', { id: missing })
    const older = await enteredBefore(db, { ids: listed, today })
    if (older) fail('class_set_earlier', older)
    await db.deleteFrom('titleClass').where('id', 'in', listed).execute()
    await keepInStep(
      db,
      entries.map(({ titleId }) => titleId),
      now,
    )
    return { titles: entries.length }
  },

  async endClass({ id, endedOn }, { db, fail, today, now }) {
    const entry = await db
      .selectFrom('titleClass')
      .select(columns)
      .where('id', '=', id)
      .where('endedOn', 'is', null)
      .executeTakeFirst()
    if (!entry) return fail('class_not_found', { id })
    if (endedOn > today) fail('ended_in_future', { endedOn, today })
    if (endedOn < entry.setOn) fail('ended_before_set', { endedOn, setOn: entry.setOn })
    await db.updateTable('titleClass').set({ endedOn }).where('id', '=', id).execute()
    await keepInStep(db, [entry.titleId], now)
    return { ...entry, endedOn }
  },
}

/** A title is in a class once on any day: a period that has ended since and reaches over the day a new one begins. */
async function formerPeriod(
  db: Writer,
  { ids, name, setOn }: { ids: string; name: SpecialClass; setOn: string },
) {
  return db
    .selectFrom('titleClass')
    .innerJoin('title', 'title.id', 'titleClass.titleId')
    .select(['titleId as id', 'title.title', 'endedOn'])
    .where('titleId', 'in', sql<number>`(select value from json_each(${ids}))`)
    .where('class', '=', name)
    .where('endedOn', '>', setOn)
    .where('endedOn', '>', sql.ref<string>('setOn'))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('titleClass as open')
            .select('open.id')
            .whereRef('open.titleId', '=', 'titleClass.titleId')
            .where('open.class', '=', name)
            .where('open.endedOn', 'is', null),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
}

/** The day of an entry is its evidence's; when it was entered, only the journal knows. */
async function enteredBefore(
  db: Writer,
  { ids, today }: { ids: RawBuilder<number>; today: string },
): Promise<{ id: number; title: string } | null> {
  const since = new Date(`${today}T00:00:00+07:00`).toISOString()
  const older = await db
    .selectFrom('titleClass')
    .innerJoin('title', 'title.id', 'titleClass.titleId')
    .select(['titleClass.id', 'title.title'])
    .where('titleClass.id', 'in', ids)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('journalRow')
            .innerJoin('journalCommand', 'journalCommand.id', 'journalRow.commandId')
            .select('journalRow.id')
            .where('journalRow.tableName', '=', 'titleClass')
            .whereRef('journalRow.rowId', '=', 'titleClass.id')
            .where('journalRow.action', '=', 'insert')
            .where('journalCommand.at', '>=', since),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return older ?? null
}

/** `title.classes` repeats what is in force, so that search and lists need not look beside. */
export async function keepInStep(db: Writer, titleIds: readonly number[], now: string): Promise<void> {
  if (titleIds.length === 0) return
  await db
    .updateTable('title')
    .set((is) => ({
      classes: sql<string>`(select ifnull(group_concat(class, ' '), '') from
        (select class from titleClass where titleId = title.id and endedOn is null order by class))`,
      rev: is('rev', '+', 1),
      updatedAt: now,
    }))
    .where('id', 'in', sql<number>`(select value from json_each(${JSON.stringify(titleIds)}))`)
    .execute()
}
