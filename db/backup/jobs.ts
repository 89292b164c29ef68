import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openConnection } from '../connection.ts'
import type { JobHandler, JobsOf, Spec } from '../context.ts'
import { verifyChain } from '../journal/index.ts'

type Chunk = { fileName: string; size: number; madeAt: string; provenAt: string }

const pagesPerStep = 2000

/** A copy counts only after it was opened by itself and stood the same checks as the original. */
const make: JobHandler<Spec<'backup.make'>, Chunk> = {
  async run(_, { db, dataDir, databaseFile, now, progress, write, fail }) {
    const folder = join(dataDir, 'backups')
    mkdirSync(folder, { recursive: true })
    const fileName = `kho-sach-${now.replace(/[:.]/g, '-')}.db`
    const file = join(folder, fileName)
    try {
      await copy(databaseFile, file, progress)
      if (!(await isSound(file))) fail('copy_failed_proof', { fileName })
    } catch (error) {
      rmSync(file, { force: true })
      throw error
    }
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
