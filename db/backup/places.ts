import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, parse, sep } from 'node:path'
import * as z from 'zod'
import type { BackupPlace } from '../../shared/backup/contract.ts'
import type { Reader } from '../connection.ts'
import { mountPoints } from '../preservation/index.ts'

export type PlaceRow = {
  id: number
  rev: number
  name: string
  path: string
  uuid: string
  lateAfterDays: number
  addedAt: string
  problem: string
  problemAt: string | null
}

/** A place that is attached now, under the letter it has today. */
export type Attached = { id: number; name: string; folder: string; isOwn: boolean }

const markName = 'kho-sach-sao-luu.json'
const Mark = z.object({ uuid: z.string(), library: z.string(), libraryUuid: z.string() })
export type Mark = z.output<typeof Mark>

/** A share whose server is off answers late or never; nobody waits for it longer. */
const patienceMs = 1500

export const isOwnPlace = ({ uuid }: Pick<PlaceRow, 'uuid'>): boolean => uuid === ''

export async function placeRows(db: Reader): Promise<PlaceRow[]> {
  return db
    .selectFrom('backupPlace')
    .select(['id', 'rev', 'name', 'path', 'uuid', 'lateAfterDays', 'addedAt', 'problem', 'problemAt'])
    .where('retiredAt', 'is', null)
    .orderBy('id')
    .execute()
}

/** Those of the places that can be reached; an absent one is no error. */
export async function attachedPlaces(places: readonly PlaceRow[], dataDir: string): Promise<Attached[]> {
  const found = await Promise.all(
    places.map(async (place) => {
      const folder = isOwnPlace(place) ? join(dataDir, 'backups') : await folderOf(place)
      return folder === null ? [] : [{ id: place.id, name: place.name, folder, isOwn: isOwnPlace(place) }]
    }),
  )
  return found.flat()
}

async function folderOf({ path, uuid }: PlaceRow): Promise<string | null> {
  if ((await uuidAt(path)) === uuid) return path
  const { root } = parse(path)
  const within = process.platform === 'win32' ? path.slice(root.length) : basename(path)
  const elsewhere = mountPoints().flatMap((mount) => [mount, join(mount, within)])
  const marks = await Promise.all(elsewhere.map(async (folder) => ({ folder, uuid: await uuidAt(folder) })))
  return marks.find((mark) => mark.uuid === uuid)?.folder ?? null
}

async function uuidAt(folder: string): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patienceMs)))
  const read = readFile(join(folder, markName), 'utf8').then(
    (text) => markIn(text)?.uuid ?? null,
    () => null,
  )
  const uuid = await Promise.race([read, late])
  clearTimeout(timer)
  return uuid
}

function markIn(text: string): Mark | null {
  try {
    return Mark.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** The mark that is there already: of this library, which may have been put back since, or of another one. */
export function markAt(folder: string): Mark | null {
  const file = join(folder, markName)
  return existsSync(file) ? markIn(readFileSync(file, 'utf8')) : null
}

/** On the disk itself before anybody is told so. */
export function writeMark(folder: string, mark: Mark): void {
  const descriptor = openSync(join(folder, markName), 'w')
  try {
    writeSync(descriptor, `${JSON.stringify({ program: 'Kho Sách', ...mark }, null, 2)}\n`)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

/** The last copy of each place that is there and good. */
export async function lastCopyByPlace(db: Reader): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('backup')
    .select((is) => ['placeId', is.fn.max<string>('madeAt').as('madeAt')])
    .where('provenAt', 'is not', null)
    .where('removedAt', 'is', null)
    .where('fault', '=', '')
    .groupBy('placeId')
    .execute()
  return new Map(rows.map(({ placeId, madeAt }) => [placeId, madeAt]))
}

type Counted = { placeId: number; copies: number; bytes: number; lastCopyAt: string | null }

/** How each place stands, for the page. */
export async function readPlaces(
  db: Reader,
  { dataDir, now }: { dataDir: string; now: string },
): Promise<BackupPlace[]> {
  const rows = await placeRows(db)
  const attached = await attachedPlaces(rows, dataDir)
  const counted = await countedByPlace(db)
  return rows.map((row) => {
    const { uuid: _, addedAt, problem, ...place } = row
    const folder = attached.find(({ id }) => id === row.id)?.folder ?? null
    const {
      copies = 0,
      bytes = 0,
      lastCopyAt = null,
    } = counted.find(({ placeId }) => placeId === row.id) ?? {}
    return {
      ...place,
      ...factsOf(folder, dataDir),
      path: isOwnPlace(row) ? join(dataDir, 'backups') : row.path,
      isOwn: isOwnPlace(row),
      folder,
      copies,
      bytes,
      lastCopyAt,
      isLate: isLate({ lastCopyAt, addedAt, lateAfterDays: row.lateAfterDays }, now),
      problem: problem === '' ? null : (problem as BackupPlace['problem']),
    }
  })
}

async function countedByPlace(db: Reader): Promise<Counted[]> {
  return db
    .selectFrom('backup')
    .select((is) => [
      'placeId',
      is.fn.countAll<number>().as('copies'),
      is.fn.sum<number>('size').as('bytes'),
      is.fn.max<string | null>('madeAt').as('lastCopyAt'),
    ])
    .where('removedAt', 'is', null)
    .where('fault', '=', '')
    .groupBy('placeId')
    .execute()
}

const dayMs = 86_400_000

type Lateness = { lastCopyAt: string | null; addedAt: string; lateAfterDays: number }

export function isLate({ lastCopyAt, addedAt, lateAfterDays }: Lateness, now: string): boolean {
  const since = Date.parse(lastCopyAt ?? addedAt)
  return Number.isNaN(since) || Date.parse(now) - since > lateAfterDays * dayMs
}

function factsOf(folder: string | null, dataDir: string) {
  try {
    if (folder === null) return { isSameDisk: false, freeBytes: null }
    const there = existsSync(folder) ? folder : dataDir
    const { bavail, bsize } = statfsSync(there)
    return { isSameDisk: statSync(there).dev === statSync(dataDir).dev, freeBytes: bavail * bsize }
  } catch {
    return { isSameDisk: false, freeBytes: null }
  }
}
