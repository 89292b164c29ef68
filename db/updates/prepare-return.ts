import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import type { SpecOf } from '../../shared/contracts.ts'
import { fileStamp } from '../../shared/dates.ts'
import { openConnection, type Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { storageFailure } from '../failure.ts'
import { databaseName } from '../folder.ts'
import { flush, stagingFolder } from '../restore.ts'
import { updatesFolder } from './places.ts'
import { returningOf } from './returning.ts'

/** What lies ready to take the library's place. */
export type Prepared = { version: string; fileName: string }

const preparedName = 'going-back.json'

export function readPrepared(dataDir: string): Prepared | null {
  const [file, copy] = [preparedName, databaseName].map((name) => join(stagingFolder(dataDir), name)) as [
    string,
    string,
  ]
  return existsSync(file) && existsSync(copy) ? (JSON.parse(readFileSync(file, 'utf8')) as Prepared) : null
}

export const prepareReturn: JobHandler<SpecOf<'updates.prepareReturn'>, never> = {
  async run(_, { db, dataDir, now, progress }) {
    const returning = await returningOf(db, dataDir)
    const nothing = { version: null, entries: 0, written: '' }
    if (!returning?.copy) return { ...nothing, problem: 'nothing_to_return_to' }
    const { version, copy, lastEntry } = returning
    const written = join(updatesFolder(dataDir), `written-since-${fileStamp(now)}.jsonl`)
    const entries = await writeSince(db, { file: written, after: lastEntry, told: progress })
    const staging = stagingFolder(dataDir)
    // Another copy that was proven for restoring lies in the same place.
    rmSync(staging, { recursive: true, force: true })
    mkdirSync(staging, { recursive: true })
    const part = join(staging, `${databaseName}.part`)
    if (!(await isCopied(copy, part))) return { ...nothing, problem: 'copy_damaged' }
    flush(part)
    renameSync(part, join(staging, databaseName))
    const prepared: Prepared = { version, fileName: basename(copy) }
    writeFileSync(join(staging, preparedName), JSON.stringify(prepared))
    return { version, entries, written, problem: null }
  },
}

/** Through SQLite, since a power cut may have left the copy with a log of its own. */
async function isCopied(copy: string, part: string): Promise<boolean> {
  const connection = openConnection(copy, { readonly: true })
  try {
    await connection.raw.backup(part)
  } finally {
    await connection.close()
  }
  const copied = openConnection(part, { readonly: false })
  try {
    copied.raw.pragma('journal_mode = DELETE')
    return copied.raw.pragma('integrity_check', { simple: true }) === 'ok'
  } catch (error) {
    if (storageFailure(error) === 'storage_damaged') return false
    throw error
  } finally {
    await copied.close()
  }
}

type Writing = { file: string; after: number; told: (done: number, total: number | null) => void }

const entriesAtOnce = 200

/** One line of JSON for each entry of the journal, with the rows it wrote, for whoever enters it again. */
async function writeSince(db: Reader, { file, after, told }: Writing): Promise<number> {
  const descriptor = openSync(file, 'w')
  let [last, count] = [after, 0]
  try {
    for (let isMore = true; isMore;) {
      const lines = await linesAfter(db, last)
      for (const { line } of lines) writeSync(descriptor, `${line}\n`)
      count += lines.filter(({ isOfPeople }) => isOfPeople).length
      last = lines.at(-1)?.id ?? last
      isMore = lines.length === entriesAtOnce
      told(count, null)
    }
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  return count
}

async function linesAfter(db: Reader, after: number) {
  const entries = await db
    .selectFrom('journalCommand')
    .select(['id', 'at', 'userId', 'operation'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(entriesAtOnce)
    .execute()
  const rows = await db
    .selectFrom('journalRow')
    .select(['commandId', 'tableName', 'rowId', 'action', 'before', 'after'])
    .where('commandId', '>', after)
    .where('commandId', '<=', entries.at(-1)?.id ?? after)
    .orderBy('id')
    .execute()
  const rowsByEntry = Map.groupBy(rows, ({ commandId }) => commandId)
  return entries.map((entry) => ({
    id: entry.id,
    isOfPeople: entry.userId !== null && !entry.operation.startsWith('updates.'),
    line: JSON.stringify({ ...entry, rows: rowsByEntry.get(entry.id) ?? [] }),
  }))
}
