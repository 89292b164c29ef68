import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { LogLine, SlowOperation } from '../../shared/health/contract.ts'
import { logFiles } from '../log.ts'

const Written = z.object({
  at: z.iso.datetime(),
  operation: z.string(),
  logId: z.string().optional(),
  name: z.string().optional(),
  message: z.string().optional(),
  ms: z.number().optional(),
  stack: z.array(z.string()).optional(),
})

/** The last first. A line that a power cut left half written is none. */
export function logLines(dataDir: string): LogLine[] {
  return logFiles(dataDir)
    .flatMap((file) => linesOf(file))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

function linesOf(file: string): LogLine[] {
  let text = ''
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return []
  }
  return text.split('\n').flatMap((line) => {
    const read = Written.safeParse(parsed(line))
    return read.success ? [lineOf(read.data)] : []
  })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function lineOf({
  at,
  operation,
  logId,
  name = '',
  message,
  ms,
  stack = [],
}: z.output<typeof Written>): LogLine {
  const isSlow = ms !== undefined
  return {
    at,
    kind: isSlow ? 'slow' : 'fault',
    operation,
    logId: logId ?? null,
    name: message ? `${name}: ${withoutQuotes(message)}` : name,
    ms: ms ?? null,
    stack: stack.map(withoutFolders),
  }
}

/** What stands between quotes in a message of SQLite's may be what somebody searched for. */
function withoutQuotes(message: string): string {
  return message.replaceAll(/"[^"]*"|'[^']*'/g, '…')
}

/** A folder on Windows has a person's name in it. */
function withoutFolders(line: string): string {
  return line.trim().replaceAll(/(?:file:\/+|[A-Za-z]:[\\/]|\/)[^()]*[\\/]/g, '')
}

/** Which operations let people wait, the worst first. */
export function slowOnes(lines: readonly LogLine[]): SlowOperation[] {
  const byOperation = Map.groupBy(
    lines.filter(({ kind }) => kind === 'slow'),
    ({ operation }) => operation,
  )
  return [...byOperation]
    .map(([operation, own]) => {
      const times = own.map(({ ms }) => ms ?? 0).toSorted((a, b) => a - b)
      return {
        operation,
        times: times.length,
        medianMs: times[Math.floor(times.length / 2)] ?? 0,
        worstMs: times.at(-1) ?? 0,
        lastAt: own[0]?.at ?? '',
      }
    })
    .toSorted((a, b) => b.times * b.medianMs - a.times * a.medianMs)
}
