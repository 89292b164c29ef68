import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { CounterImport, ImportPreview } from '../../shared/readers/contract.ts'
import { isUnusual } from '../../shared/readers/counters.ts'
import { sendAhead } from '../ahead.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, JobContext, JobHandler, QueriesOf } from '../context.ts'
import { idCursor, readCursor } from '../cursor.ts'
import { sha256 } from '../hash.ts'
import { insertRows } from '../insert-rows.ts'
import { usualAt, type CounterRow } from './counter-rows.ts'
import { linesOf } from '../interchange/tables.ts'
import { keyOfCount, readCounts, type CounterFile, type FileCount } from './counter-file.ts'
import { keepPast } from './counters.ts'
import { readKinds } from './kinds.ts'
import { requireSite } from './sites.ts'

type Refusal = 'file_gone' | 'not_a_table' | 'no_day_column' | 'no_counter_column' | 'site_not_found'
type Reading = Pick<JobContext<Refusal>, 'db' | 'fail' | 'today' | 'pathOfFile'>
type Input = { file: Parameters<JobContext['pathOfFile']>[0]; siteId: number }

const problemsShown = 100
const rowsAtOnce = 20_000
const afterAll = '9999-12-31'

async function fileOf(
  { file, siteId }: Input,
  { db, fail, today, pathOfFile }: Reading,
): Promise<CounterFile> {
  const path = pathOfFile(file) ?? fail('file_gone', { name: file.name })
  await requireSite(db, siteId, fail)
  const sites = await db.selectFrom('site').select(['id', 'name']).execute()
  return readCounts(await linesOf(path, fail), { siteId, kinds: await readKinds(db), sites, today }, fail)
}

type Row = [siteId: number, on: string, kindCode: string, value: number, importId: number]
/** Of a row that is there already. */
type Replacement = [id: number, value: number]
type Compared = {
  fresh: Row[]
  /** Rows that said nothing so far. */
  filled: Replacement[]
  overwritten: Replacement[]
  same: number
}

/** Each count beside what is stored already, in one walk along the index. */
async function compared(
  db: Reader,
  { counts, importId }: { counts: readonly FileCount[]; importId: number },
): Promise<Compared> {
  const span = spanOf(counts)
  const known = new Map<string, { id: number; value: number | null }>()
  if (span) {
    const { rows } = await sql<Pick<CounterRow, 'id' | 'siteId' | 'on' | 'kindCode' | 'value'>>`
      select id, siteId, "on", kindCode, value from counterValue
      where siteId in (select value from json_each(${JSON.stringify(span.siteIds)}))
        and "on" between ${span.from} and ${span.to}`.execute(db)
    for (const row of rows) known.set(keyOfCount(row), row)
  }
  const result: Compared = { fresh: [], filled: [], overwritten: [], same: 0 }
  for (const count of counts) {
    const { siteId, on, kindCode, value } = count
    const before = known.size > 0 ? known.get(keyOfCount(count)) : undefined
    if (!before) result.fresh.push([siteId, on, kindCode, value, importId])
    else if (before.value === value) result.same += 1
    else (before.value === null ? result.filled : result.overwritten).push([before.id, value])
  }
  return result
}

function spanOf(counts: readonly FileCount[]) {
  const [first] = counts
  if (!first) return null
  let { on: from } = first
  let to = from
  for (const { on } of counts) {
    if (on < from) from = on
    if (on > to) to = on
  }
  return { from, to, siteIds: [...new Set(counts.map(({ siteId }) => siteId))] }
}

