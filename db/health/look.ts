import type { LogLine } from '../../shared/health/contract.ts'
import { findingsOf } from '../../shared/health/rules.ts'
import type { Reader } from '../connection.ts'
import { lastProven } from '../backup/index.ts'
import { lastEntryAt } from '../journal/index.ts'
import { logLines, slowOnes } from './log-lines.ts'
import { machineOf } from './machine.ts'

const dayMs = 86_400_000
const weekMs = 7 * dayMs

/** How this PC and the library on it are, and what follows. */
export async function lookAt(db: Reader, dataDir: string, now: string) {
  const machine = machineOf(dataDir)
  const lines = logLines(dataDir)
  const nowMs = Date.parse(now)
  const lately = lines.filter(({ at }) => nowMs - Date.parse(at) < weekMs)
  const lastProvenAt = (await lastProven(db))?.provenAt ?? null
  const lastWrittenAt = (await lastEntryAt(db)) ?? now
  const findings = findingsOf({
    machine,
    daysSinceProven: lastProvenAt === null ? null : daysBetween(lastProvenAt, nowMs),
    faults: count(lately, 'fault'),
    slow: count(lately, 'slow'),
    clockBehindMinutes: Math.max(0, Math.round((Date.parse(lastWrittenAt) - nowMs) / 60_000)),
  })
  return { machine, lines, findings, slow: slowOnes(lately), lastProvenAt }
}

function daysBetween(at: string, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(at)) / dayMs))
}

function count(lines: readonly LogLine[], kind: LogLine['kind']): number {
  return lines.filter((line) => line.kind === kind).length
}
