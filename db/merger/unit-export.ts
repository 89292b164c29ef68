import { sql } from 'kysely'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import { openConnection, type Connection, type Writer } from '../connection.ts'
import type { JobContext } from '../context.ts'
import type { Fail } from '../failure.ts'
import {
  csvRows,
  decodeUtf8,
  openSource,
  readEntries,
  SourceProblem,
  type Source,
} from '../interchange/index.ts'
import { isTable } from '../privacy.ts'
import { upgrade } from '../upgrade.ts'
import { unitFile, type UnitJournal } from './unit-files.ts'

type Refusing = Fail<'not_a_library' | 'source_damaged'>
type Taking = Pick<JobContext<'not_a_library' | 'source_damaged'>, 'fail' | 'now' | 'progress'>

/** What people look for first stands beside the catalogue under a name of its own; the other tables under theirs. */
const tableByFile: Readonly<Record<string, string>> = {
  'titles.csv': 'title',
  'copies.csv': 'copy',
  'vouchers.csv': 'voucher',
  'withdrawals.csv': 'withdrawal',
  'register-lines.csv': 'registerLine',
  'opening-balances.csv': 'openingBalance',
  'serial-issues.csv': 'serialIssue',
}
/** What a merger asks of a library; other tables of the export are passed over. */
const wanted = new Set([
  'library',
  'site',
  'store',
  'accessionSeries',
  'title',
  'titleClass',
  'voucher',
  'withdrawal',
  'copy',
  'copyPast',
  'registerBook',
  'registerLine',
  'openingBalance',
  'subscription',
  'serialIssue',
  'product',
  'stocktake',
  'weeding',
  'labelBatch',
  'period',
])

/**
 * A database like any other made of a library's export in open formats, so that all that follows knows one form only.
 */
export async function databaseOfExport(
  path: string,
  folder: string,
  { fail, now, progress }: Taking,
): Promise<UnitJournal> {
  const sources = await openSource(path).catch((error: unknown) => {
    if (error instanceof SourceProblem) return fail('not_a_library', {})
    throw error
  })
  const files = new Map(
    sources.map((source) => [source.name.replace(/^.*?(?=(?:tables\/)?[\w-]+\.\w+$)/, ''), source]),
  )
  if (!files.has('catalogue.xml') || !files.has('titles.csv') || !files.has('tables/library.csv'))
    fail('not_a_library', {})
  const named = (pattern: RegExp) =>
    [...files].filter(([name]) => pattern.test(name)).map(([, source]) => source)
  const unit = openConnection(unitFile(folder), { readonly: false })
  try {
    unit.raw.pragma('journal_mode = WAL')
    await upgrade(unit, { now, newEpoch: () => 'unit' })
    unit.raw.pragma('foreign_keys = OFF')
    // Nothing of what is read here is an act of this library.
    for (const name of triggersOf(unit)) unit.raw.exec(`drop trigger "${name}"`)
    await unit.db.transaction().execute(async (db) => {
      for (const [name, source] of files) {
        progress(0, null)
        const table = tableOf(name)
        if (table !== null) await fillTable(db, { table, source }, fail)
      }
      await fillRecords(db, named(/^catalogue(?:-\d+)?\.xml$/), fail)
    })
    return await journalIn(named(/^journal(?:-\d+)?\.jsonl$/))
  } catch (error) {
    if (error instanceof SourceProblem) return fail('source_damaged', {})
    throw error
  } finally {
    await unit.close()
  }
}

function triggersOf({ raw }: Connection): string[] {
  return raw.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all() as string[]
}

/** A large table goes on in `copies-2.csv`. */
function tableOf(name: string): string | null {
  const file = name.replace(/-\d+(?=\.csv$)/, '')
  const table = tableByFile[file] ?? /^tables\/(\w+)\.csv$/.exec(file)?.[1] ?? ''
  return wanted.has(table) && isTable(table) ? table : null
}

type ColumnFacts = { name: string; type: string; notnull: number; dflt_value: string | null }

