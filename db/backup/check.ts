import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backupStem } from '../../shared/backup/contract.ts'
import type { OutputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { openConnection, type Reader } from '../connection.ts'
import type { JobContext, JobHandler, QueriesOf } from '../context.ts'
import { storageFailure } from '../failure.ts'
import { copiesToCheck } from './by-itself.ts'
import { applyMade, type Chunk } from './chunks.ts'
import { placeOfKept, type KeptFile } from './kept-files.ts'
import { problemOf } from './lay.ts'
import { sumOf } from './pack.ts'
import { attachedPlaces, placeRows } from './places.ts'
import { readRule } from './rule.ts'

type Check = SpecOf<'backup.check'>
type Context = JobContext<never, Chunk>
type Row = Awaited<ReturnType<typeof copiesToCheck>>[number]

const dayMs = 86_400_000
const anyTime = '9999-12-31T00:00:00.000Z'

const check: JobHandler<Check, Chunk> = {
  run: (_, context) => look(context, anyTime),
  apply: applyMade,
}

const checkByItself: JobHandler<SpecOf<'backup.checkByItself'>, Chunk> = {
  run: (_, context) => look(context, context.now),
  apply: applyMade,
}

export const checkJobs = { check, checkByItself }

export const checkQueries: Pick<QueriesOf<'backup'>, 'isCheckDue'> = {
  async isCheckDue(_, { db, dataDir, now }) {
    const isLibraryDue = await isLibraryToCheck(db, now)
    return { isDue: isLibraryDue || (await reachable(db, dataDir, now)).length > 0 }
  },
}

/** A page that went bad is met when it is read, which may be years after the last copy that held it whole. */
async function isLibraryToCheck(db: Reader, now: string): Promise<boolean> {
  const { isAutomatic, libraryCheckedAt, checkAfterDays } = await readRule(db)
  if (!isAutomatic) return false
  const since = Math.abs(Date.parse(now) - Date.parse(libraryCheckedAt ?? ''))
  return Number.isNaN(since) ? await isSetUp(db) : since > checkAfterDays * dayMs
}

async function isSetUp(db: Reader): Promise<boolean> {
  return (await db.selectFrom('backup').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Copies whose turn it is, with the folder in which they are reached. */
async function reachable(db: Reader, dataDir: string, now: string): Promise<(Row & { folder: string })[]> {
  if (!(await readRule(db)).isAutomatic && now !== anyTime) return []
  const rows = await copiesToCheck(db, now)
  if (rows.length === 0) return []
  const wanted = (await placeRows(db)).filter(({ id }) => rows.some(({ placeId }) => placeId === id))
  const attached = await attachedPlaces(wanted, dataDir)
  return rows.flatMap((row) => {
    const place = attached.find(({ id }) => id === row.placeId)
    return place ? { ...row, folder: place.folder } : []
  })
}

async function look(context: Context, before: string): Promise<OutputOf<Check>> {
  const { db, dataDir, now, progress, write, databaseFile } = context
  let fault = (await readRule(db)).libraryFault
  if (before === anyTime || (await isLibraryToCheck(db, now))) {
    progress(0, null)
    fault = faultOf(databaseFile)
    await write({ kind: 'libraryChecked', fault })
  }
  const rows = await reachable(db, dataDir, before)
  let [done, faulty] = [0, 0]
  for (const row of rows) {
    progress(done, rows.length)
    const found = await faultIn(row, () => progress(done, rows.length))
    if (found !== '') faulty += 1
    await write({ kind: 'checked', id: row.id, fault: found })
    done += 1
  }
  progress(done, done)
  return { checked: done, faulty, isLibrarySound: fault === '' }
}

/** The first of what SQLite finds wrong; empty where every page is whole. */
function faultOf(file: string): string {
  const { raw } = openConnection(file, { readonly: true })
  try {
    const found = String(raw.pragma('integrity_check(1)', { simple: true }))
    return found === 'ok' ? '' : found.slice(0, 200)
  } catch (error) {
    if (storageFailure(error) === 'storage_damaged') return String(error).slice(0, 200)
    throw error
  } finally {
    raw.close()
  }
}

/** The bytes that once were restored and proven are still those. */
async function faultIn(row: Row & { folder: string }, told: () => void): Promise<'' | 'missing' | 'altered'> {
  const { folder, fileName, sha256, exportName, exportSha256 } = row
  const stem = join(folder, backupStem(fileName))
  const files: KeptFile[] = JSON.parse(row.files)
  const expected: [string, string][] = [
    [join(folder, fileName), sha256],
    ...(exportName ? [[join(folder, exportName), exportSha256] satisfies [string, string]] : []),
    ...files.map((file): [string, string] => [placeOfKept(stem, file), file.sealedHash ?? file.hash]),
  ]
  for (const [path, hash] of expected) {
    if (!existsSync(path)) return 'missing'
    if ((await sumOrNothing(path, told)) !== hash) return 'altered'
  }
  return ''
}

/** A place on the disk that cannot be read any more holds nothing. */
async function sumOrNothing(path: string, told: () => void): Promise<string> {
  try {
    return await sumOf(path, told)
  } catch (error) {
    if (problemOf(error) === null) throw error
    return ''
  }
}
