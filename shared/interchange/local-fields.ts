import { isDataField, type MarcRecord } from '../catalogue/contract.ts'
import type { ColumnChoice } from './columns.ts'
import { copyReader } from './copy-rule.ts'
import type { ImportProfile } from './profile.ts'
import type { Row } from './table.ts'
import { joinOf, type ColumnTarget } from './targets.ts'
import { rowReader, type RowTitle } from './title-rows.ts'

/** Reads records whose fields are not MARC21's: CDS/ISIS with a library's own tags, UNIMARC. */
export function localReader(profile: ImportProfile): (record: MarcRecord, at: number) => RowTitle {
  const read = rowReader(profile.columns, profile)
  const readCopies = profile.copies && copyReader(profile.copies, profile)
  return (record, at) => {
    const title = read(rowFrom(record, profile.columns, at))
    if (!readCopies) return title
    const { drafts, problems } = readCopies(record)
    return {
      ...title,
      copies: [...title.copies, ...drafts],
      problems: [...title.problems, ...problems.map((problem) => ({ ...problem, at }))],
    }
  }
}

function rowFrom(record: MarcRecord, columns: readonly ColumnChoice[], at: number): Row {
  return { at, cells: columns.map(({ header, target }) => textAt(record, header, target)), problems: [] }
}

/** What stands at 200$a, or in the whole of 200, however often it does. */
function textAt(record: MarcRecord, place: string, target: ColumnTarget): string {
  const [tag = '', codes = ''] = place.split('$')
  const texts = record.fields.flatMap((field) => {
    if (field.tag !== tag) return []
    const subfields = isDataField(field) ? field.subfields : isisSubfields(field.value)
    const parts = subfields.filter(([code]) => codes === '' || codes.includes(code)).map(([, text]) => text)
    return codes.length === 1 ? parts : [parts.join(codes === '' ? ' ' : nameOrder(parts))]
  })
  const trimmed = texts.map((text) => withoutMarks(text).trim()).filter((text) => text !== '')
  return [...new Set(trimmed)].join(joinOf(target) ?? '\n')
}

/** CDS/ISIS writes ^a where MARC has its subfield mark, and what stands before the first belongs to none. */
function isisSubfields(value: string): [code: string, text: string][] {
  const [before = '', ...rest] = value.split('^')
  const found = rest.map((piece): [string, string] => [piece.charAt(0).toLowerCase(), piece.slice(1)])
  return before === '' && found.length > 0 ? found : [['', before], ...found]
}

/** Terms that CDS/ISIS indexes stand within angle brackets. */
function withoutMarks(text: string): string {
  return /^<.*>$/s.test(text.trim()) ? text.trim().slice(1, -1).replaceAll(/>\s*</g, '; ') : text
}

/** Two parts of a name, as UNIMARC's 700$a$b: the family, then what is its own. */
function nameOrder(parts: readonly string[]): string {
  return parts.length === 2 ? ', ' : ' '
}
