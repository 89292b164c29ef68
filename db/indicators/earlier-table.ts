import { quarterBounds, type Quarter } from '../../shared/dates.ts'
import { fold } from '../../shared/fold.ts'
import type { EarlierFigure, EarlierPreview } from '../../shared/indicators/contract.ts'
import { mainCodeOf } from '../../shared/indicators/formulas.ts'
import { readNumber, type NumberWay } from '../../shared/indicators/written-number.ts'
import type { Fail } from '../failure.ts'
import type { TableLine } from '../interchange/tables.ts'

type Problem = EarlierPreview['problems'][number]
export type EarlierTable = { figures: (EarlierFigure & { line: number })[]; problems: Problem[] }
export type Known = {
  codes: ReadonlySet<string>
  /** `code fromOn untilOn` of what was taken in before. */
  there: ReadonlySet<string>
  /** First days of quarters that were signed here. */
  signed: ReadonlySet<string>
  today: string
  way: NumberWay | null
}

/** A head is looked for among so many lines: above it stand the name of the library and of the report. */
const headWithin = 30
const codeHeads = ['ma', 'ma chi so', 'ma so', 'code']
const quarterHeads = ['ky', 'quy', 'ky bao cao', 'quarter', 'period']
const valueHeads = ['gia tri', 'so lieu', 'thuc hien', 'value']
const notApplicable = ['khong ap dung', 'kad', 'n/a', 'not applicable']
const notCollected = ['chua thu thap', 'not collected']

type Head = {
  below: number
  titles: string[]
  code: number
  quarters: Map<number, Quarter>
  long: Long | null
}
type Long = { quarter: number; value: number }
type Place = { column: number; quarter: Quarter | null; quarterText: string }

/**
 * Figures by quarter: a column for each quarter, or a line for each figure with its quarter in a column. A blank cell
 * says nothing.
 */
export function readEarlier(
  lines: readonly TableLine[],
  known: Known,
  fail: Fail<'no_code_column' | 'no_quarter_column'>,
): EarlierTable {
  const head = findHead(lines) ?? fail('no_code_column')
  if (head.quarters.size === 0 && !head.long) fail('no_quarter_column')
  const table: EarlierTable = { figures: [], problems: [] }
  const seen = new Set<string>()
  for (const line of lines.slice(head.below))
    for (const place of placesOf(head, line.cells)) readCell({ line, place, head, known, seen }, table)
  return table
}

type Cell = {
  line: TableLine
  place: Place
  head: Head
  known: Known
  /** What the table said so far, figure by figure. */
  seen: Set<string>
}

function readCell({ line: { at, cells }, place, head, known, seen }: Cell, table: EarlierTable): void {
  const code = (cells[head.code] ?? '').trim()
  const text = (cells[place.column] ?? '').trim()
  if (code === '' || text === '') return
  const say = (column: number, said: string, problem: Problem['code']) =>
    table.problems.push({
      line: at,
      header: head.titles[column] ?? '',
      text: said.slice(0, 100),
      code: problem,
    })
  const { column, quarter, quarterText } = place
  if (!known.codes.has(code)) {
    say(head.code, code, 'unknown_code')
    return
  }
  if (quarter === null) {
    say(head.long?.quarter ?? column, quarterText, 'not_a_quarter')
    return
  }
  const { from: fromOn, to: untilOn } = quarterBounds(quarter)
  const key = `${mainCodeOf(code)} ${fromOn} ${untilOn}`
  const figure = figureOf(text, known.way)
  if (typeof figure === 'string') say(column, text, figure)
  else if (fromOn > known.today) say(column, text, 'in_future')
  else if (seen.has(key)) say(column, text, 'twice')
  else if (known.signed.has(fromOn)) say(column, text, 'signed')
  else if (known.there.has(key)) say(column, text, 'there_already')
  else table.figures.push({ line: at, code: mainCodeOf(code), fromOn, untilOn, ...figure })
  seen.add(key)
}

function findHead(lines: readonly TableLine[]): Head | null {
  for (const [at, { cells }] of lines.slice(0, headWithin).entries()) {
    const titles = cells.map((cell) => cell.trim())
    const is = (words: readonly string[]) => titles.findIndex((title) => words.includes(fold(title)))
    const code = is(codeHeads)
    if (code < 0) continue
    const quarters = new Map(
      titles.flatMap((title, column) => {
        const quarter = readQuarter(title)
        return quarter ? [[column, quarter] as const] : []
      }),
    )
    const [quarter, value] = [is(quarterHeads), is(valueHeads)]
    const long = quarters.size === 0 && quarter >= 0 && value >= 0 ? { quarter, value } : null
    return { below: at + 1, titles, code, quarters, long }
  }
  return null
}

function placesOf({ quarters, long }: Head, cells: readonly string[]): Place[] {
  if (!long) return [...quarters].map(([column, quarter]) => ({ column, quarter, quarterText: '' }))
  const quarterText = (cells[long.quarter] ?? '').trim()
  return [{ column: long.value, quarter: readQuarter(quarterText), quarterText }]
}

function figureOf(
  text: string,
  way: NumberWay | null,
): Pick<EarlierFigure, 'status' | 'value'> | 'not_a_number' | 'doubtful_number' {
  const word = fold(text)
  if (notApplicable.includes(word)) return { status: 'not_applicable', value: null }
  if (notCollected.includes(word)) return { status: 'not_collected', value: null }
  const read = readNumber(text, way)
  if (read.kind === 'none') return 'not_a_number'
  return read.kind === 'doubtful' ? 'doubtful_number' : { status: 'known', value: read.value }
}

const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }

/** Quý III/2025, Q3-2025, 3/2025, 2025-Q3. */
export function readQuarter(text: string): Quarter | null {
  const word = fold(text).replace(/\s+/g, ' ').trim()
  const first = /^(?:quy |q ?)?(iv|i{1,3}|[1-4]) ?[/.\- ] ?(?:nam )?(\d{4})$/.exec(word)
  const last = /^(\d{4}) ?[/.\- ]? ?(?:quy|q) ?(iv|i{1,3}|[1-4])$/.exec(word)
  const [name, year] = first ? [first[1], first[2]] : last ? [last[2], last[1]] : []
  if (name === undefined || year === undefined) return null
  return { year: Number(year), quarter: roman[name] ?? Number(name) }
}
