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
} from 'node:fs'
import { join } from 'node:path'
import { fileStamp } from '../shared/dates.ts'
import type { Connection } from './connection.ts'
import { beforeRestoreName, databaseName } from './folder.ts'
import { closeEntry, openEntry } from './journal/append.ts'
import { keptFolders } from './kept-folders.ts'
import { putInPlace } from './put-in-place.ts'

/** A proven copy that is to take the library's place at the next opening. */
export type RestoreOrder = {
  /** The backup's own name, and what it holds besides the database. */
  fileName: string
  holds: string[]
  orderedAt: string
  /** Whoever counts packages must see that this library began anew from a copy. */
  epoch: string
  /** Where what it replaces goes, below the data folder. */
  aside: string
}

const orderName = 'order.json'
const anewName = 'begun-anew'
const logEndings = ['-wal', '-shm']

/** Where the copy waits: on the library's own disk, so that changing places is a matter of names. */
export function stagingFolder(dataDir: string): string {
  return join(dataDir, 'restore')
}

export function asideFolder(now: string): string {
  return `${beforeRestoreName}/${fileStamp(now)}`
}

export function orderRestore(dataDir: string, order: RestoreOrder): void {
  putInPlace(join(stagingFolder(dataDir), orderName), JSON.stringify(order))
}

export function flush(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Puts the copy in the library's place; after a power cut it goes on where it was, until `sealRestore` has been done. */
export function carryOutRestore(dataDir: string): RestoreOrder | null {
  const staging = stagingFolder(dataDir)
  const file = join(staging, orderName)
  if (!existsSync(file)) return null
  const order: RestoreOrder = JSON.parse(readFileSync(file, 'utf8'))
  const aside = join(dataDir, order.aside)
  mkdirSync(aside, { recursive: true })
  for (const name of [databaseName, ...keptFolders]) {
    const [next, place, former] = [staging, dataDir, aside].map((folder) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    if (order.holds.includes(name)) {
      if (!existsSync(next)) continue
      if (name === databaseName) moveLogs(dataDir, aside)
      if (existsSync(place)) renameSync(place, former)
      renameSync(next, place)
    } else if (existsSync(place) && !existsSync(former)) {
      renameSync(place, former)
    }
  }
  return order
}

/** A log that stayed behind would be read into the database that comes in its place. */
function moveLogs(from: string, to: string): void {
  for (const name of logEndings.map((ending) => databaseName + ending))
    if (existsSync(join(from, name))) renameSync(join(from, name), join(to, name))
}

/** Written into the restored library once, whatever cut it short: a new epoch, and that it was restored. */
export async function sealRestore(
  { db }: Connection,
  { dataDir, order, now }: { dataDir: string; order: RestoreOrder; now: string },
): Promise<void> {
  const { epoch: uuid, fileName, aside, orderedAt } = order
  await db.transaction().execute(async (transaction) => {
    const known = await transaction
      .selectFrom('epoch')
      .select('id')
      .where('uuid', '=', uuid)
      .executeTakeFirst()
    if (known) return
    const { id: epochId } = await transaction
      .insertInto('epoch')
      .values({ uuid, startedAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await transaction.deleteFrom('session').execute()
    const entry = await openEntry(transaction, {
      at: now,
      userId: null,
      operation: 'backup.restore',
      isBulk: true,
    })
    await transaction
      .insertInto('restoration')
      .values({ epochId, fileName, aside, orderedAt, restoredAt: now })
      .execute()
    await closeEntry(transaction, entry, { bulk: JSON.stringify({ fileName, orderedAt }) })
  })
  rmSync(stagingFolder(dataDir), { recursive: true, force: true })
}

/** Puts a database that cannot be read out of the way, so that the program opens and a copy can be chosen. */
export function setAside(dataDir: string, now: string): void {
  const aside = join(dataDir, asideFolder(now))
  const staging = stagingFolder(dataDir)
  mkdirSync(aside, { recursive: true })
  mkdirSync(staging, { recursive: true })
  writeFileSync(join(staging, anewName), '')
  moveLogs(dataDir, aside)
  const file = join(dataDir, databaseName)
  if (existsSync(file)) renameSync(file, join(aside, databaseName))
}

/** Whether somebody wanted an empty library although there are copies of one. */
export function isBegunAnew(dataDir: string): boolean {
  return existsSync(join(stagingFolder(dataDir), anewName))
}

/** From now on a library that is missing was lost. */
export function endBeginningAnew(dataDir: string): void {
  rmSync(join(stagingFolder(dataDir), anewName), { force: true })
}
