import { sql } from 'kysely'
import { CopyFacts, type Item, type itemSorts } from '../../shared/weeding/contract.ts'
import { mayStrike, isListOpen } from '../../shared/weeding/rules.ts'
import { fold } from '../../shared/fold.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { idsIn } from '../copies/index.ts'
import { requireAddable } from './addable.ts'
import { byShelf, factsOf } from './facts.ts'
import { requireOpenList, requireWeeding } from './reading.ts'

/** More than this no council reads, and no word processor of a library's PC opens with ease. */
export const mostItems = 20_000

export const itemQueries: Pick<QueriesOf<'weeding'>, 'items'> = {
  async items({ weedingId, state, sort, text, offset, limit }, { db, fail }) {
    await requireWeeding(db, { id: weedingId }, fail)
    const words = fold(text.trim())
    const named =
      words === ''
        ? sql``
        : sql`and (instr(upper(copy.accessionNumber), upper(${text.trim()})) > 0 or instr(title.foldedTitle, ${words}) > 0)`
    const from = sql`from weedingItem as item
      join copy on copy.id = item.copyId join title on title.id = copy.titleId
      where item.weedingId = ${weedingId} and item.state = ${state} ${named}`
    const counted = await sql<{ count: number }>`select count(*) as count ${from}`.execute(db)
    const { rows } = await sql<{ id: number }>`
      select item.id ${from} order by ${orders[sort]} limit ${limit} offset ${offset}`.execute(db)
    return {
      rows: await readItems(
        db,
        rows.map(({ id }) => id),
      ),
      total: { count: counted.rows[0]?.count ?? 0, isExact: true },
    }
  },
}

const orders: Record<(typeof itemSorts)[number], ReturnType<typeof sql>> = {
  shelf: byShelf,
  accession_number: sql`copy.accessionNumber`,
  title: sql`title.sortKey, copy.accessionNumber`,
  newest: sql`item.id desc`,
}

type ItemVerb = 'addItems' | 'changeItems' | 'dropItems' | 'restoreItems' | 'undoGathering'

export const itemCommands: Pick<CommandsOf<'weeding'>, ItemVerb> = {
  async addItems({ id, copyIds, ground, reason, isProtectedMeant }, { db, fail }) {
    const weeding = await requireOpenList(db, id, fail)
    const wanted = [...new Set(copyIds)]
    const known = await listedAmong(db, id, wanted)
    const added = wanted.filter((copyId) => !known.has(copyId))
    await requireAddable(db, { weedingId: id, copyIds: added, isProtectedMeant }, fail)
    if (weeding.copies + added.length > mostItems) fail('too_many_items', { most: mostItems })
    // One that a run brought in before is now a person's choice, which no undoing of that run takes.
    await sql`insert into weedingItem (weedingId, copyId, state, ground, reason)
      select ${id}, value, 'listed', ${ground}, ${reason} from json_each(${JSON.stringify(added)})
      where true
      on conflict (weedingId, copyId) do update
        set state = 'listed', ground = excluded.ground, reason = excluded.reason, dropReason = '',
          jobId = null`.execute(db)
    return { added: added.length, known: known.size, itemIds: await itemIdsOf(db, id, added) }
  },

  async changeItems({ id, itemIds, ground, disposal }, { db, fail }) {
    const weeding = await requireWeeding(db, { id }, fail)
    // What becomes of the documents is settled by the approval, why they leave by the signed list.
    const isOpen = ground === null ? weeding.stage !== 'approved' : isListOpen(weeding.stage)
    if (!isOpen) fail('list_closed', { name: weeding.name })
    const changed = await db
      .updateTable('weedingItem')
      .set({ ...(ground === null ? {} : { ground }), ...(disposal === null ? {} : { disposal }) })
      .where('weedingId', '=', id)
      .where('id', 'in', idsIn(itemIds))
      .where((is) =>
        is.or([
          ground === null ? is.lit(false) : is('ground', '!=', ground),
          disposal === null ? is.lit(false) : is('disposal', 'is not', disposal),
        ]),
      )
      .returning('id')
      .execute()
    return { items: changed.length }
  },

  async dropItems({ id, itemIds, reason }, { db, fail }) {
    const { stage, name } = await requireWeeding(db, { id }, fail)
    if (!isListOpen(stage) && !mayStrike(stage)) fail('list_closed', { name })
    const dropped = await db
      .updateTable('weedingItem')
      .set({ state: isListOpen(stage) ? 'removed' : 'struck', dropReason: reason })
      .where('weedingId', '=', id)
      .where('id', 'in', idsIn(itemIds))
      .where('state', '=', 'listed')
      .returning('id')
      .execute()
    return { items: dropped.length }
  },

  async restoreItems({ id, itemIds }, { db, fail }) {
    const { stage, name } = await requireWeeding(db, { id }, fail)
    if (!isListOpen(stage) && !mayStrike(stage)) fail('list_closed', { name })
    // Once the list is signed only what stood on it may come back.
    const from = isListOpen(stage) ? (['removed', 'struck'] as const) : (['struck'] as const)
    await requireNowhereElse(db, { weedingId: id, itemIds }, fail)
    const restored = await db
      .updateTable('weedingItem')
      .set({ state: 'listed', dropReason: '' })
      .where('weedingId', '=', id)
      .where('id', 'in', idsIn(itemIds))
      .where('state', 'in', from)
      .returning('id')
      .execute()
    return { items: restored.length }
  },

  async undoGathering({ id, jobId }, { db, fail }) {
    await requireOpenList(db, id, fail)
    const gone = await db
      .deleteFrom('weedingItem')
      .where('weedingId', '=', id)
      .where('jobId', '=', jobId)
      .returning('id')
      .execute()
    return { items: gone.length }
  },
}

