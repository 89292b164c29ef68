import { fold } from '../../shared/fold.ts'

/** A row of a grid as it is typed: text in every cell, whatever it may come to mean. */
export type EntryRow<Key extends string = string> = Record<Key, string>

/** What is wrong with a cell, in words people can act on. */
export type EntryProblem<Key extends string = string> = { row: number; key: Key; text: string }

export type EntryColumn<Key extends string = string> = {
  key: Key
  label: string
  widthPx: number
  grows?: boolean
  align?: 'end'
  /** Shown, never typed into. */
  isFixed?: boolean
  isRequired?: boolean
  /** Chosen from these; the cell holds the value. */
  options?: readonly { value: string; label: string }[] | undefined
  /** What an empty cell will come to be, shown in grey. */
  placeholder?: (row: number) => string
}

/** Reads what spreadsheets put on the clipboard: cells parted by tabs, a cell with line breaks in quotation marks. */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (!match) break
    rows.at(-1)?.push(cellOf(match))
    const end = match[3]
    if (end === '') return rows
    if (end !== '\t') rows.push([])
    // A tab at the very end still opens a cell, which is empty.
    else if (pattern.lastIndex === text.length) rows.at(-1)?.push('')
  }
  return rows.at(-1)?.length === 0 ? rows.slice(0, -1) : rows
}

function cellOf([, quoted, plain = '']: RegExpExecArray): string {
  return (quoted === undefined ? plain : quoted.replaceAll('""', '"')).replace(/\s*[\r\n]+\s*/g, ' ').trim()
}

/** Whether a paste is more than one cell's text. */
export function isBlock(text: string): boolean {
  return /\t|\r?\n(?=.)/.test(text.replace(/[\r\n]+$/, ''))
}

type Place<Key extends string> = { columns: readonly EntryColumn<Key>[]; row: number; column: number }
type Grow<Key extends string> = ((above: EntryRow<Key> | undefined) => EntryRow<Key>) | undefined

/** Fills a block down and to the right of a place; rows are added where the grid may grow, surplus ones are counted. */
export function pasteBlock<Key extends string>(
  rows: readonly EntryRow<Key>[],
  block: string[][],
  { columns, row, column }: Place<Key>,
  { grow, maxRows }: { grow: Grow<Key>; maxRows: number },
): { rows: EntryRow<Key>[]; leftOut: number } {
  const next = [...rows]
  let leftOut = 0
  for (const [down, cells] of block.entries()) {
    const at = row + down
    if (at >= next.length && grow && next.length < maxRows) next.push(grow(next.at(-1)))
    const target = next[at]
    if (!target) {
      leftOut += 1
      continue
    }
    next[at] = filled(target, cells, columns.slice(column))
  }
  return { rows: next, leftOut }
}

function filled<Key extends string>(
  row: EntryRow<Key>,
  cells: string[],
  columns: readonly EntryColumn<Key>[],
): EntryRow<Key> {
  const next = { ...row }
  for (const [right, column] of columns.entries()) {
    const text = cells[right]
    if (text !== undefined && !column.isFixed) next[column.key] = valueOf(column, text)
  }
  return next
}

/** A pasted word stands for the choice it names; one that names none stays as it is and is found wrong. */
function valueOf({ options }: EntryColumn, text: string): string {
  const named = options && optionNamed(options, text)
  return named?.value ?? text.normalize('NFC')
}

type Option = { value: string; label: string }

/**
 * By its code or name, with its marks or without; by the number before a name or the name behind it where one choice
 * alone has that (“800”, “Văn học” for “800 Văn học”); or by the beginning of one name alone.
 */
function optionNamed(options: readonly Option[], text: string): Option | undefined {
  const whole = text.normalize('NFC').trim().toLowerCase()
  const bare = fold(whole)
  if (bare === '') return undefined
  const only = (isMeant: (option: Option) => boolean) => {
    const found = options.filter(isMeant)
    return found.length === 1 ? found[0] : undefined
  }
  const namesOf = ({ label }: Option) => [
    fold(label),
    ...(/^(\d+)\s+(.+)$/.exec(fold(label))?.slice(1) ?? []),
  ]
  const begins = (name: string) => bare.length >= 3 && name.startsWith(bare)
  return (
    options.find(({ value, label }) => label.toLowerCase() === whole || value.toLowerCase() === whole) ??
    only((option) => namesOf(option).includes(bare)) ??
    only((option) => namesOf(option).some(begins))
  )
}

export function withCell<Key extends string>(
  rows: readonly EntryRow<Key>[],
  { row, key }: { row: number; key: Key },
  text: string,
): EntryRow<Key>[] {
  return rows.map((each, at) => (at === row ? { ...each, [key]: text } : each))
}

/** The cell's text in every row below it. */
export function filledDown<Key extends string>(
  rows: readonly EntryRow<Key>[],
  { row, key }: { row: number; key: Key },
): EntryRow<Key>[] {
  const text = rows[row]?.[key]
  if (text === undefined) return [...rows]
  return rows.map((each, at) => (at > row ? { ...each, [key]: text } : each))
}
