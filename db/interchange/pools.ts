import { sql } from 'kysely'
import { normalIsbn, splitIsbns } from '../../shared/catalogue/rules.ts'
import { ImportProfile } from '../../shared/interchange/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { ftsQuery, parseRecord, shownOf } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, JobHandler, QueriesOf } from '../context.ts'
import { sendRows } from '../ahead.ts'
import type { Incoming } from './incoming.ts'
import { dropKeptFiles, keepFiles, runFolder } from './kept-files.ts'
import { lettersOf } from './guess-letters.ts'
import { lettersText } from './letters.ts'
import { readIncoming } from './reading.ts'
import { refusing, sourcesOf } from './sources.ts'

/** Records that one transaction writes. */
const recordsAtOnce = 500

type PoolVerb = 'pools' | 'searchPools' | 'poolRecord'

export const poolQueries: Pick<QueriesOf<'interchange'>, PoolVerb> = {
  pools: (_, { db }) =>
    db
      .selectFrom('recordPool')
      .select(['id', 'name', 'records', 'addedOn', 'fileName'])
      .orderBy('name')
      .execute(),

  async searchPools({ text, limit }, { db }) {
    const isbn = normalIsbn(text)
    const ids = isbn === null ? await idsByWords(db, text, limit) : await idsByIsbn(db, isbn, limit)
    const { rows } = await sql<Found>`
      select record.id, recordPool.name as poolName, record.title, record.authors, record.publisher,
        record.publishedYear, record.isbn,
        (select title.id from titleIsbn join title on title.id = titleIsbn.titleId and title.removedOn is null
          where record.isbn != '' and titleIsbn.isbn = record.isbn limit 1) as titleId
      from json_each(${JSON.stringify(ids)}) as wanted
      join poolRecord as record on record.id = wanted.value
      join recordPool on recordPool.id = record.poolId
      order by wanted.key`.execute(db)
    return rows
  },

  async poolRecord({ id }, { db, fail }) {
    const row = await db.selectFrom('poolRecord').select('marc').where('id', '=', id).executeTakeFirst()
    return row ? { id, record: parseRecord(row.marc) } : fail('record_not_found', { id })
  },
}

type Found = {
  id: number
  poolName: string
  title: string
  authors: string
  publisher: string
  publishedYear: number | null
  isbn: string
  titleId: number | null
}

async function idsByIsbn(db: Reader, isbn: string, limit: number): Promise<number[]> {
  const rows = await db.selectFrom('poolRecord').select('id').where('isbn', '=', isbn).limit(limit).execute()
  return rows.map(({ id }) => id)
}

/** All the words, the last as far as it is typed. */
async function idsByWords(db: Reader, text: string, limit: number): Promise<number[]> {
  const match = ftsQuery(text)
  if (match === '') return []
  const { rows } = await sql<{ id: number }>`
    select rowid as id from poolSearch where poolSearch match ${match} limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

export const poolCommands: Pick<CommandsOf<'interchange'>, 'removePool'> = {
  async removePool({ id }, { db, fail }) {
    const { numDeletedRows } = await db
      .deleteFrom('recordPool')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) fail('pool_not_found', { id })
    return { id }
  },
}

type PoolChunk = { begin: { name: string; fileName: string } } | { records: string; count: number }

/** Another library's file as a pool to take records from; nothing of it is a holding of this library. */
export const addPool: JobHandler<SpecOf<'interchange.addPool'>, PoolChunk> = {
  async run({ name, file, encoding }, { db, dataDir, jobId, fail, pathOfFile, progress, write, today }) {
    const twin = await db.selectFrom('recordPool').select('id').where('name', '=', name).executeTakeFirst()
    if (twin) fail('duplicate_name', { id: twin.id, name })
    const path = pathOfFile(file) ?? fail('file_gone', { name: file.name })
    const folder = runFolder(dataDir, jobId)
    try {
      const kept = await keepFiles(folder, [{ ticket: file, path }], (bytes) =>
        progress(bytes, file.size * 2),
      )
      const sources = await sourcesOf(kept, fail)
      const profile = ImportProfile.parse({ name, encoding })
      const letters = await refusing(fail, async () => lettersText(await lettersOf(sources, profile)))
      const options = { profile, sheet: null, effectiveOn: today, encoding: letters }
      await write({ begin: { name, fileName: file.name } })
      let unread = 0
      const told = (bytes: number) => progress(file.size + Math.min(bytes, file.size), file.size * 2)
      const sent = sendRows<unknown[]>(
        (rows) => write({ records: JSON.stringify(rows), count: rows.length }),
        recordsAtOnce,
      )
      for await (const batch of readIncoming(sources, options, told)) {
        const rows = batch.flatMap(rowOf)
        unread += batch.length - rows.length
        await sent.add(rows)
      }
      await sent.end()
      const made = await db
        .selectFrom('recordPool')
        .select(['id', 'records'])
        .where('jobId', '=', jobId)
        .executeTakeFirstOrThrow()
      progress(file.size * 2, file.size * 2)
      return { ...made, unread }
    } finally {
      dropKeptFiles(folder)
    }
  },

  async apply(chunk, { db, jobId, today }) {
    if ('begin' in chunk) {
      await db
        .insertInto('recordPool')
        .values({ ...chunk.begin, records: 0, jobId, addedOn: today })
        .execute()
      return { bulk: { name: chunk.begin.name } }
    }
    const pool = await db
      .selectFrom('recordPool')
      .select('id')
      .where('jobId', '=', jobId)
      .executeTakeFirstOrThrow()
    await sql`insert into poolRecord (poolId, title, authors, publisher, publishedYear, isbn, marc)
      select ${pool.id}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
      from json_each(${chunk.records})`.execute(db)
    await db
      .updateTable('recordPool')
      .set((is) => ({ records: is('records', '+', chunk.count) }))
      .where('id', '=', pool.id)
      .execute()
    return { bulk: { poolId: pool.id, records: chunk.count } }
  },

  async takeBack({ db, jobId, dataDir }) {
    dropKeptFiles(runFolder(dataDir, jobId))
    await db.deleteFrom('recordPool').where('jobId', '=', jobId).execute()
    return false
  },
}

function rowOf({ record }: Incoming): unknown[][] {
  if (!record) return []
  const { title, part, authors, publisher, publishedYear, isbn } = shownOf(record)
  if (title === '') return []
  const named = [title, part].filter(Boolean).join('. ')
  return [[named, authors, publisher, publishedYear, splitIsbns(isbn).valid[0] ?? '', JSON.stringify(record)]]
}
