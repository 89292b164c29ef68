import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import type { Reader } from '../connection.ts'
import { attachedPlaces, placeRows } from './places.ts'

const Noted = z.array(
  z.object({ place: z.string(), folder: z.string(), fileName: z.string(), provenAt: z.string() }),
)
type Noted = z.output<typeof Noted>

/** Beside the library, since it is asked for when the library itself cannot be read; no backup takes it along. */
const fileOf = (dataDir: string) => join(dataDir, 'this-pc', 'backups.json')

/** Where proven copies lie, as far as they can be reached now. */
export async function noteBackups(db: Reader, dataDir: string): Promise<void> {
  const attached = await attachedPlaces(await placeRows(db), dataDir)
  const rows = await db
    .selectFrom('backup')
    .select(['placeId', 'fileName', 'provenAt'])
    .where('removedAt', 'is', null)
    .where('fault', '=', '')
    .orderBy('id', 'desc')
    .execute()
  const noted: Noted = rows.flatMap(({ placeId, fileName, provenAt }) => {
    const place = attached.find(({ id }) => id === placeId)
    return place && provenAt ? [{ place: place.name, folder: place.folder, fileName, provenAt }] : []
  })
  const file = fileOf(dataDir)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, JSON.stringify(noted, null, 2))
  renameSync(`${file}.part`, file)
}

export function notedBackups(dataDir: string): Noted {
  const file = fileOf(dataDir)
  if (!existsSync(file)) return []
  try {
    return Noted.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Half written when the power went: the folders are looked through all the same.
    return []
  }
}
