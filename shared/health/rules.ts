import type { Finding, Machine, Trial } from './contract.ts'

export const levels = ['good', 'watch', 'bad'] as const
export type Level = (typeof levels)[number]

export const findingCodes = [
  'disk_free',
  'memory',
  'write_ahead',
  'proven_copy',
  'faults',
  'slow',
  'clock',
] as const

/** What is looked at besides the machine: the last seven days of the log, the copies, and the journal's clock. */
export type Circumstances = {
  machine: Machine
  daysSinceProven: number | null
  faults: number
  slow: number
  /** How far the PC's clock lies behind the last thing written down; nought where it does not. */
  clockBehindMinutes: number
}

const MiB = 2 ** 20
const GiB = 2 ** 30
/** A PC sold with 4 GB shows a little less. */
const enoughMemory = 3.5 * GiB

export function findingsOf(seen: Circumstances): Finding[] {
  const { machine, daysSinceProven, faults, slow, clockBehindMinutes } = seen
  // A copy, what it is proven in, and the work of some months have to find room.
  const room = Math.max(GiB, machine.library * 3)
  const provenAge = daysSinceProven ?? Infinity
  return [
    finding('disk_free', machine.diskFree, below(machine.diskFree, room * 3, room)),
    finding('memory', machine.memory, below(machine.memory, enoughMemory, 2 * GiB)),
    finding('write_ahead', machine.writeAhead, above(machine.writeAhead, 64 * MiB, 512 * MiB)),
    finding('proven_copy', daysSinceProven ?? -1, above(provenAge, 7, 30)),
    finding('faults', faults, above(faults, 0, 20)),
    finding('slow', slow, above(slow, 20, 500)),
    finding('clock', clockBehindMinutes, above(clockBehindMinutes, 1, 24 * 60)),
  ]
}

/** The worst of them: how the PC is, in one word. */
export function worst(seen: readonly { level: Level }[]): Level {
  return levels[Math.max(0, ...seen.map(({ level }) => levels.indexOf(level)))] ?? 'good'
}

function finding(code: Finding['code'], amount: number, level: Level): Finding {
  return { code, level, amount }
}

function below(amount: number, watch: number, bad: number): Level {
  return amount < bad ? 'bad' : amount < watch ? 'watch' : 'good'
}

function above(amount: number, watch: number, bad: number): Level {
  return amount > bad ? 'bad' : amount > watch ? 'watch' : 'good'
}

export const fitnessLevels = ['fit', 'usable', 'unfit'] as const
export type Fitness = (typeof fitnessLevels)[number]
export const trialParts = ['save', 'search', 'import', 'hash', 'memory'] as const
type Part = (typeof trialParts)[number]

/** What a desk notices: a tenth of a second between two scans is a queue, half a second is a complaint. */
const bounds: Record<Part, { fit: number; usable: number; isMore: boolean }> = {
  save: { fit: 60, usable: 250, isMore: false },
  search: { fit: 50, usable: 300, isMore: false },
  import: { fit: 20_000, usable: 4000, isMore: true },
  hash: { fit: 100, usable: 25, isMore: true },
  memory: { fit: enoughMemory, usable: 2 * GiB, isMore: true },
}

export function fitnessOf(trial: Trial): { verdict: Fitness; parts: { part: Part; fit: Fitness }[] } {
  const amounts: Record<Part, number> = {
    save: trial.saveMs,
    search: trial.searchMs,
    import: trial.rowsPerSecond,
    hash: trial.megabytesHashedPerSecond,
    memory: trial.memory,
  }
  const parts = trialParts.map((part) => ({ part, fit: judged(part, amounts[part]) }))
  const place = Math.max(...parts.map(({ fit }) => fitnessLevels.indexOf(fit)))
  return { verdict: fitnessLevels[place] ?? 'unfit', parts }
}

function judged(part: Part, amount: number): Fitness {
  const { fit, usable, isMore } = bounds[part]
  const reaches = (bound: number) => (isMore ? amount >= bound : amount <= bound)
  return reaches(fit) ? 'fit' : reaches(usable) ? 'usable' : 'unfit'
}
