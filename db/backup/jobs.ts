import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SpecOf } from '../../shared/contracts.ts'
import { fileStamp } from '../../shared/dates.ts'
import { openConnection } from '../connection.ts'
import type { JobHandler, JobsOf } from '../context.ts'
import { verifyChain } from '../journal/index.ts'

type Chunk = { fileName: string; size: number; madeAt: string; provenAt: string }

const pagesPerStep = 2000
const partEnding = '.part'

/** A copy counts only after it was opened by itself and stood the same checks as the original. */
const make: JobHandler<SpecOf<'backup.make'>, Chunk> = {
  async run(_, { db, dataDir, databaseFile, now, progress, write, fail }) {
    const folder = join(dataDir, 'backups')
    mkdirSync(folder, { recursive: true })
    const fileName = `kho-sach-${fileStamp(now)}.db`
    const file = join(folder, fileName)
    const part = `${file}${partEnding}`
    removeParts(folder)
    try {
      await copy(databaseFile, part, progress)
      if (!(await isSound(part))) fail('copy_failed_proof', { fileName })
      renameSync(part, file)
    } catch (error) {
      removeParts(folder)
      throw error
    }
    keepFiles(dataDir, folder)
    const made = { fileName, size: statSync(file).size, madeAt: now, provenAt: now }
    await write(made)
    return db.selectFrom('backup').selectAll().where('fileName', '=', fileName).executeTakeFirstOrThrow()
  },

  async apply(made, { db }) {
    await db.insertInto('backup').values(made).execute()
    return { bulk: { fileName: made.fileName, size: made.size } }
  },
}

export const jobs: JobsOf<'backup'> = { make }

/** Files that the database only names, each called by its hash: what is there already is the same. */
const fileFolders = ['evidence', 'papers']

function keepFiles(dataDir: string, backups: string): void {
  for (const name of fileFolders) {
    const from = join(dataDir, name)
    const to = join(backups, name)
    if (!existsSync(from)) continue
    mkdirSync(to, { recursive: true })
    const files = readdirSync(from).filter(
      (file) => !file.includes(partEnding) && !existsSync(join(to, file)),
    )
    for (const file of files) {
      copyFileSync(join(from, file), join(to, `${file}${partEnding}`))
      renameSync(join(to, `${file}${partEnding}`), join(to, file))
    }
  }
}

/** What a power cut left of an unfinished copy, so that nobody takes it for a whole one. */
function removeParts(folder: string): void {
  const parts = readdirSync(folder).filter((name) => name.includes(partEnding))
  for (const name of parts) rmSync(join(folder, name), { force: true })
}

async function copy(
  from: string,
  to: string,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const source = openConnection(from, { readonly: true })
  try {
    await source.raw.backup(to, {
      progress({ totalPages, remainingPages }) {
        progress(totalPages - remainingPages, totalPages)
        return pagesPerStep
      },
    })
  } finally {
    await source.close()
  }
}

async function isSound(file: string): Promise<boolean> {
  const { raw, db, close } = openConnection(file, { readonly: false })
  try {
    if (raw.pragma('integrity_check', { simple: true }) !== 'ok') return false
    if ((raw.pragma('foreign_key_check') as unknown[]).length > 0) return false
    const { isWhole } = await verifyChain(db, [], () => undefined)
    return isWhole
  } finally {
    raw.pragma('wal_checkpoint(TRUNCATE)')
    raw.pragma('journal_mode = DELETE')
    await close()
  }
}