/** Against the place's own history; a place without any is judged by the rest of the file. */
async function unusualIn(db: Reader, counts: readonly FileCount[]): Promise<ImportPreview['unusual']> {
  const kinds = new Map((await readKinds(db)).map((kind) => [kind.code, kind]))
  const unusual: ImportPreview['unusual'] = []
  for (const all of Map.groupBy(counts, ({ siteId, kindCode }) => `${siteId} ${kindCode}`).values()) {
    const [first] = all
    if (!first) continue
    const rhythm = kinds.get(first.kindCode)?.rhythm ?? 'day'
    const past = await usualAt(db, { ...first, before: afterAll })
    const typical = middleOf(all.map(({ value }) => value))
    const usual = { known: past.known + all.length, most: Math.max(past.most, typical * 2) }
    for (const { line, kindCode, value } of all)
      if (isUnusual(value, usual, rhythm)) unusual.push({ line, kindCode, value, most: usual.most })
  }
  return unusual
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

export const previewCounters: JobHandler<SpecOf<'readers.previewCounters'>, never> = {
  async run(input, context) {
    const { counts, columns, problems } = await fileOf(input, context)
    const { fresh, filled, overwritten, same } = await compared(context.db, { counts, importId: 0 })
    const span = spanOf(counts)
    const totals = Map.groupBy(counts, ({ kindCode }) => kindCode)
    return {
      columns,
      days: new Set(counts.map(({ on }) => on)).size,
      from: span?.from ?? null,
      to: span?.to ?? null,
      added: fresh.length + filled.length,
      overwritten: overwritten.length,
      same,
      totals: [...totals].map(([kindCode, all]) => ({
        kindCode,
        value: all.reduce((sum, { value }) => sum + value, 0),
      })),
      unusual: (await unusualIn(context.db, counts)).slice(0, problemsShown),
      problems: problems.slice(0, problemsShown),
      problemCount: problems.length,
    }
  },
}

type Chunk = { fileName: string } | { added: Row[] } | { overwritten: Replacement[] } | { finished: true }

export const importCounters: JobHandler<SpecOf<'readers.importCounters'>, Chunk> = {
  async run({ withUnusual, ...input }, context) {
    const { db, fail, write, progress, jobId } = context
    const { counts, problems } = await fileOf(input, context)
    const [problem] = problems
    if (problem) fail('file_has_problems', { count: problems.length, line: problem.line, text: problem.text })
    const [unusual] = withUnusual ? [] : await unusualIn(db, counts)
    if (unusual) fail('unusual_count', { ...unusual, count: 1 })
    await write({ fileName: input.file.name })
    const { id: importId } = await importOf(db, jobId)
    const { fresh, filled, overwritten } = await compared(db, { counts, importId })
    const replaced = [...filled, ...overwritten]
    const sent = sendAhead(write)
    for (let at = 0; at < fresh.length; at += rowsAtOnce) {
      progress(at, counts.length)
      await sent.push({ added: fresh.slice(at, at + rowsAtOnce) })
    }
    for (let at = 0; at < replaced.length; at += rowsAtOnce) {
      progress(fresh.length + at, counts.length)
      await sent.push({ overwritten: replaced.slice(at, at + rowsAtOnce) })
    }
    await sent.push({ finished: true })
    await sent.end()
    progress(counts.length, counts.length)
    return { importId, cells: fresh.length + replaced.length, overwritten: overwritten.length }
  },

  async apply(chunk, { db, now, jobId, userId }) {
    if ('fileName' in chunk) {
      await db
        .insertInto('counterImport')
        .values({ ...chunk, jobId, importedAt: now })
        .execute()
      return { bulk: { jobId } }
    }
    const { id: importId } = await importOf(db, jobId)
    if ('finished' in chunk) {
      await db.updateTable('counterImport').set({ finishedAt: now }).where('id', '=', importId).execute()
      return { bulk: { importId } }
    }
    if ('added' in chunk) {
      await insertRows(db, 'counterValue', ['siteId', 'on', 'kindCode', 'value', 'importId'], chunk.added)
      await countInto(db, importId, { cells: chunk.added.length, overwritten: 0 })
      return { bulk: { importId, added: chunk.added.length, hash: sha256(JSON.stringify(chunk.added)) } }
    }
    for (const [id, value] of chunk.overwritten) {
      const row = await db
        .selectFrom('counterValue')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      await keepPast(db, row, { until: now, reason: '', userId, importId })
      await db
        .updateTable('counterValue')
        .set({ value, source: '', importId, rev: row.rev + 1 })
        .where('id', '=', id)
        .execute()
    }
    await countInto(db, importId, { cells: chunk.overwritten.length, overwritten: chunk.overwritten.length })
    return { bulk: { importId, overwritten: chunk.overwritten.length } }
  },

  // What is overwritten leaves before and after, so that quarters signed with it are marked.
  leavesRowsFor: (chunk) => !('added' in chunk),

  async takeBack({ db, jobId, now }) {
    const row = await db
      .selectFrom('counterImport')
      .select('id')
      .where('jobId', '=', jobId)
      .executeTakeFirst()
    if (!row) return false
    await takeOut(db, row.id, { now, userId: null })
    await db.deleteFrom('counterPast').where('importId', '=', row.id).execute()
    await db.deleteFrom('counterImport').where('id', '=', row.id).execute()
    return false
  },
}

async function importOf(db: Reader, jobId: number) {
  return db.selectFrom('counterImport').select('id').where('jobId', '=', jobId).executeTakeFirstOrThrow()
}

async function countInto(
  db: Writer,
  id: number,
  { cells, overwritten }: { cells: number; overwritten: number },
): Promise<void> {
  await db
    .updateTable('counterImport')
    .set((is) => ({ cells: is('cells', '+', cells), overwritten: is('overwritten', '+', overwritten) }))
    .where('id', '=', id)
    .execute()
}

/** Counts that still are as the file left them go back to what they were; what a hand changed since stays. */
async function takeOut(
  db: Writer,
  importId: number,
  { now, userId }: { now: string; userId: number | null },
): Promise<void> {
  const pasts = await db
    .selectFrom('counterPast as past')
    .innerJoin('counterValue as row', 'row.id', 'past.counterValueId')
    .selectAll('row')
    .select(['past.value as valueBefore', 'past.source as sourceBefore'])
    .where('past.importId', '=', importId)
    .where('row.importId', '=', importId)
    .orderBy('past.id')
    .execute()
  for (const { valueBefore, sourceBefore, ...row } of pasts) {
    await keepPast(db, row, { until: now, reason: '', userId })
    await db
      .updateTable('counterValue')
      .set({ value: valueBefore, source: sourceBefore, importId: null, rev: row.rev + 1 })
      .where('id', '=', row.id)
      .execute()
  }
  await db.deleteFrom('counterValue').where('importId', '=', importId).execute()
}

export const importQueries: Pick<QueriesOf<'readers'>, 'counterImports'> = {
  async counterImports({ cursor, limit }, { db, fail }) {
    const before = readCursor(cursor, idCursor, fail)
    let query = db
      .selectFrom('counterImport')
      .select(importColumns)
      .where('finishedAt', 'is not', null)
      .orderBy('id', 'desc')
      .limit(limit + 1)
    if (before) query = query.where('id', '<', before)
    const rows = await query.execute()
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return { rows: shown, next: rows.length > limit && last ? JSON.stringify(last.id) : null }
  },
}

const importColumns = ['id', 'fileName', 'importedAt', 'cells', 'overwritten', 'undoneAt', 'kept'] as const

export const importCommands: Pick<CommandsOf<'readers'>, 'undoCounterImport'> = {
  async undoCounterImport({ id }, { db, fail, now, actor }): Promise<CounterImport> {
    const row = await db.selectFrom('counterImport').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row || row.finishedAt === null) return fail('import_not_found', { id })
    if (row.undoneAt !== null) fail('import_undone', { fileName: row.fileName })
    const { count } = await db
      .selectFrom('counterValue')
      .select((is) => is.fn.countAll<number>().as('count'))
      .where('importId', '=', id)
      .executeTakeFirstOrThrow()
    await takeOut(db, id, { now, userId: actor?.userId ?? null })
    return db
      .updateTable('counterImport')
      .set({ undoneAt: now, kept: row.cells - count, rev: row.rev + 1 })
      .where('id', '=', id)
      .returning(importColumns)
      .executeTakeFirstOrThrow()
  },
}
