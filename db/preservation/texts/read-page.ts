import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { constants as fileConstants, createReadStream, openSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { pipeline } from 'node:stream/promises'
import type { TextProblem } from '../../../shared/preservation/reading.ts'
import { placeOf } from '../files/walk.ts'
import type { Recognised } from './recognised.ts'
import { readTsv } from './tsv.ts'

export type Page = { root: string; path: string; sha256: string }
export type PageReading =
  | ({ problem: null } & Recognised)
  | { problem: TextProblem; text: ''; confidence: null }

type Reading = {
  program: string
  languages: readonly string[]
  timeoutMs: number
  /** Asked several times a second; throws to stop. */
  onWait: () => void
}

const askEveryMs = 200
const mostOutputBytes = 64 * 1024 * 1024

/**
 * Reads one page. The file goes to the program through a pipe, so that its name, in whatever letters, never meets a
 * command line, and so that what was read is known to be the very bytes of that sum.
 */
export async function readPage(
  page: Page,
  { program, languages, timeoutMs, onWait }: Reading,
): Promise<PageReading> {
  const source = openPage(page)
  if (source === null) return failed('unreadable')
  // One thread: whoever works at this PC goes on working.
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
  const options = ['stdin', 'stdout', '-l', languages.join('+'), '-c', 'tessedit_create_tsv=1']
  const child = spawn(program, options, { env, windowsHide: true, stdio: ['pipe', 'pipe', 'ignore'] })
  lower(child)
  const hash = createHash('sha256')
  const stream = createReadStream('', { fd: source })
  stream.on('data', (piece) => hash.update(piece))
  let isUnread = false
  // A program that ends early breaks the pipe, which its own end says better.
  stream.on('error', (error) => (isUnread = 'syscall' in error && error.syscall === 'read'))
  const fed = pipeline(stream, child.stdin).catch(() => undefined)
  const watch = watched(child, { timeoutMs, onWait })
  const [output, code] = await Promise.all([outputOf(child), endOf(child), fed])
  watch.stop()
  if (isUnread) return failed('unreadable')
  if (watch.isTimedOut()) return failed('timed_out')
  const read = code === 0 && output !== null ? readTsv(output) : null
  if (!read) return failed('failed')
  return hash.digest('hex') === page.sha256 ? { problem: null, ...read } : failed('altered')
}

function failed(problem: TextProblem): PageReading {
  return { problem, text: '', confidence: null }
}

function openPage({ root, path }: Page): number | null {
  try {
    return openSync(placeOf(root, path), fileConstants.O_RDONLY | (fileConstants.O_NOFOLLOW ?? 0))
  } catch {
    return null
  }
}

function lower({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // It has ended already, or the system has no such rank: it reads all the same.
  }
}

/** Ends the program once its time is over or somebody has cancelled the run, which is then thrown on. */
function watched(child: ChildProcess, { timeoutMs, onWait }: Pick<Reading, 'timeoutMs' | 'onWait'>) {
  const end = performance.now() + timeoutMs
  let isTimedOut = false
  let stopped: { reason: unknown } | null = null
  const timer = setInterval(() => {
    try {
      onWait()
      isTimedOut = performance.now() > end
    } catch (reason) {
      stopped = { reason }
    }
    if (isTimedOut || stopped) {
      clearInterval(timer)
      child.kill('SIGKILL')
    }
  }, askEveryMs)
  return {
    isTimedOut: () => isTimedOut,
    stop() {
      clearInterval(timer)
      if (stopped) throw stopped.reason
    },
  }
}

/** Null for more than any page can hold. */
async function outputOf(child: ChildProcess): Promise<string | null> {
  const pieces: Buffer[] = []
  let bytes = 0
  child.stdout?.on('data', (piece: Buffer) => {
    bytes += piece.length
    if (bytes <= mostOutputBytes) pieces.push(piece)
    else child.kill('SIGKILL')
  })
  await new Promise<void>((resolve) => {
    child.stdout?.on('close', resolve)
    child.on('error', () => resolve())
  })
  return bytes <= mostOutputBytes ? Buffer.concat(pieces).toString('utf8') : null
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(code))
    child.on('error', () => resolve(null))
  })
}