/** Columns of names beside numbers, and of programs before or after this one, are passed over. */
async function fillTable(
  db: Writer,
  { table, source }: { table: string; source: Source },
  fail: Refusing,
): Promise<void> {
  const { rows: columns } =
    await sql<ColumnFacts>`select name, type, "notnull", dflt_value from pragma_table_info(${table})`.execute(
      db,
    )
  let head: (ColumnFacts | undefined)[] = []
  for await (const batch of csvRows(source.chunks(), { decode: decodeUtf8, delimiter: ',' })) {
    const rows: Record<string, unknown>[] = []
    for (const { at, cells } of batch) {
      if (at === 1) {
        head = cells.map((name) => columns.find((column) => column.name === name))
        continue
      }
      rows.push(
        Object.fromEntries(
          head.flatMap((column, place) =>
            column ? [[column.name, valueIn(column, cells[place] ?? '')]] : [],
          ),
        ),
      )
    }
    const known = head.flatMap((column) => column ?? [])
    if (rows.length === 0 || known.length === 0) continue
    // Personal columns leave empty; a table that has no room for that keeps an empty text.
    await sql`insert into ${sql.table(table)} (${sql.join(known.map(({ name }) => sql.ref(name)))})
      select ${sql.join(known.map(({ name }) => sql`value ->> ${sql.lit(name)}`))} from json_each(${JSON.stringify(rows)})`
      .execute(db)
      .catch(() => fail('source_damaged', { file: source.name }))
  }
}

function valueIn({ type, notnull }: ColumnFacts, text: string): string | number | null {
  if (text === '') return notnull && type.toUpperCase() === 'TEXT' ? '' : null
  return type.toUpperCase() === 'TEXT' ? text : Number(text)
}

/** Records stand in the order of their titles' numbers; what the export added to them is taken off again. */
async function fillRecords(db: Writer, sources: readonly Source[], fail: Refusing): Promise<void> {
  const titles = await db
    .selectFrom('title')
    .select('id')
    .where('removedOn', 'is', null)
    .orderBy('id')
    .execute()
  let at = 0
  for (const source of sources) {
    for await (const entries of readEntries(source, { decode: decodeUtf8 })) {
      const records = entries.flatMap((entry) => (entry.kind === 'record' ? [entry.record] : []))
      const ids = titles.slice(at, at + records.length).map(({ id }) => id)
      if (records.length < entries.length || ids.length < records.length)
        fail('source_damaged', { file: source.name })
      const rows = records.map((record, place): [number, string] => {
        const id = ids[place] ?? 0
        return [id, JSON.stringify(withoutExport(record, id))]
      })
      at += records.length
      await sql`insert into marcRecord (id, marc) select value ->> 0, value ->> 1 from json_each(${JSON.stringify(rows)})`.execute(
        db,
      )
    }
  }
  if (at !== titles.length) fail('source_damaged', { file: sources[0]?.name ?? '' })
}

function withoutExport(record: MarcRecord, id: number): MarcRecord {
  const isOwn = record.fields.some(
    (field) => field.tag === '001' && 'value' in field && field.value === `KS${String(id).padStart(8, '0')}`,
  )
  const added = new Set(['952', ...(isOwn ? ['001', '003', '005'] : [])])
  return { ...record, fields: record.fields.filter(({ tag }) => !added.has(tag)) }
}

/** Its last line bears the head; whether the chain holds nobody can tell without the rows' own hashes. */
async function journalIn(sources: readonly Source[]): Promise<UnitJournal> {
  let tail = ''
  for (const source of sources)
    for await (const chunk of source.chunks()) {
      tail += Buffer.from(chunk).toString('utf8')
      const cut = tail.trimEnd().lastIndexOf('\n')
      if (cut > 0) tail = tail.slice(cut + 1)
    }
  const position = Number(/"id":(\d+)/.exec(tail)?.[1] ?? 0)
  const hash = /"hash":"([0-9a-f]{64})"/.exec(tail)?.[1] ?? ''
  return { position, hash, isWhole: hash !== '', lines }

  async function* lines() {
    for (const source of sources) yield* source.chunks()
  }
}
