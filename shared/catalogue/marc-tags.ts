import { fieldTable, indicatorTexts, positionTable, subfieldSets } from './marc-table.ts'

export type TagInfo = {
  tag: string
  /** Of a control field, which has neither indicators nor subfields. */
  isControl: boolean
  isRepeatable: boolean
  /** Values of each indicator, a blank as a space; null where the library chooses. */
  indicators: readonly [readonly string[] | null, readonly string[] | null]
  /** Code to whether it may be repeated; null where any code may stand. */
  subfields: ReadonlyMap<string, boolean> | null
}

/** Codes that nearly every field may carry; 9 is a library's own. */
const commonCodes = '0+1+345+678+9+'
const digits = '0123456789'
const cache = new Map<string, TagInfo>()

export const knownTags: readonly string[] = Object.keys(fieldTable).toSorted()

/** Null for a tag that is not in the table. */
export function tagInfo(tag: string): TagInfo | null {
  const row = Object.hasOwn(fieldTable, tag) ? fieldTable[tag] : undefined
  if (row === undefined) return null
  const found = cache.get(tag) ?? parsed(tag, row)
  cache.set(tag, found)
  return found
}

/** 09X, 59X, 69X, 9XX and their like are left to each library. */
export function isLocalTag(tag: string): boolean {
  return tagInfo(tag) === null && (tag.startsWith('9') || tag.charAt(1) === '9')
}

function parsed(tag: string, row: string): TagInfo {
  const [repeat = '', first = '', second = '', own = '', ...sets] = row.split(' ')
  const codes = [own.replace('-', ''), ...sets.map((set) => subfieldSets[set] ?? ''), commonCodes].join('')
  return {
    tag,
    isControl: first === '',
    isRepeatable: repeat === 'R',
    indicators: [valuesOf(first), valuesOf(second)],
    subfields: own === '*' ? null : codesOf(codes),
  }
}

/** #0-8 is blank and the figures from 0 to 8. */
function valuesOf(text: string): string[] | null {
  if (text === '*') return null
  const whole = text.replace(/(\d)-(\d)/, (_, from: string, to: string) =>
    digits.slice(Number(from), Number(to) + 1),
  )
  return [...whole.replace('#', ' ')]
}

function codesOf(text: string): Map<string, boolean> {
  return new Map(Array.from(text.matchAll(/([a-z0-9])(\+?)/g), ([, code = '', plus]) => [code, plus === '+']))
}

export function tagKey(tag: string): string | null {
  if (tagInfo(tag)) return `marc.tags.${tag}`
  return isLocalTag(tag) ? `marc.tags.local` : null
}

const helped =
  '001 008 020 022 041 082 090 100 110 245 246 250 260 264 300 490 500 520 600 650 651 653 700 773 852 856'.split(
    ' ',
  )

/** Null where there is no advice beyond the name. */
export function tagHelpKey(tag: string): string | null {
  return helped.includes(tag) ? `marc.help.${tag}` : null
}

/** Null for a code the table does not give to this tag. */
export function subfieldKey(tag: string, code: string): string | null {
  const [, , , own = '', ...sets] = (tagInfo(tag) ? (fieldTable[tag] ?? '') : '').split(' ')
  // The source of a term reads the same everywhere.
  if (own.replace('-', '').replace(/2$/, '').includes(code)) return `marc.subfields.${tag}.${code}`
  const set = sets.find((name) => subfieldSets[name]?.includes(code))
  if (set !== undefined) return `marc.subfields.${set}.${code}`
  return '012345678'.includes(code) ? `marc.subfields.common.${code}` : null
}

/** What a value of the first (0) or second (1) indicator says; null where the value says it all. */
export function indicatorKey(tag: string, place: 0 | 1, value: string): string | null {
  const values = tagInfo(tag)?.indicators[place]
  if (!values?.includes(value)) return null
  const name = value === ' ' ? 'blank' : value
  if (values.length === 1 && value === ' ') return `marc.indicators.unused.blank`
  const group = indicatorTexts[tag]?.split(' ')[place] ?? '-'
  if (group === '-') return null
  return group === 'skipped' && value !== '0'
    ? `marc.indicators.skipped.other`
    : `marc.indicators.${group}.${name}`
}

export type MarcPosition = { from: number; length: number; key: string }

function positionsIn(group: string, end: number): MarcPosition[] {
  const starts = (positionTable[group] ?? '').split(' ')
  return starts.map((start, index) => ({
    from: Number(start),
    length: Number(starts[index + 1] ?? end) - Number(start),
    key: `marc.positions.${group}.${start}`,
  }))
}

/** Positions of the leader that somebody may set; the others are counted when a record is written out. */
export const leaderPositions: readonly MarcPosition[] = positionsIn('leader', 20)
  .filter(({ from }) => from < 10 || from > 16)
  .map((position) => ({ ...position, length: 1 }))

/** The positions of 008 for a record of this leader. */
export function fixedPositions(leader: string): MarcPosition[] {
  const general = positionsIn('general', 40).map((position) =>
    position.from === 15 ? { ...position, length: 3 } : position,
  )
  const own = positionsIn(fixedGroup(leader), 35)
  return [...general, ...own].toSorted((a, b) => a.from - b.from)
}

function fixedGroup(leader: string): string {
  const [type, level] = [leader.charAt(6) || '-', leader.charAt(7) || '-']
  if ('ef'.includes(type)) return 'map'
  if ('gkor'.includes(type)) return 'visual'
  if ('cdij'.includes(type)) return 'sound'
  if (type === 'm') return 'file'
  return 'bis'.includes(level) ? 'serial' : 'book'
}
