/** The kinds of work, in the customary order; a template may leave out, repeat and rename them. */
export const stageKinds = [
  'select',
  'prepare',
  'scan',
  'process',
  'check',
  'ocr',
  'describe',
  'package',
  'publish',
  'preserve',
] as const
export type StageKind = (typeof stageKinds)[number]

/** Work at whose end pages are counted. */
const countingKinds: readonly StageKind[] = ['prepare', 'scan', 'process', 'check']

export function countsPages(kind: StageKind): boolean {
  return countingKinds.includes(kind)
}

export const jobStates = ['open', 'done', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

/** 0 is what has no haste, 3 what comes before everything else. */
export const priorities = [0, 1, 2, 3] as const

export const eventKinds = [
  'made',
  'taken',
  'handed_back',
  'finished',
  'sent_back',
  'moved',
  'recalled',
  'counted',
  'cancelled',
  'reopened',
] as const

/** What may be taken back while nothing has followed it. */
const recallableKinds: readonly string[] = ['finished', 'sent_back', 'cancelled']

export function isRecallable(kind: string): boolean {
  return recallableKinds.includes(kind)
}

export const stoppageKinds = [
  'scanner',
  'power',
  'computer',
  'network',
  'staff',
  'supplies',
  'document',
  'other',
] as const

export const rightsStatuses = ['public_domain', 'licensed', 'own', 'orphan', 'restricted', 'unknown'] as const

/** What is printed on a slip: SH12; a scanner may send it in small letters. */
export function readJobCode(text: string): string | null {
  const match = /^SH0*([1-9]\d{0,11})$/i.exec(text.trim())
  return match ? `SH${match[1]}` : null
}

export { burnUp, foretold, paperWidth } from './burn-up.ts'
export { burnUpWords } from './burn-up-words.ts'

const dayMs = 86_400_000

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
}

export function mondayOf(day: string): string {
  return daysAfter(day, -((new Date(day).getUTCDay() + 6) % 7))
}

/** A pace that needs longer than this says nothing anybody could plan by. */
const farthestDays = 50 * 366

type Stopped = { machine: string; startedOn: string; endedOn: string | null }
type Days = { from: string; to: string; machines: readonly string[] }

/**
 * Days on which no work could be done: whole ones where everything stood, a share of one where one machine of several
 * did. A day lost twice is lost once, and a machine that did nothing in these days takes nothing from them.
 */
export function daysLost(stoppages: readonly Stopped[], { from, to, machines }: Days): number {
  let lost = 0
  for (let day = from; day <= to; day = daysAfter(day, 1)) {
    const those = stoppages.filter(({ startedOn, endedOn }) => startedOn <= day && day <= (endedOn ?? to))
    const still = machines.filter((name) => those.some(({ machine }) => machine === name))
    if (those.some(({ machine }) => machine === '')) lost += 1
    else if (still.length > 0) lost += still.length / machines.length
  }
  return lost
}

export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1
}

type Pace = { left: number; done: number; days: number; asOf: string }

/** The day on which what is left is done, were work to go on as it went; null where nothing is left or nothing went. */
export function forecastOn({ left, done, days, asOf }: Pace): string | null {
  if (left <= 0 || done <= 0 || days <= 0) return null
  const needed = Math.ceil((left * days) / done)
  return needed > farthestDays ? null : daysAfter(asOf, needed)
}

/** What a record may be asked for beside its title; no list of mandatory fields is known for all libraries. */
export const describedBy = ['author', 'publisher', 'publishedYear', 'language', 'ddc', 'summary'] as const
export type DescribedBy = (typeof describedBy)[number]