async function listedAmong(db: Reader, weedingId: number, copyIds: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('weedingItem')
    .select('copyId')
    .where('weedingId', '=', weedingId)
    .where('state', '=', 'listed')
    .where('copyId', 'in', idsIn(copyIds))
    .execute()
  return new Set(rows.map(({ copyId }) => copyId))
}

async function itemIdsOf(db: Writer, weedingId: number, copyIds: readonly number[]): Promise<number[]> {
  const rows = await db
    .selectFrom('weedingItem')
    .select('id')
    .where('weedingId', '=', weedingId)
    .where('copyId', 'in', idsIn(copyIds))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function requireNowhereElse(
  db: Writer,
  { weedingId, itemIds }: { weedingId: number; itemIds: readonly number[] },
  fail: Fail<'copy_elsewhere'>,
): Promise<void> {
  const other = await db
    .selectFrom('weedingItem as item')
    .innerJoin('weedingItem as other', 'other.copyId', 'item.copyId')
    .innerJoin('weeding', 'weeding.id', 'other.weedingId')
    .innerJoin('copy', 'copy.id', 'item.copyId')
    .select(['copy.accessionNumber', 'weeding.name'])
    .where('item.id', 'in', idsIn(itemIds))
    .where('item.weedingId', '=', weedingId)
    .where('other.weedingId', '!=', weedingId)
    .where('other.state', '=', 'listed')
    .executeTakeFirst()
  if (other) fail('copy_elsewhere', other)
}

/** Items in the order asked for; what a signed list says of a copy it goes on saying. */
export async function readItems(db: Reader, ids: readonly number[]): Promise<Item[]> {
  const rows = await db
    .selectFrom('weedingItem')
    .innerJoin('weeding', 'weeding.id', 'weedingItem.weedingId')
    .select(['weedingItem.id', 'copyId', 'state', 'ground', 'reason', 'dropReason', 'facts'])
    .select((is) => is.fn.coalesce('weedingItem.disposal', 'weeding.disposal').as('disposal'))
    .where('weedingItem.id', 'in', idsIn(ids))
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const facts = await factsOf(
    db,
    ids.flatMap((id) => byId.get(id)?.copyId ?? []),
  )
  const factByCopy = new Map(facts.map((fact) => [fact.copyId, fact]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    const fact = row && factByCopy.get(row.copyId)
    if (!row || !fact) return []
    const { facts: kept, disposal, ...item } = row
    const { titleId: _, material: __, language: ___, ddc: ____, ...live } = fact
    const signed = kept === null ? {} : CopyFacts.parse(JSON.parse(kept))
    return [{ ...live, ...signed, ...item, disposal: disposal as Item['disposal'] }]
  })
}
