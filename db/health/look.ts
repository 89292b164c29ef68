import type { LogLine } from '../../shared/health/contract.ts'
import { findingsOf } from '../../shared/health/rules.ts'
import type { Reader } from '../connection.ts'
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
  const { lastProvenAt, lastWrittenAt } = await moments(db)
  const findings = findingsOf({
    machine,
    daysSinceProven: lastProvenAt === null ? null : daysBetween(lastProvenAt, nowMs),
    faults: count(lately, 'fault'),
    slow: count(lately, 'slow'),
    clockBehindMinutes: Math.max(0, Math.round((Date.parse(lastWrittenAt ?? now) - nowMs) / 60_000)),
  })
  return { machine, lines, findings, slow: slowOnes(lately), lastProvenAt }
}

async function moments(db: Reader): Promise<{ lastProvenAt: string | null; lastWrittenAt: string | null }> {
  const proven = await db
    .selectFrom('backup')
    .select('provenAt')
    .where('provenAt', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const written = await db
    .selectFrom('journalCommand')
    .select('at')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { lastProvenAt: proven?.provenAt ?? null, lastWrittenAt: written?.at ?? null }
}

function daysBetween(at: string, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(at)) / dayMs))
}

function count(lines: readonly LogLine[], kind: LogLine['kind']): number {
  return lines.filter((line) => line.kind === kind).length
}
