import { randomBytes } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { instantAt } from '../shared/dates.ts'
import { uuidV7 } from '../shared/ids.ts'
import type { DoorStanding } from '../shared/lan/contract.ts'
import { holdLock, openConnection, type Connection } from './connection.ts'
import type { PasswordWork } from './context.ts'
import type { Engine } from './dispatch.ts'
import { CannotOpen, sqliteCode, storageFailure } from './failure.ts'
import { beforeUpgradeName, databaseName, folderProblem } from './folder.ts'
import { endInterruptedJobs } from './run-job.ts'
import { requireNotPutBack } from './put-back.ts'
import { carryOutRestore, endBeginningAnew, isBegunAnew, sealRestore } from './restore.ts'
import { createLog, type Log } from './log.ts'
import { createMemory } from './memory.ts'
import { upgrade } from './upgrade.ts'
import { carryOutUpgrade, upgradeBeside, type BesideOptions, type BesideStep } from './upgrade-beside.ts'

/** `writer` owns the file; `reader` and `job` open it read-only; `alone` does all in one thread, in a test or in a tool. */
export type ThreadRole = 'writer' | 'reader' | 'job' | 'alone'

export type EngineOptions = {
  dataDir: string
  role: ThreadRole
  clock?: () => number
  newEpoch?: () => string
  passwordWork?: PasswordWork
  parsesOutputs?: boolean
  askDoor?: () => Promise<DoorStanding | null>
  log?: Log
  onUpgradeStep?: (step: BesideStep) => void
  /** An upgrade of a large library takes minutes, and nobody should look at an empty window so long. */
  onUpgradeProgress?: BesideOptions['onProgress']
}
export type OpenEngine = Engine & { close(): Promise<void> }

/** A page of figures is some kilobytes; a person compares a few days. */
const rememberedAnswers = 16

const soundWork: PasswordWork = { cost: 2 ** 15, blockSize: 8, parallelization: 3 }

export async function createEngine(options: EngineOptions): Promise<OpenEngine> {
  const { dataDir, role } = options
  const writes = role === 'writer' || role === 'alone'
  const lock = writes ? takeFolder(dataDir) : null
  let connection: Connection | null = null
  try {
    const order = lock ? carryOutRestore(dataDir) : null
    if (lock) {
      carryOutUpgrade(dataDir)
      requireNotPutBack(dataDir)
    }
    connection = openFile(join(dataDir, databaseName), !writes)
    const clock = options.clock ?? Date.now
    const log = options.log ?? createLog(dataDir)
    if (writes) connection = await broughtUp(connection, { ...options, clock, log })
    const engine: Engine = {
      connection,
      dataDir,
      clock,
      log,
      passwordWork: options.passwordWork ?? soundWork,
      remembered: createMemory(rememberedAnswers),
      askDoor: options.askDoor ?? (async () => null),
      parsesOutputs: options.parsesOutputs ?? false,
    }
    if (writes) await endInterruptedJobs(engine)
    if (order) await sealRestore(connection, { dataDir, order, now: instantAt(engine.clock()) })
    if (writes) endBeginningAnew(dataDir)
    return { ...engine, close: () => closeEngine(engine, writes, lock) }
  } catch (error) {
    await connection?.close()
    lock?.release()
    throw error
  }
}

function takeFolder(dataDir: string): { release(): void } {
  const problem = folderProblem(dataDir)
  if (problem) throw new CannotOpen(problem, { folder: dataDir })
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK)
    const lock = holdLock(join(dataDir, 'lock.db'))
    if (lock) return lock
  } catch (error) {
    const problem = openProblem(error, dataDir)
    throw problem instanceof CannotOpen ? problem : new CannotOpen('readonly_folder', { folder: dataDir })
  }
  throw new CannotOpen('in_use', { folder: dataDir })
}

function openFile(file: string, readonly: boolean): Connection {
  if (wasLost(file)) throw new CannotOpen('lost', { file })
  try {
    return openConnection(file, { readonly })
  } catch (error) {
    throw openProblem(error, file)
  }
}

/** SQLite would make a new library where a file is missing or empty; beside copies of one it is a lost one. */
function wasLost(file: string): boolean {
  if (isBegunAnew(dirname(file))) return false
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return size === 0 && ['backups', beforeUpgradeName].some((folder) => hasCopies(join(dirname(file), folder)))
}

function hasCopies(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => /\.db(?:\.zst)?(?:\.age)?$/.test(name))
}

type BringingUp = EngineOptions & { clock: () => number; log: Log }

/** To this program's schema: a library beside itself first, an empty file where it is. */
async function broughtUp(opened: Connection, options: BringingUp): Promise<Connection> {
  const { dataDir, clock, log, onUpgradeStep: onStep, onUpgradeProgress: onProgress } = options
  const newEpoch = options.newEpoch ?? (() => uuidV7(clock(), randomBytes(16)))
  const how = { now: instantAt(clock()), newEpoch, ...(onStep ? { onStep } : {}) }
  let connection = opened
  try {
    connection = await upgradeBeside(opened, { dataDir, ...how, ...(onProgress ? { onProgress } : {}) })
    // Only now, since this writes into the file's header: a file that is refused stays as it is.
    connection.raw.pragma('journal_mode = WAL')
    await upgrade(connection, how)
    return connection
  } catch (error) {
    await connection.close()
    const isOurFault = error instanceof CannotOpen && error.problem === 'upgrade_failed'
    if (isOurFault) throw new CannotOpen(error.problem, { logId: log('upgrade', error.cause) })
    throw openProblem(error, join(dataDir, databaseName))
  }
}

function openProblem(error: unknown, file: string): unknown {
  const storage = storageFailure(error)
  if (storage === 'storage_damaged') return new CannotOpen('corrupt', { file })
  if (storage === 'storage_full') return new CannotOpen('disk_full', { file })
  if (storage === 'busy' || isHeld(error, file)) return new CannotOpen('in_use', { file })
  if (storage === 'storage_readonly' || sqliteCode(error) === 'SQLITE_CANTOPEN') {
    return new CannotOpen('readonly_folder', { file })
  }
  return error
}

/** Windows lets nobody open a file that another program shares with nobody, and SQLite only says that it could not. */
function isHeld(error: unknown, file: string): boolean {
  if (sqliteCode(error) !== 'SQLITE_CANTOPEN') return false
  try {
    closeSync(openSync(file, 'r+'))
    return false
  } catch (refused) {
    return sqliteCode(refused) === 'EBUSY'
  }
}

async function closeEngine(engine: Engine, writes: boolean, lock: { release(): void } | null): Promise<void> {
  if (writes) engine.connection.raw.pragma('optimize')
  await engine.connection.close()
  lock?.release()
}
