import { sql } from 'kysely'
import { sendAhead } from '../ahead.ts'
import type { Reader, Writer } from '../connection.ts'
import type { JobContext } from '../context.ts'
import { createAssessor, runOfJob, scratchFor, type Assessed } from '../interchange/index.ts'
import { twinsOf, type Twins } from './twins.ts'
import { unitCopies, type UnitCopy } from './unit-copies.ts'
import { unitTitles } from './unit-titles.ts'

/** What a trial reading hands to the writer: lines of titles as one text, or copies. */
export type RowsChunk = { lines: string } | { copies: (UnitCopy & Twins)[] }
type Context = Pick<JobContext, 'db' | 'dataDir' | 'jobId' | 'progress'> & {
  write: (chunk: RowsChunk) => Promise<void>
}

/** Says of every title of the unit what it is here. */
export async function readTitles(unit: Reader, context: Context): Promise<void> {
  const { db, dataDir, jobId, progress, write } = context
  const run = await runOfJob(db, jobId)
  const assessor = await createAssessor(db, run.options, scratchFor(dataDir, jobId))
  const total = await rowsIn(unit)
  const copiesOf = await copyCounts(unit)
  let done = 0
  const sent = sendAhead(write)
  for await (const batch of unitTitles(unit)) {
    const lines = await assessor.look(batch)
    await sent.push({ lines: JSON.stringify(lines.map((line) => rowOf(line, copiesOf.get(line.at) ?? 0))) })
    done += batch.length
    progress(done, total)
  }
  await sent.end()
  await assessor.close()
}

function rowOf({ place, at, verdict, rule, label, titleId }: Assessed, copies: number): unknown[] {
  return [place, at, verdict, rule, label, copies, titleId]
}

/** Every copy the unit ever had, with whose numbers here it clashes. */
export async function readCopies(unit: Reader, { db, progress, write }: Context): Promise<void> {
  const total = await rowsIn(unit)
  let done = total - (await copiesIn(unit))
  const sent = sendAhead(write)
  for await (const batch of unitCopies(unit)) {
    const twins = await twinsOf(db, batch)
    const none = { numberTwinId: null, barcodeTwinId: null }
    await sent.push({ copies: batch.map((copy, at) => ({ ...copy, ...(twins[at] ?? none) })) })
    done += batch.length
    progress(done, total)
  }
  await sent.end()
}

async function copyCounts(unit: Reader): Promise<Map<number, number>> {
  const { rows } = await sql<{ titleId: number; copies: number }>`
    select titleId, count(*) as copies from copy where withdrawnOn is null and cancelledOn is null group by titleId`.execute(
    unit,
  )
  return new Map(rows.map(({ titleId, copies }) => [titleId, copies]))
}

async function copiesIn(unit: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from copy`.execute(unit)
  return rows[0]?.count ?? 0
}

async function rowsIn(unit: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from title where removedOn is null`.execute(unit)
  return (rows[0]?.count ?? 0) + (await copiesIn(unit))
}

const columns = [
  'titleId',
  'accessionNumber',
  'barcode',
  'prefix',
  'number',
  'digits',
  'title',
  'foldedTitle',
  'material',
  'siteName',
  'storeName',
  'status',
  'condition',
  'priceMinor',
  'source',
  'voucherNumber',
  'accessionedOn',
  'withdrawnOn',
  'decisionNumber',
  'cancelledOn',
  'numberTwinId',
  'barcodeTwinId',
] as const satisfies (keyof (UnitCopy & Twins))[]

export async function keepCopies(
  db: Writer,
  mergerId: number,
  copies: readonly (UnitCopy & Twins)[],
): Promise<void> {
  const named = columns.map((name) => sql.ref(name === 'titleId' ? 'formerTitleId' : name))
  await sql`insert into formerCopy (mergerId, formerId, ${sql.join(named)})
    select ${mergerId}, value ->> 'id', ${sql.join(columns.map((name) => sql`value ->> ${sql.lit(name)}`))}
    from json_each(${JSON.stringify(copies)})`.execute(db)
}

/** The lines of the run, each with the number of its title in the other library. */
export async function keepLines(db: Writer, runId: number, lines: string): Promise<void> {
  await sql`insert into importRecord (runId, place, file, at, length, verdict, rule, label, copies, problems, titleId)
    select ${runId}, value ->> 0, 0, value ->> 1, 0, value ->> 2, value ->> 3, value ->> 4, value ->> 5, '[]', value ->> 6
    from json_each(${lines})`.execute(db)
}
