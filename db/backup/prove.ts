import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { SpecOf } from '../../shared/contracts.ts'
import { uuidV7 } from '../../shared/ids.ts'
import { openConnection, type Connection } from '../connection.ts'
import type { JobContext, JobHandler } from '../context.ts'
import { databaseName } from '../folder.ts'
import { CannotOpen, sqliteCode } from '../failure.ts'
import { keptFolders } from '../kept-folders.ts'
import { flush, stagingFolder } from '../restore.ts'
import { appliedMigrations, upgrade } from '../upgrade.ts'
import { holdingsOf } from './holdings.ts'
import { keptFilesOf, listName } from './kept-files.ts'
import { requireRestorer } from './restorer.ts'
import { isSound } from './sound.ts'

type Spec = SpecOf<'backup.prove'>
type Context = JobContext<Spec['errors'][number], never>

const ending = '.db'
const stagedName = 'staged.json'
const readAtOnce = 1 << 20
const databaseStart = 'SQLite format 3'

/** What was proven, for the command that puts it in place. */
export type Staged = { path: string; fileName: string; holds: string[] }

export function readStaged(dataDir: string): Staged | null {
  const file = join(stagingFolder(dataDir), stagedName)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Staged) : null
}

/** The proof of a copy is a restoring of it, up to the last step. */
export const prove: JobHandler<Spec, never> = {
  async run({ path }, context) {
    const { db, actor, dataDir, fail } = context
    await requireRestorer(db, actor, fail)
    const fileName = basename(path)
    const size = existsSync(path) ? statSync(path).size : 0
    if (size === 0) fail('copy_not_found', { path })
    const staging = stagingFolder(dataDir)
    for (const name of [stagedName, databaseName, ...keptFolders])
      rmSync(join(staging, name), { recursive: true, force: true })
    mkdirSync(staging, { recursive: true })
    const listed = filesBeside(path)
    const told = tellerOf(context, size + listed.reduce((sum, each) => sum + each.size, 0))
    const part = join(staging, `${databaseName}.part`)
    await copyFile(path, part, told)
    // A disk taken out of another PC may hold a library whose last writes still stand in its log.
    if (existsSync(`${path}-wal`)) await copyFile(`${path}-wal`, `${part}-wal`, told)
    const { holdings, namesFiles } = await readCopy(part, context)
    for (const { from, name, hash } of listed) {
      const to = join(staging, name)
      mkdirSync(dirname(to), { recursive: true })
      const copied = await copyFile(from, to, told)
      if (hash !== null && copied !== hash) fail('copy_damaged', { file: name })
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

type FileBeside = { from: string; name: string; hash: string | null; size: number }

/** Of a backup the files that its list names; of a whole data folder, those that lie in it. */
function filesBeside(path: string): FileBeside[] {
  const place = dirname(path)
  if (basename(path) === databaseName)
    return keptFilesOf(place).map(({ path: name, size }) => ({
      from: join(place, name),
      name,
      hash: null,
      size,
    }))
  const folder = join(place, basename(path, ending))
  const list = join(folder, listName)
  if (!existsSync(list)) return []
  return readFileSync(list, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, hash = '', name = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
      const isKept = keptFolders.some((kept) => name.startsWith(`${kept}/`)) && !name.includes('..')
      if (!isKept) return []
      const from = join(folder, name)
      return { from, name, hash, size: statSync(from, { throwIfNoEntry: false })?.size ?? 0 }
    })
}

function tellerOf({ progress }: Context, total: number) {
  let done = 0
  return (bytes: number) => progress((done += bytes), Math.max(total, done))
}

/** Gives the SHA-256 of what was copied. */
async function copyFile(from: string, to: string, told: (bytes: number) => void): Promise<string> {
  const sum = createHash('sha256')
  if (!existsSync(from)) return ''
  const target = openSync(to, 'w')
  try {
    for await (const piece of createReadStream(from, { highWaterMark: readAtOnce })) {
      const bytes = piece as Uint8Array
      sum.update(bytes)
      writeSync(target, bytes)
      told(bytes.length)
    }
  } finally {
    closeSync(target)
  }
  return sum.digest('hex')
}

/** Opens the copy as the library would be opened, on the copy's copy alone. */
async function readCopy(file: string, { fail, now }: Context) {
  if (!startsLikeDatabase(file)) fail('not_a_backup')
  let connection: Connection | null = null
  try {
    connection = openConnection(file, { readonly: false })
    if (appliedMigrations(connection).length === 0) fail('not_a_backup')
    if (connection.raw.pragma('integrity_check', { simple: true }) !== 'ok') fail('copy_damaged')
    const newEpoch = () => uuidV7(Date.parse(now), randomBytes(16))
    // The copy is not copied aside again: it lies where it was.
    await upgrade(connection, { file: ':memory:', now, newEpoch })
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

function startsLikeDatabase(file: string): boolean {
  const head = Buffer.alloc(databaseStart.length)
  const descriptor = openSync(file, 'r')
  try {
    readSync(descriptor, head)
    return head.toString('latin1') === databaseStart
  } finally {
    closeSync(descriptor)
  }
}
