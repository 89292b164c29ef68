import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { SpecOf } from '../../shared/contracts.ts'
import { fileStamp } from '../../shared/dates.ts'
import { openConnection, type Reader } from '../connection.ts'
import type { JobHandler, JobsOf } from '../context.ts'
import { copyKept, keptFilesOf, type KeptFile } from './kept-files.ts'
import { prove } from './prove.ts'
import { readBackups } from './queries.ts'
import { isSound } from './sound.ts'

type Chunk = { fileName: string; size: number; files: string; madeAt: string; provenAt: string }

const pagesPerStep = 2000
const partEnding = '.part'
const ending = '.db'
/** The folder of a backup's files, whose database is not there where the power went between the two. */
const filesOnly = /^kho-sach-[\d-]+$/

/**
 * A copy counts only after it was opened by itself and stood the same checks as the original, and every file that went
 * along was read back.
 */
const make: JobHandler<SpecOf<'backup.make'>, Chunk> = {
  async run(_, { db, dataDir, databaseFile, now, progress, write, fail }) {
    const folder = join(dataDir, 'backups')
    mkdirSync(folder, { recursive: true })
    const name = `kho-sach-${fileStamp(now)}`
    const fileName = `${name}${ending}`
    const file = join(folder, fileName)
    const part = `${file}${partEnding}`
    const filesPart = join(folder, `${name}${partEnding}`)
    removeParts(folder)
    try {
      const earlier = await filesOfEarlier(db, folder)
      const found = keptFilesOf(dataDir)
      // Each file is read once to be copied and once from its copy.
      const filesBytes = found.reduce((sum, { size }) => sum + 2 * size, 0)
      const databaseBytes = statSync(databaseFile).size
      const told = counted(progress, databaseBytes + filesBytes)
      await copy(databaseFile, part, (share) => told.upTo(Math.floor(share * databaseBytes)))
      const files = await copyKept(found, { from: dataDir, to: filesPart, earlier, told: told.more })
      told.all()
      if (files === null || !(await isWholeCopy(part))) return fail('copy_failed_proof', { fileName })
      // The files first: a database without them would look like a whole backup.
      if (files.length > 0) renameSync(filesPart, join(folder, name))
      renameSync(part, file)
      const size = files.reduce((sum, each) => sum + each.size, statSync(file).size)
      await write({ fileName, size, files: JSON.stringify(files), madeAt: now, provenAt: now })
    } catch (error) {
      removeParts(folder)
      throw error
    }
    const made = (await readBackups(db)).find((backup) => backup.fileName === fileName)
    if (!made) throw new Error(`backup ${fileName} is gone within its own run`)
    return made
  },

  async apply(made, { db }) {
    await db.insertInto('backup').values(made).execute()
    return { bulk: { fileName: made.fileName, size: made.size } }
  },
}

export const jobs: JobsOf<'backup'> = { make, prove }

/** Bytes so far, of a database that tells its share and files that tell their stretches. */
function counted(progress: (done: number, total: number) => void, total: number) {
  let done = 0
  const say = (bytes: number) => {
    done = Math.min(bytes, total)
    progress(done, total)
  }
  return { upTo: say, more: (bytes: number) => say(done + bytes), all: () => say(total) }
}

/** Where the files of the last backup lie, by what they hold. */
async function filesOfEarlier(db: Reader, folder: string): Promise<Map<string, string>> {
  const last = await db
    .selectFrom('backup')
    .select(['fileName', 'files'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!last) return new Map()
  const files: KeptFile[] = JSON.parse(last.files)
  const place = join(folder, basename(last.fileName, ending))
  return new Map(files.map(({ hash, path }) => [hash, join(place, path)]))
}

/** What a power cut left of an unfinished copy, so that nobody takes it for a whole one. */
function removeParts(folder: string): void {
  const isLeft = (name: string) =>
    name.includes(partEnding) || (filesOnly.test(name) && !existsSync(join(folder, `${name}${ending}`)))
  for (const name of readdirSync(folder).filter(isLeft))
    rmSync(join(folder, name), { recursive: true, force: true })
}

async function copy(from: string, to: string, told: (share: number) => void): Promise<void> {
  const source = openConnection(from, { readonly: true })
  try {
    await source.raw.backup(to, {
      progress({ totalPages, remainingPages }) {
        told(totalPages === 0 ? 0 : (totalPages - remainingPages) / totalPages)
        return pagesPerStep
      },
    })
  } finally {
    await source.close()
  }
}

async function isWholeCopy(file: string): Promise<boolean> {
  const connection = openConnection(file, { readonly: false })
  try {
    return await isSound(connection)
  } finally {
    connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    connection.raw.pragma('journal_mode = DELETE')
    await connection.close()
  }
}
