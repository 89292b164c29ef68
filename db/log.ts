import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

const maxBytes = 1_000_000

/** Writes a fault of ours down for the IT person and gives the number under which it is found. Rows and inputs never get here. */
export type Log = (operation: string, error: unknown) => string

export function createLog(dataDir: string): Log {
  const file = join(dataDir, 'logs', 'engine.log')
  return (operation, error) => {
    const logId = randomBytes(4).toString('hex')
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    try {
      mkdirSync(join(dataDir, 'logs'), { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(file, `${file}.1`)
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), logId, operation, stack })}\n`)
    } catch {
      // A full or read-only disk must not turn one fault into two.
    }
    return logId
  }
}
