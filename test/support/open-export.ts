import { sql } from 'kysely'
import { upgrade } from '../../db/upgrade.ts'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import { openConnection, type Writer } from '../../db/connection.ts'
import { csvRows, decodeUtf8, openSource, readEntries, type Source } from '../../db/interchange/index.ts'
import type { Entry } from '../../db/interchange/read/entry.ts'
import { tableFiles, type TableFile } from '../../db/interchange/everything.ts'

type Cells = Record<string, string | number | null>
type ColumnFacts = { name: string; type: string; notnull: number }

/** A library made of nothing but its export in open formats, as somebody would who had lost everything else. */
export async function rebuildFrom(zip: string, file: string): Promise<void> {
  const connection = openConnection(file, { readonly: false })
  try {
    await upgrade(connection, {
      now: '2026-11-10T02:00:00.000Z',
      newEpoch: () => '0193c4a0-0000-7000-8000-000000000002',
    })
    const { raw, db } = connection
    raw.pragma('foreign_keys = OFF')
    const triggers = raw.prepare("select name from sqlite_schema where type = 'trigger'").pluck().all()
    for (const name of triggers as string[]) raw.exec(`drop trigger "${name}"`)
    const sources = new Map((await openSource(zip)).map((source) => [source.name, source]))
    for (const table of await tableFiles(db, { includesPeople: true, publishable: [] }))
      await fillTable(db, table, sources.get(table.path))
    await fillRecords(db, [sources.get('catalogue.xml'), sources.get('removed.xml')])
  } finally {
    await connection.close()
  }
}

async function fillTable(db: Writer, { table }: TableFile, source: Source | undefined): Promise<void> {
  if (!source) throw new Error(`the export has no ${table}`)
  const { rows: columns } =
    await sql<ColumnFacts>`select name, type, "notnull" from pragma_table_info(${table})`.execute(db)
  await sql`delete from ${sql.table(table)}`.execute(db)
  let head: string[] = []
  for await (const batch of csvRows(source.chunks(), { decode: decodeUtf8, delimiter: ',' })) {
    const rows: Cells[] = []
    for (const { at, cells } of batch) {
      if (at === 1) head = [...cells]
      else rows.push(rowOf(columns, head, cells))
    }
    const names = columns.map(({ name }) => name)
    if (rows.length === 0) continue
    await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
      select ${sql.join(names.map((name) => sql`value ->> ${sql.lit(name)}`))}
      from json_each(${JSON.stringify(rows)})`.execute(db)
  }
}

function rowOf(columns: readonly ColumnFacts[], head: readonly string[], cells: readonly string[]): Cells {
  return Object.fromEntries(
    columns.map(({ name, type, notnull }) => {
      const text = cells[head.indexOf(name)] ?? ''
      const isText = type.toUpperCase() === 'TEXT'
      if (text === '') return [name, notnull ? (isText ? '' : 0) : null]
      return [name, isText ? text : Number(text)]
    }),
  )
}

async function fillRecords(db: Writer, sources: readonly (Source | undefined)[]): Promise<void> {
  for (const [index, source] of sources.entries()) {
    const ids = await db
      .selectFrom('title')
      .select('id')
      .where('removedOn', index === 0 ? 'is' : 'is not', null)
      .orderBy('id')
      .execute()
    // A file without a record in it is none of any kind.
    if (!source || ids.length === 0) continue
    const entries: Entry[] = []
    for await (const batch of readEntries(source, { decode: decodeUtf8 })) entries.push(...batch)
    if (entries.length !== ids.length) throw new Error(`${ids.length - entries.length} records are missing`)
    for (const [at, entry] of entries.entries()) {
      if (entry.kind !== 'record') throw new Error('a record of the export cannot be read')
      const marc = JSON.stringify(own(entry.record))
      await sql`insert into marcRecord (id, marc) values (${ids[at]?.id ?? 0}, ${marc})`.execute(db)
    }
  }
}

/** Without what the export adds to a record. */
function own(record: MarcRecord): MarcRecord {
  return { ...record, fields: record.fields.filter(({ tag }) => !['001', '003', '005', '952'].includes(tag)) }
}
