import { words } from '../fold.ts'
import type { TitleFields } from '../catalogue/contract.ts'
import type { ColumnMap } from './columns.ts'
import { isHeadAgain, isSum, saidIn } from './no-title-rows.ts'
import type { Row } from './table.ts'
import { rowReader, type RowTitle } from './title-rows.ts'
import { noRules, type RowRules } from './value-maps.ts'

/** A title and the copies of all rows that follow each other and name it. */
export type TitleDraft = RowTitle & {
  /** The last row that belongs to it. */
  to: number
}

/**
 * Rows with the same key are copies of one title, unless they have different ISBNs; '' for a row that names none. Marks
 * count: Bán and Bạn are two books.
 */
export function groupKey(fields: TitleFields): string {
  if (fields.title === '') return ''
  const { title, subtitle, part, authors, organisations, publisher, publishedYear, edition, material } =
    fields
  return [title, subtitle, part, authors, organisations, publisher, publishedYear ?? '', edition, material]
    .map((text) => words(String(text).toLowerCase()).join(' '))
    .join('|')
}

export type TitleGrouper = {
  /** The titles that are complete with this row: none while they go on. */
  add: (row: Row) => TitleDraft[]
  finish: () => TitleDraft[]
}

/** Copies in a group; a register of one title only is broken into several of the same. */
const mostInGroup = 10_000

/**
 * Titles of a register that has one row for each copy, as the rows stream by: rows behind one another that name the same
 * title become one. Same titles further apart are found where duplicates within the file are.
 */
export function titleGrouper(map: ColumnMap, rules: RowRules = noRules): TitleGrouper {
  const read = rowReader(map, rules)
  let open: { draft: TitleDraft; key: string } | null = null
  let above: readonly string[] = []
  const close = () => {
    const done = open ? [open.draft] : []
    open = null
    return done
  }
  const sumOf = (row: Row): TitleDraft => {
    const nothing = read({ ...row, cells: [], problems: [] })
    const reason = { at: row.at, column: null, code: 'row_is_sum', detail: saidIn(row) } as const
    return { ...nothing, problems: [reason], to: row.at }
  }
  return {
    add(row) {
      if (isHeadAgain(row, map)) return []
      // Nothing of it is “as above” for the rows of the next page.
      if (isSum(row)) return [...close(), sumOf(row)]
      const cells = withoutDittos(row.cells, above)
      above = cells
      const title = read({ ...row, cells })
      const key = groupKey(title.fields)
      if (open && open.draft.copies.length < mostInGroup) {
        if (key === open.key && key !== '' && mayShare(open.draft.fields.isbn, title.fields.isbn)) {
          open.draft.fields = filledFrom(open.draft.fields, title.fields)
          join(open.draft, title)
          return []
        }
        if (key === '' && isContinued(title)) {
          join(open.draft, { ...title, problems: title.problems.map(fromAbove) })
          return []
        }
      }
      const done = close()
      open = { draft: { ...title, to: row.at }, key }
      return done
    },
    finish: close,
  }
}

function mayShare(one: string, other: string): boolean {
  return one === '' || other === '' || one === other
}

/** What an earlier row left out, a later row of the same title may say. */
function filledFrom(fields: TitleFields, others: TitleFields): TitleFields {
  const isEmpty = (value: unknown) => value === '' || value === null
  const names = Object.keys(fields) as (keyof TitleFields)[]
  const missing = names.filter((name) => isEmpty(fields[name]) && !isEmpty(others[name]))
  return missing.length === 0
    ? fields
    : { ...fields, ...Object.fromEntries(missing.map((name) => [name, others[name]])) }
}

function join(draft: TitleDraft, { at, copies, problems }: RowTitle): void {
  draft.copies.push(...copies)
  draft.problems.push(...problems)
  draft.to = at
}

/** Only the first line of a title names it in many registers; those below have their numbers alone. */
function isContinued({ fields, copies }: RowTitle): boolean {
  const { authors, organisations, publisher, publishedYear, isbn } = fields
  const saysMore =
    [authors, organisations, publisher, isbn].some((text) => text !== '') || publishedYear !== null
  return !saysMore && copies.some(({ accessionNumber, barcode }) => accessionNumber !== '' || barcode !== '')
}

function fromAbove(problem: RowTitle['problems'][number]): RowTitle['problems'][number] {
  return problem.code === 'title_missing' ? { ...problem, code: 'title_from_row_above' } : problem
}

const ditto = /^(?:["“”″〃'‘’]{1,4}|[-–\s]*(?:nt|n\.t\.?|như trên|- ?nt ?-)[-–\s]*|\/\/)$/iu

/** Marks for “as above”, which registers kept by hand are full of. */
function withoutDittos(cells: readonly string[], above: readonly string[]): string[] {
  return cells.map((cell, column) => (ditto.test(cell.trim()) ? (above[column] ?? '') : cell))
}
