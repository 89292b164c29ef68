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
    try {
      mkdirSync(join(dataDir, 'logs'), { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(file, `${file}.1`)
      appendFileSync(
        file,
        `${JSON.stringify({ at: new Date().toISOString(), logId, operation, ...described(error) })}\n`,
      )
    } catch {
      // A full or read-only disk must not turn one fault into two.
    }
    return logId
  }
}

/** A foreign message may quote what was typed (JSON.parse does), so only SQLite's own are kept beside the stack. */
function described(error: unknown): { name: string; message?: string; stack?: string[] } {
  if (!(error instanceof Error)) return { name: typeof error }
  const isSqlite = 'code' in error && String(error.code).startsWith('SQLITE_')
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, ...(isSqlite ? { message: error.message } : {}), stack }
}
