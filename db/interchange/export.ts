import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { ExportProblem } from '../../shared/interchange/contract.ts'
import { selectedIds } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { libraryWords } from '../words.ts'
import { agencyOf, exportedTitles, type Report } from '../standards/index.ts'
import { endings, writerFor } from './write/writers.ts'

type Input = Parameters<JobHandler<SpecOf<'interchange.export'>, never>['run']>[0]

/** So few that what a batch leaves behind is cleared away young; larger ones are no faster and double the memory. */
const readAtOnce = 50
/** More titles than any library has. */
const all = { limit: 100_000_000 }
/** An answer is read by people: beyond so many, problems are only counted. */
const toldProblems = 500

/** Titles in a format of other programs. A batch is read, written and forgotten, so a catalogue may be of any size. */
export const exportTitles: JobHandler<SpecOf<'interchange.export'>, never> = {
  async run({ selection, format, copies }, { db, fail, now, today, progress, openFile }) {
    const { problems, report } = problemList()
    const agency = await agencyOf(db)
    const { total, batches } = await planOf(db, selection)
    const writer = writerFor({ format, copies, report, t: await libraryWords(db), now })
    const file = openFile(`muc-luc-${today}.${endings[format]}`)
    file.write(writer.head())
    let [titles, done] = [0, 0]
    for await (const ids of batches) {
      progress(done, total)
      // A list says how many copies there are even where it does not show them.
      const hasCopies = copies !== 'none' || format === 'csv' || format === 'xlsx'
      const items = await exportedTitles(db, ids, { agency, hasCopies })
      file.write(writer.add(items))
      titles += items.length
      done += ids.length
    }
    if (titles === 0) fail('nothing_to_export')
    file.write(writer.foot())
    progress(done, done)
    const { leftOut, ...told } = problems()
    return { file: await file.finish(), titles: titles - leftOut, leftOut, ...told }
  },
}

type Plan = { total: number; batches: AsyncIterable<number[]> | Iterable<number[]> }

/** Chosen titles in the order they were chosen or found in; all of them in the order of their numbers, never all at once. */
async function planOf(db: Reader, selection: Input['selection']): Promise<Plan> {
  if ('all' in selection) {
    const which = { isRemoved: false }
    return { total: await countTitles(db, which), batches: allIds(db, which) }
  }
  const ids = await selectedIds(db, selection, all)
  return { total: ids.length, batches: inBatches(ids) }
}

function* inBatches(ids: readonly number[]): Generator<number[]> {
  for (let from = 0; from < ids.length; from += readAtOnce) yield ids.slice(from, from + readAtOnce)
}

export async function countTitles(db: Reader, { isRemoved }: { isRemoved: boolean }): Promise<number> {
  const { count } = await db
    .selectFrom('title')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('removedOn', isRemoved ? 'is not' : 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export async function* allIds(db: Reader, { isRemoved }: { isRemoved: boolean }): AsyncGenerator<number[]> {
  let last = 0
  for (;;) {
    const { rows } = await pageOfIds(last, isRemoved).execute(db)
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) return
    yield ids
    last = ids.at(-1) ?? last
  }
}

/** Along the table itself: no order but its own is asked for. */
export function pageOfIds(after: number, isRemoved: boolean) {
  return sql<{ id: number }>`select id from title not indexed
    where id > ${after} and (removedOn is not null) = ${isRemoved ? 1 : 0} order by id limit ${readAtOnce}`
}

/** Gathers what a writer tells; only the first of them are kept. */
export function problemList() {
  const kept: ExportProblem[] = []
  let problemCount = 0
  let leftOut = 0
  const report: Report = (problem) => {
    problemCount += 1
    if (problem.code === 'record_too_long' || problem.code === 'field_too_long') leftOut += 1
    if (kept.length < toldProblems) kept.push({ ...problem, detail: problem.detail.slice(0, 100) })
  }
  return { report, problems: () => ({ problems: kept, problemCount, leftOut }) }
}
