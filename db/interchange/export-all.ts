import type { SpecOf } from '../../shared/contracts.ts'
import { csvBegin, csvLine } from '../../shared/csv.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { JobContext, JobHandler } from '../context.ts'
import { publishableTitles } from '../digitization/index.ts'
import { libraryWords } from '../words.ts'
import { rowsOf, tableFiles, type TableFile } from './everything.ts'
import { allIds, countTitles, problemList } from './export.ts'
import { agencyOf, exportedTitles, type Piece, type Report } from '../standards/index.ts'
import { journalLines } from './journal-lines.ts'
import { readme } from './readme.ts'
import { marcxmlWriter } from './write/marcxml.ts'
import { openParts, type Parts } from './write/parts.ts'

type Moving = Pick<JobContext, 'db' | 'progress'>

/** The whole library in one zip. Each row is read, written and forgotten, whatever the size of the library. */
export const exportAll: JobHandler<SpecOf<'interchange.exportAll'>, never> = {
  async run({ includesPeople }, context) {
    const { problems, report } = problemList()
    const file = context.openFile(`kho-sach-toan-bo-${context.today}.zip`)
    const counted = await writeEverything({ ...context, includesPeople, write: file.write, problems, report })
    const { leftOut: _, ...told } = problems()
    return { file: await file.finish(), ...counted, ...told }
  },
}

/** The same beside a backup, with everybody's names: whoever has the one has the other. */
export async function writeOpenExport(
  moving: Moving & Pick<JobContext, 'now' | 'today'> & { write: (piece: Piece) => void },
): Promise<{ titles: number; rows: number }> {
  return writeEverything({ ...moving, ...problemList(), includesPeople: true })
}

type Writing = Moving &
  Pick<JobContext, 'now' | 'today'> &
  ReturnType<typeof problemList> & { includesPeople: boolean; write: (piece: Piece) => void }

async function writeEverything(writing: Writing): Promise<{ titles: number; rows: number }> {
  const { db, now, today, progress, includesPeople, write, problems, report } = writing
  const library = await db.selectFrom('library').select('name').executeTakeFirst()
  const publishable = await publishableTitles(db, today)
  const files = await tableFiles(db, { includesPeople, publishable })
  const parts = openParts(now, write)
  const moving = steps({ db, progress }, await totalOf(db, files))
  const titles = await records(moving, parts, { path: 'catalogue.xml', isRemoved: false, report })
  await records(moving, parts, { path: 'removed.xml', isRemoved: true, report })
  let rows = 0
  for (const each of files) rows += await table(moving, parts, each)
  await journal(moving, parts)
  const { problemCount, problems: found } = problems()
  if (problemCount > 0) await problemFile(db, parts, found)
  const hasProblems = problemCount > 0
  parts.write('README.txt', [
    csvBegin,
    readme({ library: library?.name ?? '', today, includesPeople, hasProblems }, files),
  ])
  parts.finish()
  return { titles, rows }
}

type Steps = { db: Reader; step: (done: number) => void }

function steps({ db, progress }: Moving, total: number): Steps {
  let reached = 0
  return {
    db,
    step(done) {
      reached += done
      // What was added meanwhile is beyond what was counted.
      progress(reached, Math.max(total, reached))
    },
  }
}

async function totalOf(db: Reader, files: readonly TableFile[]): Promise<number> {
  let total = (await countTitles(db, { isRemoved: false })) + (await countTitles(db, { isRemoved: true }))
  for (const { table } of [...files, { table: 'journalCommand' as const }]) {
    const { count } = await db
      .selectFrom(table)
      .select((is) => is.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    total += count
  }
  return total
}

type Records = { path: string; isRemoved: boolean; report: Report }

async function records(
  { db, step }: Steps,
  parts: Parts,
  { path, isRemoved, report }: Records,
): Promise<number> {
  const agency = await agencyOf(db)
  const writer = marcxmlWriter({ report, copies: '952' })
  const part = parts.open(path, writer.head(), writer.foot())
  let titles = 0
  for await (const ids of allIds(db, { isRemoved })) {
    const items = await exportedTitles(db, ids, { agency, hasCopies: !isRemoved, isRemoved })
    part.add(writer.add(items))
    titles += items.length
    step(ids.length)
  }
  part.end()
  return titles
}

async function table({ db, step }: Steps, parts: Parts, file: TableFile): Promise<number> {
  const names = file.columns.map(({ name }) => name)
  const part = parts.open(file.path, csvBegin + csvLine(names), '')
  let count = 0
  for await (const rows of rowsOf(db, file)) {
    part.add(rows.map((row) => csvLine(names.map((name) => row[name] ?? null))).join(''))
    count += rows.length
    step(rows.length)
  }
  part.end()
  return count
}

async function journal({ db, step }: Steps, parts: Parts): Promise<void> {
  const part = parts.open('journal.jsonl', '', '')
  for await (const lines of journalLines(db)) {
    part.add(lines.join(''))
    step(lines.length)
  }
  part.end()
}

type Problems = ReturnType<ReturnType<typeof problemList>['problems']>['problems']

async function problemFile(db: Reader, parts: Parts, problems: Problems): Promise<void> {
  const t = await libraryWords(db)
  const lines = problems.map(({ titleId, code, detail }): Piece =>
    csvLine([titleId, code, t(runtimeKey(`interchange.exportProblems.${code}`), { detail })]),
  )
  parts.write('problems.csv', [csvBegin, csvLine(['titleId', 'code', 'problem']), ...lines])
}
