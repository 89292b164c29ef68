import { type Dirent, existsSync, readdirSync, statSync, statfsSync } from 'node:fs'
import { arch, cpus, freemem, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import type { Machine } from '../../shared/health/contract.ts'
import { databaseName } from '../folder.ts'
import { appVersion } from '../version.ts'

/** In memory, a library has no folder to look at. */
export function machineOf(dataDir: string): Machine {
  const [processor] = cpus()
  const disk = existsSync(dataDir) ? statfsSync(dataDir) : { blocks: 0, bavail: 0, bsize: 0 }
  const file = join(dataDir, databaseName)
  const [library, writeAhead] = [sizeOf(file), sizeOf(`${file}-wal`)]
  return {
    version: appVersion,
    system: `${type()} ${release()} ${arch()}`,
    processor: processor?.model.trim() ?? '',
    cores: cpus().length,
    memory: totalmem(),
    memoryFree: freemem(),
    memoryUsed: process.memoryUsage.rss(),
    folder: dataDir,
    disk: disk.blocks * disk.bsize,
    diskFree: disk.bavail * disk.bsize,
    library,
    writeAhead,
    files: sizeBelow(dataDir) - library - writeAhead,
    runningForSeconds: Math.round(process.uptime()),
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function sizeBelow(folder: string): number {
  return entriesOf(folder).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    return sum + (entry.isDirectory() ? sizeBelow(path) : entry.isFile() ? sizeOf(path) : 0)
  }, 0)
}

/** A folder that goes while it is looked at has nothing in it. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
