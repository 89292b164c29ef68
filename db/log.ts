import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

const maxBytes = 1_000_000

/** Writes a fault of ours down for the IT person and gives the number under which it is found. Rows and inputs never get here. */
export type Log = (operation: string, error: unknown) => string

/** The file that is full and the one that is written to, in their order. */
export function logFiles(dataDir: string): string[] {
  const file = join(dataDir, 'logs', 'engine.log')
  return [`${file}.1`, file]
}

export function createLog(dataDir: string): Log {
  return (operation, error) => {
    const logId = randomBytes(4).toString('hex')
    write(dataDir, { logId, operation, ...described(error) })
    return logId
  }
}

/** A person has waited so long that they wonder whether anything happens. */
const slowAfterMs = 1000

/** Writes down what let somebody wait; long work that shows how far it is does not. */
export function noteSlow(dataDir: string, operation: string, ms: number): void {
  if (ms >= slowAfterMs) write(dataDir, { operation, ms: Math.round(ms) })
}

function write(dataDir: string, entry: object): void {
  const [full = '', file = ''] = logFiles(dataDir)
  try {
    mkdirSync(join(dataDir, 'logs'), { recursive: true })
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(file, full)
    appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`)
  } catch {
    // A full or read-only disk must not turn one fault into two.
  }
}

/** A foreign message may quote what was typed (JSON.parse does), so only SQLite's own are kept beside the stack. */
function described(error: unknown): { name: string; message?: string; stack?: string[] } {
  if (!(error instanceof Error)) return { name: typeof error }
  const isSqlite = 'code' in error && String(error.code).startsWith('SQLITE_')
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, ...(isSqlite ? { message: error.message } : {}), stack }
}
