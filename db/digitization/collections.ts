import { sql } from 'kysely'
import {
  mostTitles,
  type Collection,
  type CollectionTitle,
} from '../../shared/digitization/collections-contract.ts'
import { fold, words } from '../../shared/fold.ts'
import { selectedIds } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { documentsOn } from './documents.ts'

export const collectionQueries: Pick<QueriesOf<'digitization'>, 'collections' | 'collectionTitles'> = {
  collections: (_, { db, today }) => readCollections(db, today),

  async collectionTitles({ collectionId, text, offset, limit }, { db, fail, today }) {
    await requireCollection(db, { id: collectionId, today }, fail)
    const wanted = words(fold(text.trim())).join(' ')
    const from = sql`from digitalCollectionTitle as held join title on title.id = held.titleId
      where held.collectionId = ${collectionId} and held.removedOn is null and title.removedOn is null
        ${wanted === '' ? sql`` : sql`and instr(title.foldedTitle, ${wanted}) > 0`}`
    const counted = await sql<{ count: number }>`select count(*) as count ${from}`.execute(db)
    const { rows } = await sql<Omit<CollectionTitle, 'isDigitized'> & { isDigitized: number }>`
      with ${documentsOn(db, today)}
      select title.id, title.title, title.responsibility, title.publishedYear, held.addedOn,
        title.id in (select id from document) as isDigitized
      ${from} order by title.sortKey, title.id limit ${limit} offset ${offset}`.execute(db)
    return {
      rows: rows.map((row) => ({ ...row, isDigitized: row.isDigitized === 1 })),
      total: { count: counted.rows[0]?.count ?? 0, isExact: true },
    }
  },
}

type CollectionVerb =
  | 'addCollection'
  | 'updateCollection'
  | 'removeCollection'
  | 'addToCollection'
  | 'removeFromCollection'

export const collectionCommands: Pick<CommandsOf<'digitization'>, CollectionVerb> = {
  async addCollection(fields, { db, fail }) {
    await requireFields(db, { id: 0, ...fields }, fail)
    const { id } = await db
      .insertInto('digitalCollection')
      .values(fields)
      .returning('id')
      .executeTakeFirstOrThrow()
    return { ...fields, id, rev: 1, titles: 0, digitized: 0 }
  },

  async updateCollection({ id, rev, ...fields }, { db, fail, today }) {
    await requireCollection(db, { id, rev, today }, fail)
    await requireFields(db, { id, ...fields }, fail)
    await db
      .updateTable('digitalCollection')
      .set({ ...fields, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return requireCollection(db, { id, today }, fail)
  },

  async removeCollection({ id, rev }, { db, fail, today }) {
    const { name } = await requireCollection(db, { id, rev, today }, fail)
    const held = await db
      .selectFrom('digitalCollectionTitle')
      .select('id')
      .where('collectionId', '=', id)
      .executeTakeFirst()
    if (held) fail('collection_has_titles', { name })
    await db.deleteFrom('digitalCollection').where('id', '=', id).execute()
    return { id }
  },

  async addToCollection({ collectionId, selection }, { db, fail, today }) {
    await requireCollection(db, { id: collectionId, today }, fail)
    const ids = await selectedIds(db, selection, { limit: mostTitles })
    const wanted = sql`(select title.id from json_each(${JSON.stringify(ids)}) as wanted
      join title on title.id = wanted.value where title.removedOn is null)`
    // What was taken out today was in it all day: the row goes on.
    const { rows: again } = await sql<{ titleId: number }>`update digitalCollectionTitle set removedOn = null
      where collectionId = ${collectionId} and removedOn = ${today} and titleId in ${wanted} returning titleId`.execute(
      db,
    )
    const { rows: added } = await sql<{ titleId: number }>`
      insert into digitalCollectionTitle (collectionId, titleId, addedOn)
      select ${collectionId}, wanted.id, ${today} from ${wanted} as wanted where not exists (
        select 1 from digitalCollectionTitle as held where held.collectionId = ${collectionId}
          and held.titleId = wanted.id and held.removedOn is null) returning titleId`.execute(db)
    const all = [...again, ...added].map(({ titleId }) => titleId)
    return { added: all, known: ids.length - all.length }
  },

  async removeFromCollection({ collectionId, titleIds }, { db, fail, today }) {
    await requireCollection(db, { id: collectionId, today }, fail)
    const held = sql`collectionId = ${collectionId} and removedOn is null
      and titleId in (select value from json_each(${JSON.stringify(titleIds)}))`
    // What came in today was in it on no day's end.
    const { rows: undone } = await sql<{ titleId: number }>`delete from digitalCollectionTitle
      where ${held} and addedOn = ${today} returning titleId`.execute(db)
    const { rows: ended } = await sql<{
      titleId: number
    }>`update digitalCollectionTitle set removedOn = ${today}
      where ${held} returning titleId`.execute(db)
    return { removed: [...undone, ...ended].map(({ titleId }) => titleId) }
  },
}

async function readCollections(db: Reader, today: string, id?: number): Promise<Collection[]> {
  const { rows } = await sql<Collection>`with ${documentsOn(db, today)}
    select collection.id, collection.rev, name, description, openedOn, closedOn,
      count(title.id) as titles, count(document.id) as digitized
    from digitalCollection as collection
    left join digitalCollectionTitle as held on held.collectionId = collection.id and held.removedOn is null
    left join title on title.id = held.titleId and title.removedOn is null
    left join document on document.id = title.id
    ${id === undefined ? sql`` : sql`where collection.id = ${id}`}
    group by collection.id order by closedOn is not null, name, collection.id`.execute(db)
  return rows
}

async function requireCollection(
  db: Reader,
  { id, rev, today }: { id: number; rev?: number; today: string },
  fail: Fail<'collection_not_found'>,
): Promise<Collection> {
  const [collection] = await readCollections(db, today, id)
  if (!collection) return fail('collection_not_found', { id })
  if (rev !== undefined && collection.rev !== rev) fail('stale', { id, rev: collection.rev })
  return collection
}

type Fields = { id: number; name: string; openedOn: string; closedOn: string | null }

async function requireFields(
  db: Reader,
  { id, name, openedOn, closedOn }: Fields,
  fail: Fail<'collection_name_taken' | 'closes_before_opening'>,
): Promise<void> {
  if (closedOn !== null && closedOn < openedOn) fail('closes_before_opening', { openedOn, closedOn })
  const twin = await db
    .selectFrom('digitalCollection')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (twin) fail('collection_name_taken', { name })
}
