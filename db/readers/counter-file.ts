import { parseDate } from '../../shared/dates.ts'
import { fold } from '../../shared/fold.ts'
import type { ImportPreview } from '../../shared/readers/contract.ts'
import { dayOfCount, isDeclaredCounter } from '../../shared/readers/counters.ts'
import type { Fail } from '../failure.ts'
import type { TableLine } from '../interchange/tables.ts'
import { wordsIn } from '../words.ts'
import type { KnownKind } from './kinds.ts'

export type FileCount = {
  line: number
  siteId: number
  on: string
  kindCode: string
  value: number
}
export type CounterFile = {
  columns: ImportPreview['columns']
  counts: FileCount[]
  problems: ImportPreview['problems']
}
type Known = { kinds: readonly KnownKind[]; sites: readonly { id: number; name: string }[]; today: string }
type Refusal = 'no_day_column' | 'no_counter_column'

/** A head is looked for among so many lines: above it stand the name of the library and of the sheet. */
const headWithin = 30
const dayHeaders = ['ngay', 'ngay thang', 'ngay, thang', 'thang', 'ky', 'date', 'day', 'month']
const siteHeaders = ['co so', 'diem phuc vu', 'site']
/** Sums at the foot of a sheet are no day. */
const sums = /^(cong|tong|total|sum)/

/** What the lines say, each count with its line; whatever is no count is named, and nothing is guessed. */
export function readCounts(
  lines: readonly TableLine[],
  { siteId, ...known }: Known & { siteId: number },
  fail: Fail<Refusal>,
): CounterFile {
  const head = findHead(lines, known.kinds) ?? fail('no_day_column')
  if (head.counters.size === 0) fail('no_counter_column')
  const problems: CounterFile['problems'] = []
  const counts: FileCount[] = []
  const taken = takenOnce(counts)
  const days = new Set<string>()
  for (const { at, cells } of lines.slice(head.below)) {
    const dayText = (cells[head.day] ?? '').trim()
    if (dayText === '') continue
    const say = (header: string, text: string, code: CounterFile['problems'][number]['code']) =>
      problems.push({ line: at, header, text: text.slice(0, 100), code })
    const on = readDay(dayText)
    if (on === null) {
      if (sums.test(fold(dayText))) continue
      say(head.titles[head.day] ?? '', dayText, 'not_a_day')
      continue
    }
    if (on > known.today) {
      say(head.titles[head.day] ?? '', dayText, 'in_future')
      continue
    }
    const siteText = head.site === null ? '' : (cells[head.site] ?? '').trim()
    const named = siteText === '' ? undefined : known.sites.find(({ name }) => fold(name) === fold(siteText))
    if (siteText !== '' && !named) {
      say(head.titles[head.site ?? 0] ?? '', siteText, 'site_unknown')
      continue
    }
    const place = named?.id ?? siteId
    const isNewDay = !days.has(`${place} ${on}`)
    days.add(`${place} ${on}`)
    for (const [column, kind] of head.counters) {
      const text = (cells[column] ?? '').trim()
      const value = readCount(text)
      if (value === null) continue
      const header = head.titles[column] ?? ''
      if (typeof value === 'string') {
        say(header, text, value)
        continue
      }
      const day = dayOfCount(kind.rhythm, on)
      const count = { line: at, siteId: place, on: day, kindCode: kind.code, value }
      if (!taken(count, isNewDay && kind.rhythm === 'day')) say(header, text, 'twice')
    }
  }
  const columns = head.titles.map((header, at) => ({ header, kindCode: head.counters.get(at)?.code ?? null }))
  return { columns: columns.filter(({ header }, at) => header !== '' && at !== head.day), counts, problems }
}

/** Takes a count unless there is one like it; only where a day comes back are all of them compared. */
function takenOnce(counts: FileCount[]): (count: FileCount, isSurelyNew: boolean) => boolean {
  let seen: Set<string> | null = null
  return (count, isSurelyNew) => {
    if (!isSurelyNew) {
      seen ??= new Set(counts.map(keyOfCount))
      if (seen.has(keyOfCount(count))) return false
    }
    seen?.add(keyOfCount(count))
    counts.push(count)
    return true
  }
}

/** What no two counts share. */
export function keyOfCount({ siteId, on, kindCode }: Pick<FileCount, 'siteId' | 'on' | 'kindCode'>): string {
  return `${siteId} ${on} ${kindCode}`
}

type Head = {
  below: number
  titles: string[]
  day: number
  site: number | null
  counters: Map<number, KnownKind>
}

function findHead(lines: readonly TableLine[], kinds: readonly KnownKind[]): Head | null {
  const byName = new Map(kinds.flatMap((kind) => namesOf(kind).map((name) => [name, kind] as const)))
  for (const [at, { cells }] of lines.slice(0, headWithin).entries()) {
    const titles = cells.map((cell) => cell.trim())
    const folded = titles.map((title) => fold(title))
    const day = folded.findIndex((title) => dayHeaders.includes(title))
    if (day < 0) continue
    const site = folded.findIndex((title) => siteHeaders.includes(title))
    const counters = new Map<number, KnownKind>()
    for (const [column, title] of folded.entries()) {
      const kind = byName.get(title)
      // A column that is there twice is taken once; which of them is meant nobody can say.
      if (kind && ![...counters.values()].includes(kind)) counters.set(column, kind)
    }
    return { below: at + 1, titles, day, site: site < 0 ? null : site, counters }
  }
  return null
}

/** What the library calls a counter, what the program calls it in both languages, and its code. */
export function namesOf({ code, name }: Pick<KnownKind, 'code' | 'name'>): string[] {
  const declared = isDeclaredCounter(code)
    ? [wordsIn.vi(`readers.kinds.${code}`), wordsIn.en(`readers.kinds.${code}`)]
    : []
  return [name, ...declared, code].filter((each) => each !== '').map((each) => fold(each))
}

/** A day, or a month as 05/2026, which stands on its first day. */
function readDay(text: string): string | null {
  const month = /^(?:tháng\s*)?(\d{1,2})[/-](\d{4})$/i.exec(text)
  return parseDate(month ? `1/${month[1]}/${month[2]}` : text.replace(/[ T]\d{1,2}:\d{2}.*$/, ''))
}

const grouped = /^\d{1,3}(?:[.,\s\u00a0]\d{3})+$/

/** Null for an empty cell or a dash: nobody counted. */
export function readCount(text: string): number | null | 'not_a_count' | 'negative' {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  if (text === '' || /^[-–—]$/.test(text)) return null
  const plain = grouped.test(text) ? text.replace(/[.,\s\u00a0]/g, '') : text
  if (/^[-–−]\s*\d/.test(plain)) return 'negative'
  return /^\d{1,9}$/.test(plain) ? Number(plain) : 'not_a_count'
}
