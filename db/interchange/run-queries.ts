import { sql, type SqlBool } from 'kysely'
import type { ParsedInputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { RunRecord } from '../../shared/interchange/contract.ts'
import { parseRecord, recordOf } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import { effectOf } from './effect.ts'
import { keptFiles, runFolder } from './kept-files.ts'
import { readOne } from './read-one.ts'
import { openSources } from './sources.ts'
import { findRun, shownRun, vanishedOf } from './runs.ts'
import { usedTitles } from './used.ts'

type Verb = 'runs' | 'run' | 'records' | 'record' | 'effect' | 'vanished' | 'usedSince'

export const runQueries: Pick<QueriesOf<'interchange'>, Verb> = {
  async runs({ cursor, limit }, { db, dataDir, fail }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const rows = await db
      .selectFrom('importRun')
      .select('id')
      .where(sql<SqlBool>`options ->> 'kind' != 'merger'`)
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .offset(from)
      .execute()
    const runs = await Promise.all(rows.slice(0, limit).map(({ id }) => readRun(db, dataDir, id)))
    return { rows: runs.flatMap((run) => run ?? []), next: rows.length > limit ? String(from + limit) : null }
  },

  async run({ id }, { db, dataDir, fail }) {
    return (await readRun(db, dataDir, id)) ?? fail('run_not_found', { id })
  },

  records: (input, { db }) => recordsOf(db, input),

  async record({ id }, { db, dataDir, fail }) {
    const kept = await db.selectFrom('importRecord').selectAll().where('id', '=', id).executeTakeFirst()
    const run = kept && (await findRun(db, kept.runId))
    const [line] = await readLines(db, [id])
    if (!kept || !run || !line) return fail('record_not_found', { id })
    const sources = await openSources(keptFiles(runFolder(dataDir, run.stageJobId)))
    const read = await readOne(sources, { ...run.options, encoding: run.encoding }, kept)
    const isThere = line.titleId !== null && run.state !== 'undone'
    return {
      line,
      record: read?.incoming?.record ?? null,
      copies: (read?.incoming?.drafts ?? []).map((draft) =>
        Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, String(value ?? '')])),
      ),
      matched:
        kept.before !== null
          ? parseRecord(kept.before)
          : isThere && kept.rule !== ''
            ? await recordIn(db, line.titleId)
            : null,
      bytes: Buffer.from(read?.bytes ?? []).toString('hex'),
    }
  },

  async effect({ runId }, { db, fail, today }) {
    const run = (await findRun(db, runId)) ?? fail('run_not_found', { id: runId })
    return effectOf(db, run, today)
  },

  async vanished({ runId, cursor, limit }, { db, fail }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const run = await findRun(db, runId)
    if (!run || run.options.kind !== 'refresh') return { rows: [], next: null }
    const rows = await vanishedOf(db, run)
      .select(['title.id as titleId', 'title.title as label', 'titleOrigin.controlNumber'])
      .select(
        sql<number>`(select count(*) from copy where copy.titleId = title.id and cancelledOn is null)`.as(
          'copies',
        ),
      )
      .orderBy('title.id')
      .limit(limit + 1)
      .offset(from)
      .execute()
    return { rows: rows.slice(0, limit), next: rows.length > limit ? String(from + limit) : null }
  },

  async usedSince({ runId, cursor, limit }, { db, fail }) {
    const after = readCursor(cursor, offsetCursor, fail) ?? 0
    const run = await findRun(db, runId)
    if (!run) return { rows: [], next: null }
    const rows = await usedTitles(db, run, { after, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    return { rows: shown, next: rows.length > limit ? String(shown.at(-1)?.titleId ?? after) : null }
  },
}

type Wanted = ParsedInputOf<SpecOf<'interchange.records'>>

/** A page of a run's lines, and how many there are. */
export async function recordsOf(db: Reader, { runId, verdicts, problem, offset, limit }: Wanted) {
  const matching = db
    .selectFrom('importRecord')
    .where('runId', '=', runId)
    .$if(verdicts.length > 0, (query) => query.where('verdict', 'in', verdicts))
    .$if(problem !== null, (query) =>
      query.where(sql<boolean>`instr(problems, ${JSON.stringify({ code: problem }).slice(1, -1)}) > 0`),
    )
  const { count } = await matching.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  const page = await matching.select('id').orderBy('place').offset(offset).limit(limit).execute()
  const rows = await readLines(
    db,
    page.map(({ id }) => id),
  )
  return { rows, total: { count, isExact: true } }
}

export async function readRun(db: Reader, dataDir: string, id: number) {
  const run = await findRun(db, id)
  if (!run) return null
  const user = await db.selectFrom('user').select('name').where('id', '=', run.userId).executeTakeFirst()
  const hasFile = keptFiles(runFolder(dataDir, run.stageJobId)).length > 0
  return shownRun({ ...run, userName: user?.name ?? null }, hasFile)
}

async function readLines(db: Reader, ids: readonly number[]): Promise<RunRecord[]> {
  const { rows } = await sql<Omit<RunRecord, 'problems'> & { problems: string }>`
    select line.id, line.place, line.at, line.verdict, line.rule, line.label, line.copies, line.problems, line.decision,
      title.id as titleId, ifnull(title.title, '') as titleLabel
    from json_each(${JSON.stringify(ids)}) as wanted
    cross join importRecord as line on line.id = wanted.value
    left join title on title.id = line.titleId
    order by wanted.key`.execute(db)
  return rows.map((row) => ({ ...row, problems: JSON.parse(row.problems) as RunRecord['problems'] }))
}

async function recordIn(db: Reader, titleId: number | null) {
  return titleId === null ? null : recordOf(db, titleId)
}
