import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { UpgradeStage } from '../shared/door.ts'
import { openConnection, type Connection } from './connection.ts'
import { CannotOpen } from './failure.ts'
import { beforeUpgradeName, databaseName } from './folder.ts'
import { putInPlace } from './put-in-place.ts'
import { flush } from './restore.ts'
import { appliedMigrations, pendingMigrations, upgrade, type UpgradeStep } from './upgrade.ts'
import { lossIn } from './upgrade-losses.ts'

export type BesideStep = 'copied' | UpgradeStep | 'compared' | 'ordered'
export type BesideOptions = {
  dataDir: string
  now: string
  newEpoch: () => string
  onStep?: (step: BesideStep) => void
  /** `total` is null where nobody can say how long it takes. */
  onProgress?: (stage: UpgradeStage, done: number, total: number | null) => void
}

/** The library as it was before the upgrade, by its name in `before-upgrade/`. */
type Order = { aside: string }

const orderName = 'order.json'
const logEndings = ['-wal', '-shm']
/** The copy, as much again for what it grows by and for its log, and something for everything else. */
const roomTimes = 2
const roomBesides = 2 ** 20

export function upgradeFolder(dataDir: string): string {
  return join(dataDir, 'upgrade')
}

export function beforeUpgradeFolder(dataDir: string): string {
  return join(dataDir, beforeUpgradeName)
}

/**
 * Upgrades a copy beside the library, holds it against the library, and only then lets it take the library's place.
 * Whatever goes wrong before that leaves the library byte for byte. Answers the connection to go on with.
 */
export async function upgradeBeside(connection: Connection, options: BesideOptions): Promise<Connection> {
  const { dataDir, onStep } = options
  const applied = appliedMigrations(connection)
  const pending = pendingMigrations(connection)
  if (applied.length === 0 || pending.length === 0) return connection
  const place = join(dataDir, databaseName)
  requireRoom(dataDir, place)
  const folder = upgradeFolder(dataDir)
  try {
    mkdirSync(folder, { recursive: true })
    await makeUpgradedCopy(connection, options)
    writeOrder(folder, { aside: asideNameOf(place, applied.at(-1) ?? '') })
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  onStep?.('ordered')
  await connection.close()
  carryOutUpgrade(dataDir)
  return openConnection(place, { readonly: false })
}

async function makeUpgradedCopy(connection: Connection, options: BesideOptions): Promise<void> {
  const { dataDir, onStep, onProgress } = options
  const folder = upgradeFolder(dataDir)
  const part = join(folder, `${databaseName}.part`)
  // Through SQLite, not through the file system: what is committed may still stand in the write-ahead log.
  await connection.raw.backup(part, {
    progress({ totalPages, remainingPages }) {
      onProgress?.('copying', totalPages - remainingPages, totalPages)
      return pagesAtOnce
    },
  })
  onStep?.('copied')
  const copy = openConnection(part, { readonly: false })
  try {
    // A copy that a power cut leaves is made anew, so nothing waits for the disk before the end.
    copy.raw.pragma('journal_mode = DELETE')
    copy.raw.pragma('synchronous = OFF')
    onProgress?.('upgrading', 0, null)
    await nextTurn()
    await upgrade(copy, options)
    onProgress?.('checking', 0, null)
    await nextTurn()
    if (copy.raw.pragma('integrity_check', { simple: true }) !== 'ok')
      throw new CannotOpen('upgrade_failed', {}, new Error('the upgraded copy is damaged'))
    const loss = lossIn(copy, join(dataDir, databaseName))
    if (loss) throw new CannotOpen('upgrade_differs', loss)
  } finally {
    await copy.close()
  }
  onStep?.('compared')
  flush(part)
  renameSync(part, join(folder, databaseName))
}

const pagesAtOnce = 2_000

/** What was said of the progress leaves this thread before the next long step. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function requireRoom(dataDir: string, file: string): void {
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0
  const needed = (sizeOf(file) + sizeOf(`${file}-wal`)) * roomTimes + roomBesides
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  if (free < needed) throw new CannotOpen('disk_full', { file, needed, free })
}

function asideNameOf(file: string, version: string): string {
  return `library-${version}-${statSync(file).mtime.toISOString().replace(/[:.]/g, '-')}.db`
}

function writeOrder(folder: string, order: Order): void {
  putInPlace(join(folder, orderName), JSON.stringify(order))
}

/** Changes places by names alone; after a power cut it goes on where it was. A copy that was not finished goes. */
export function carryOutUpgrade(dataDir: string): void {
  const folder = upgradeFolder(dataDir)
  if (!existsSync(folder)) return
  const order = join(folder, orderName)
  const next = join(folder, databaseName)
  if (existsSync(order) && existsSync(next)) {
    const { aside }: Order = JSON.parse(readFileSync(order, 'utf8'))
    mkdirSync(beforeUpgradeFolder(dataDir), { recursive: true })
    const place = join(dataDir, databaseName)
    const former = join(beforeUpgradeFolder(dataDir), aside)
    // A log that stayed behind would be read into the database that comes in its place.
    for (const ending of logEndings)
      if (existsSync(place + ending)) renameSync(place + ending, former + ending)
    if (existsSync(place) && !existsSync(former)) renameSync(place, former)
    renameSync(next, place)
  }
  rmSync(folder, { recursive: true, force: true })
}
