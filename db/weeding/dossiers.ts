import { displayDate } from '../../shared/dates.ts'
import { isSigned, paperKinds, stages, yearsAfter } from '../../shared/weeding/rules.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { stockOn } from '../copies/index.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import { readBack, readWeedings, requireWeeding, shareOf } from './reading.ts'
import { recordOf } from './record.ts'
import { readRule } from './rule.ts'
import { startPapers } from './starting.ts'

export const dossierQueries: Pick<QueriesOf<'weeding'>, 'list' | 'standing' | 'weeding'> = {
  async list({ view, cursor, limit }, { db, fail, today }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const ids = await db
      .selectFrom('weeding')
      .select('id')
      .$if(view === 'open', (query) => query.where('stage', '!=', 'approved'))
      .$if(view === 'approved' || view === 'expired', (query) => query.where('stage', '=', 'approved'))
      .$if(view === 'expired', (query) =>
        query.where('keptUntil', '<=', today).where('destroyedOn', 'is', null),
      )
      .orderBy('year', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .offset(from)
      .execute()
    const page = ids.slice(0, limit).map(({ id }) => id)
    return { rows: await readWeedings(db, page), next: ids.length > limit ? String(from + limit) : null }
  },

  async standing(_, { db, today }) {
    const { lastOn, expired } = await db
      .selectFrom('weeding')
      .select((is) => [
        is.fn.max<string | null>('withdrawnOn').as('lastOn'),
        is.fn
          .countAll<number>()
          .filterWhere('keptUntil', '<=', today)
          .filterWhere('destroyedOn', 'is', null)
          .as('expired'),
      ])
      .executeTakeFirstOrThrow()
    const { intervalYears } = await readRule(db)
    const { stock, most } = shareOf(0, await stockOn(db, today))
    const nextFrom = lastOn === null || intervalYears === null ? null : yearsAfter(lastOn, intervalYears)
    return { lastOn, nextFrom, intervalYears, expired, stock, most }
  },

  weeding: async ({ id }, { db, fail, today }) => recordOf(db, await requireWeeding(db, { id }, fail), today),
}

type DossierVerb = 'addWeeding' | 'updateWeeding' | 'removeWeeding' | 'goBack' | 'setDestroyed'

export const dossierCommands: Pick<CommandsOf<'weeding'>, DossierVerb> = {
  async addWeeding(fields, { db, now }) {
    const { id } = await db
      .insertInto('weeding')
      .values({ ...fields, createdAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await startPapers(db, { weedingId: id, year: fields.year })
    return readBack(db, id)
  },

  async updateWeeding({ id, rev, ...fields }, { db, fail }) {
    const { stage, name } = await requireWeeding(db, { id, rev }, fail)
    if (stage === 'approved') fail('weeding_approved', { name })
    await db
      .updateTable('weeding')
      .set({ ...fields, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return readBack(db, id)
  },

  async removeWeeding({ id, rev }, { db, fail }) {
    const { stage, name, copies } = await requireWeeding(db, { id, rev }, fail)
    if (stage !== 'gathering') fail('weeding_signed', { name })
    await db.deleteFrom('weedingItem').where('weedingId', '=', id).execute()
    await db.deleteFrom('weedingPaper').where('weedingId', '=', id).execute()
    await db.deleteFrom('weeding').where('id', '=', id).execute()
    return { id, copies }
  },

  async goBack({ id, rev, to, reason }, { db, fail }) {
    const { stage, name } = await requireWeeding(db, { id, rev }, fail)
    if (stage === 'approved') fail('weeding_approved', { name })
    if (stages.indexOf(to) >= stages.indexOf(stage)) fail('wrong_stage', { stage })
    const unsigned = paperKinds.filter((kind) => isSigned(kind, stage) && !isSigned(kind, to))
    await db
      .updateTable('weedingPaper')
      .set((is) => ({
        number: '',
        signedOn: null,
        paper: null,
        paperHash: null,
        scanHash: null,
        scanName: null,
        scanSize: null,
        rev: is('rev', '+', 1),
      }))
      .where('weedingId', '=', id)
      .where('kind', 'in', unsigned)
      .execute()
    // A list that is open again says what the catalogue says.
    if (unsigned.includes('list'))
      await db.updateTable('weedingItem').set({ facts: null }).where('weedingId', '=', id).execute()
    await db
      .updateTable('weeding')
      .set({ stage: to, backReason: reason, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return readBack(db, id)
  },

  async setDestroyed({ id, rev, on, note }, { db, fail, today }) {
    const { name, keptUntil } = await requireWeeding(db, { id, rev }, fail)
    if (on !== null && (keptUntil === null || on < keptUntil))
      fail('still_kept', { name, until: keptUntil === null ? '' : displayDate(keptUntil) })
    if (on !== null && on > today) fail('destroyed_in_future', { on: displayDate(on) })
    await db
      .updateTable('weeding')
      .set({ destroyedOn: on, destroyedNote: on === null ? '' : note, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return readBack(db, id)
  },
}
