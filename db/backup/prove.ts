import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { SpecOf } from '../../shared/contracts.ts'
import { isPlainPath } from '../../shared/file-name.ts'
import { uuidV7 } from '../../shared/ids.ts'
import { openConnection, type Connection } from '../connection.ts'
import type { JobContext, JobHandler } from '../context.ts'
import { databaseName } from '../folder.ts'
import { CannotOpen, sqliteCode } from '../failure.ts'
import { keptFolders } from '../kept-folders.ts'
import { flush, stagingFolder } from '../restore.ts'
import { appliedMigrations, upgrade } from '../upgrade.ts'
import { filesBeside } from './files-beside.ts'
import { holdingsOf } from './holdings.ts'
import { DamagedCopy, unpack } from './pack.ts'
import { requireRestorer } from './restorer.ts'
import { isSealed, openerFor, type Opener } from './sealing.ts'
import { isSound } from './sound.ts'

type Spec = SpecOf<'backup.prove'>
type Context = JobContext<Spec['errors'][number], never>

const stagedName = 'staged.json'
const databaseStart = 'SQLite format 3'
const compressedStart = '\x28\xb5\x2f\xfd'

/** What was proven, for the command that puts it in place. */
export type Staged = { path: string; fileName: string; holds: string[] }

export function readStaged(dataDir: string): Staged | null {
  const file = join(stagingFolder(dataDir), stagedName)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Staged) : null
}

/** The proof of a copy is a restoring of it, up to the last step. */
export const prove: JobHandler<Spec, never> = {
  async run({ path, passphrase }, context) {
    const { db, actor, dataDir, fail, progress } = context
    await requireRestorer(db, actor, fail)
    const fileName = basename(path)
    const size = existsSync(path) ? statSync(path).size : 0
    if (size === 0) fail('copy_not_found', { path })
    const opener = await requireOpener(path, passphrase, context)
    const staging = stagingFolder(dataDir)
    for (const name of [stagedName, databaseName, ...keptFolders])
      rmSync(join(staging, name), { recursive: true, force: true })
    mkdirSync(staging, { recursive: true })
    const listed = filesBeside(path)
    const strange = listed.find(({ name }) => !isPlainPath(name))
    if (strange) fail('copy_damaged', { file: strange.name })
    const total = size + listed.reduce((sum, each) => sum + each.size, 0)
    let done = 0
    const told = (bytes: number) => progress((done += bytes), Math.max(total, done))
    const part = join(staging, `${databaseName}.part`)
    rmSync(`${part}-wal`, { force: true })
    const isCompressed = opener !== null || startOf(path, 4) === compressedStart
    try {
      await unpack(path, part, { opener, isCompressed, told })
      // A disk taken out of another PC may hold a library whose last writes still stand in its log.
      if (existsSync(`${path}-wal`))
        await unpack(`${path}-wal`, `${part}-wal`, { opener: null, isCompressed: false, told })
    } catch (error) {
      if (error instanceof DamagedCopy) return fail('copy_damaged')
      throw error
    }
    const { holdings, namesFiles } = await readCopy(part, context)
    for (const { from, name, hash, isEncrypted } of listed) {
      const to = join(staging, name)
      mkdirSync(dirname(to), { recursive: true })
      const lyingHash = await lyingHashOf(from, to, { opener: isEncrypted ? opener : null, told })
      if (hash !== null && lyingHash !== hash) fail('copy_damaged', { file: name })
    }
    flush(part)
    renameSync(part, join(staging, databaseName))
    const holds = [databaseName, ...keptFolders.filter((folder) => existsSync(join(staging, folder)))]
    const staged: Staged = { path, fileName, holds }
    writeFileSync(join(staging, stagedName), JSON.stringify(staged))
    const current = await holdingsOf(db)
    const lacksFiles = namesFiles && listed.length === 0
    return { path, fileName, copy: holdings, current, files: listed.length, lacksFiles }
  },
}

async function requireOpener(path: string, passphrase: string, { fail }: Context): Promise<Opener | null> {
  if (!isSealed(path)) return null
  if (passphrase === '') fail('passphrase_needed')
  return (await openerFor(path, passphrase)) ?? fail('passphrase_wrong')
}

type Unpacking = { opener: Opener | null; told: (bytes: number) => void }

/** Empty for a file that is gone or does not open. */
async function lyingHashOf(from: string, to: string, { opener, told }: Unpacking): Promise<string> {
  if (!existsSync(from)) return ''
  try {
    return await unpack(from, to, { opener, isCompressed: false, told })
  } catch (error) {
    if (error instanceof DamagedCopy) return ''
    throw error
  }
}

/** Opens the copy as the library would be opened, on the copy's copy alone. */
async function readCopy(file: string, { fail, now }: Context) {
  if (startOf(file, databaseStart.length) !== databaseStart) fail('not_a_backup')
  let connection: Connection | null = null
  try {
    connection = openConnection(file, { readonly: false })
    if (appliedMigrations(connection).length === 0) fail('not_a_backup')
    if (connection.raw.pragma('integrity_check', { simple: true }) !== 'ok') fail('copy_damaged')
    const newEpoch = () => uuidV7(Date.parse(now), randomBytes(16))
    await upgrade(connection, { now, newEpoch })
    if (!(await isSound(connection))) fail('copy_damaged')
    const holdings = (await holdingsOf(connection.db)) ?? fail('not_a_backup')
    const evidence = await connection.db.selectFrom('evidenceFile').select('id').limit(1).executeTakeFirst()
    connection.raw.pragma('wal_checkpoint(TRUNCATE)')
    connection.raw.pragma('journal_mode = DELETE')
    return { holdings, namesFiles: evidence !== undefined }
  } catch (error) {
    if (error instanceof CannotOpen)
      return fail(error.problem === 'newer_version' ? 'copy_too_new' : 'copy_damaged')
    if (['SQLITE_CORRUPT', 'SQLITE_NOTADB'].includes(sqliteCode(error))) return fail('copy_damaged')
    throw error
  } finally {
    await connection?.close()
  }
}

function startOf(file: string, length: number): string {
  const head = Buffer.alloc(length)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, head)
    return head.toString('latin1')
  } finally {
    closeSync(descriptor)
  }
}
