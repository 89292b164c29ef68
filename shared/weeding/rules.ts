import type { IsoDate } from '../dates.ts'

/** The five papers of a dossier, in the order they are signed (Thông tư 02/2020/TT-BVHTTDL, Điều 30). */
export const paperKinds = ['proposal', 'list', 'council', 'minutes', 'approval'] as const
export type PaperKind = (typeof paperKinds)[number]

/** How far a dossier has come: gathering, then the last paper that is signed. */
export const stages = ['gathering', 'proposed', 'listed', 'founded', 'appraised', 'approved'] as const
export type Stage = (typeof stages)[number]

/** The stage a signed paper brings, and the paper a stage waits for; null once all five are signed. */
export const stageAfter = (kind: PaperKind): Stage => stages[paperKinds.indexOf(kind) + 1] ?? 'approved'
export const paperAwaited = (stage: Stage): PaperKind | null => paperKinds[stages.indexOf(stage)] ?? null

/** Whether the signed papers of a stage have this one among them. */
export function isSigned(kind: PaperKind, stage: Stage): boolean {
  return paperKinds.indexOf(kind) < stages.indexOf(stage)
}

/** The papers by which the library asks; above the limit each of them says why. */
export const explainsLimit = (kind: PaperKind): boolean =>
  kind === 'proposal' || kind === 'list' || kind === 'minutes'

/** The list grows and shrinks until it is signed; after that the council alone strikes off it. */
export const isListOpen = (stage: Stage): boolean => stages.indexOf(stage) < stages.indexOf('listed')
export const mayStrike = (stage: Stage): boolean => stage === 'founded'

/** Classes of documents that no rule proposes unless it is meant; Điều 19 khoản 4 names those of local history. */
export const protectedClasses = ['rare', 'ancient', 'local_history', 'endogenous', 'special_value'] as const

export type AgeRule = { from: string; to: string; years: number }

/** How long documents of a class serve, for a library that has not said so: a proposal of this program, no rule of law. */
export const proposedAges: readonly AgeRule[] = [
  { from: '004', to: '006', years: 5 },
  { from: '320', to: '329', years: 10 },
  { from: '330', to: '339', years: 10 },
  { from: '340', to: '349', years: 10 },
  { from: '370', to: '379', years: 10 },
  { from: '500', to: '599', years: 15 },
  { from: '610', to: '619', years: 10 },
  { from: '620', to: '629', years: 10 },
  { from: '630', to: '649', years: 15 },
  { from: '650', to: '659', years: 10 },
  { from: '660', to: '699', years: 15 },
  { from: '910', to: '919', years: 10 },
]

/** The years a class serves by the narrowest rule that names it; null where none does. */
export function yearsOf(ddc: string, ages: readonly AgeRule[]): number | null {
  const main = /^\d{3}/.exec(ddc)?.[0]
  if (main === undefined) return null
  const naming = ages.filter(({ from, to }) => from <= main && main <= to)
  const width = ({ from, to }: AgeRule) => Number(to) - Number(from)
  return naming.toSorted((a, b) => width(a) - width(b))[0]?.years ?? null
}

/** Each three-figure class with the last year of publication that is out of date, for those that a rule names. */
export function lastYearsOutdated(
  ages: readonly AgeRule[],
  thisYear: number,
): { class: string; year: number }[] {
  return Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0')).flatMap((main) => {
    const years = yearsOf(main, ages)
    return years === null ? [] : [{ class: main, year: thisYear - years - 1 }]
  })
}

/** The same day so many years on; 29 February becomes 28 February where there is none. */
export function yearsAfter(date: IsoDate, years: number): IsoDate {
  const [year = '', month = '', day = ''] = date.split('-')
  const moved = `${String(Number(year) + years).padStart(4, '0')}-${month}-${day}`
  const isDay = new Date(`${moved}T00:00:00Z`).toISOString().startsWith(moved)
  return isDay ? moved : `${moved.slice(0, 8)}28`
}

/** Kept at least so long from the day the copies left (Điều 30). */
export const leastKeptYears = 5

/** A share in percent to the tenth; finer where that would read as nothing, or as just what is allowed. */
export function percentOf(copies: number, stock: number, limitPercent: number): number {
  if (copies === 0 || stock === 0) return 0
  const exact = (copies / stock) * 100
  const tenths = Math.round(exact * 10) / 10
  return tenths === 0 || tenths === limitPercent ? Math.ceil(exact * 1000) / 1000 : tenths
}

export const reasonCodes = [
  'missing',
  'damaged',
  'surplus',
  'outdated',
  'out_of_scope',
  'worn',
  'unused',
] as const
export type ReasonCode = (typeof reasonCodes)[number]
/** The circular knows no ground for a copy that is merely worn or that nobody took: whoever puts it on a list says which one holds. */
export const groundOf = {
  missing: 'lost',
  damaged: 'damaged',
  surplus: 'surplus',
  outdated: 'outdated',
  out_of_scope: 'out_of_scope',
  worn: null,
  unused: null,
} as const satisfies Record<ReasonCode, string | null>

/** Of several reasons the plainest stands as the ground: what is lost need not be outdated too. */
export function mainReason(codes: readonly ReasonCode[]): ReasonCode {
  return reasonCodes.find((code) => codes.includes(code)) ?? 'out_of_scope'
}

type Kept = {
  id: number
  titleId: number
  enumeration: string
  status: string
  condition: string
  accessionedOn: string
}

const conditionOrder = ['good', 'worn', 'damaged']

/** Which of two copies one would rather keep: one that is there, in better condition, that came in later. */
export function rather(a: Kept, b: Kept): number {
  const missing = (copy: Kept) => (copy.status === 'missing' ? 1 : 0)
  const worse = (copy: Kept) => conditionOrder.indexOf(copy.condition)
  return (
    missing(a) - missing(b) ||
    worse(a) - worse(b) ||
    (a.accessionedOn < b.accessionedOn ? 1 : a.accessionedOn > b.accessionedOn ? -1 : a.id - b.id)
  )
}

/** Of titles all of whose copies are among these, the one copy of each that stays. */
export function lastCopiesKept(
  candidates: readonly Kept[],
  liveByTitle: ReadonlyMap<number, number>,
): Set<number> {
  const kept = new Set<number>()
  for (const [titleId, copies] of Map.groupBy(candidates, (copy) => copy.titleId)) {
    const [best] = copies.toSorted(rather)
    if (best && copies.length >= (liveByTitle.get(titleId) ?? 0)) kept.add(best.id)
  }
  return kept
}
