import { cleanText } from '../fold.ts'
import {
  cleanHeading,
  cleanPublisher,
  cleanSubject,
  isOrganisationField,
  isPersonField,
  isPublicationField,
  isSubjectField,
  nameIn,
  subjectIn,
  subjectSubfields,
  withName,
} from './marc-headings.ts'
import type { AuthorityKind } from './authority.ts'
import type { ListBox } from './marc-lists.ts'
import { isDataField, type DataField, type MarcRecord, type Subfield } from './marc.ts'
import { closingOf, fit, textsOf, withClosing, withoutClosing, withoutNextMark } from './marc-text.ts'
import { normalIsbn, normalIssn } from './numbers.ts'

export function joinHeadings(headings: readonly string[]): string {
  return headings.filter((heading) => heading !== '').join('; ')
}

/** The headings of a box: "Nguyễn Du; Xuân Diệu" are two. */
export function splitHeadings(text: string): string[] {
  return cleanText(text)
    .split(';')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/** A semicolon after a space is ISBD's, before the number within the series: "Tủ sách vàng ; T.3". */
export function splitSeries(text: string): string[] {
  const pieces = cleanText(text).split(/(?<!\s);\s*/)
  return [...new Set(pieces.map(cleanSeries))].filter((piece) => piece !== '')
}

function cleanSeries(text: string): string {
  return cleanHeading(text.replace(/^[\s;]+/, ''))
}

function piecesBy(clean: (text: string) => string): (text: string) => string[] {
  return (text) =>
    splitHeadings(text)
      .map(clean)
      .filter((piece) => piece !== '')
}

function wholeBy(clean: (text: string) => string): (text: string) => string[] {
  return (text) => [clean(text)].filter((piece) => piece !== '')
}

function dataField(tag: string, indicators: string, subfields: readonly Subfield[]): DataField {
  return { tag, indicators, subfields: subfields.map(([code, text]) => [code, text]) }
}

/** Boxes whose entries are subfields. */
function subfieldBox(
  tag: string,
  code: string,
  rest: Pick<ListBox, 'max' | 'join' | 'pieces'> & Partial<ListBox> & { indicators?: string },
): ListBox {
  const clean = (text: string) => rest.pieces(text).join(rest.join)
  return {
    carries: (field) => field.tag === tag,
    code,
    textIn: () => '',
    make: (piece) => dataField(tag, rest.indicators ?? '  ', [[code, piece]]),
    rewrite: (field) => field,
    rewriteText: (text, piece) => withClosing(piece, closingOf(text, clean), clean),
    order: null,
    hasMainEntry: false,
    isUnique: false,
    ...rest,
  }
}

/** Boxes whose entries are whole fields. */
function fieldBox(
  kind: AuthorityKind,
  rest: Pick<ListBox, 'max' | 'carries' | 'pieces' | 'textIn' | 'make'> & Partial<ListBox>,
): ListBox {
  return {
    join: '; ',
    code: null,
    rewrite: (field, piece) => withName(field, kind, { from: rest.textIn(field), to: piece }),
    rewriteText: (text) => text,
    order: null,
    hasMainEntry: false,
    isUnique: false,
    ...rest,
  }
}

export function hasMainEntry(record: MarcRecord): boolean {
  return record.fields.some((field) => isDataField(field) && field.tag.startsWith('1'))
}

export const authorsBox = fieldBox('person', {
  max: 2000,
  carries: isPersonField,
  pieces: piecesBy(cleanHeading),
  textIn: nameIn,
  hasMainEntry: true,
  // A name in the order of the West has a comma; a Vietnamese one stands as it is spoken.
  make: (piece, record) =>
    dataField(hasMainEntry(record) ? '700' : '100', piece.includes(',') ? '1 ' : '0 ', [['a', piece]]),
})

export const organisationsBox = fieldBox('organisation', {
  max: 2000,
  carries: isOrganisationField,
  pieces: piecesBy(cleanHeading),
  textIn: nameIn,
  hasMainEntry: true,
  make: (piece, record) => dataField(hasMainEntry(record) ? '710' : '110', '2 ', [['a', piece]]),
})

export type KindOf = (heading: string) => AuthorityKind | null

export function subjectsBox(kindOf: KindOf): ListBox {
  const tagOf = (heading: string) => {
    const kind = kindOf(heading)
    return kind === 'person' ? '600' : kind === 'organisation' ? '610' : '650'
  }
  const indicators: Record<string, string> = { '600': '04', '610': '24', '650': ' 4' }
  return fieldBox('subject', {
    max: 3000,
    carries: isSubjectField,
    pieces: piecesBy(cleanSubject),
    textIn: subjectIn,
    make: (piece) => dataField(tagOf(piece), indicators[tagOf(piece)] ?? '  ', subjectSubfields(piece)),
  })
}

export const keywordsBox = subfieldBox('653', 'a', { max: 2000, join: '; ', pieces: piecesBy(cleanHeading) })

function seriesText(field: DataField): string {
  const parts = textsOf(field, 'av').map(withoutClosing)
  return textsOf(field, 'a').length > 0 ? parts.join(' ; ') : ''
}

function seriesSubfields(piece: string): Subfield[] {
  const at = piece.lastIndexOf(' ; ')
  const parts: Subfield[] = [
    ['a', piece.slice(0, at)],
    ['v', piece.slice(at + 3)],
  ]
  const isSame = at > 0 && seriesText(dataField('490', '  ', parts)) === piece
  return isSame ? parts : [['a', piece]]
}

export const seriesBox = fieldBox('series', {
  max: 1000,
  carries: ({ tag }) => ['440', '490', '830'].includes(tag),
  pieces: splitSeries,
  textIn: seriesText,
  isUnique: true,
  make: (piece) => dataField('490', '0 ', seriesSubfields(piece)),
  rewrite: (field, piece) => {
    const isOld = ([code]: Subfield) => code === 'a' || code === 'v'
    const at = field.subfields.findIndex(isOld)
    const rest = field.subfields.filter((subfield) => !isOld(subfield))
    return dataField(
      field.tag,
      field.indicators,
      rest.toSpliced(at, 0, ...dataField('', '', seriesSubfields(piece)).subfields),
    )
  },
})

const imprint: Pick<ListBox, 'carries' | 'order'> & { max: number; join: string } = {
  max: 300,
  join: '; ',
  carries: isPublicationField,
  order: 'abc',
}
export const placeBox = subfieldBox('260', 'a', { ...imprint, pieces: piecesBy(cleanPublisher) })
export const publisherBox = subfieldBox('260', 'b', { ...imprint, pieces: piecesBy(cleanPublisher) })

/** 020$a may name the binding and the price after the number. */
function bareNumber(text: string): string {
  return withoutNextMark(cleanText(text.replace(/\s*\([^]*$/, '').replace(/\s:[^]*$/, '')))
}

export const isbnBox = subfieldBox('020', 'a', {
  max: 400,
  join: '; ',
  pieces: piecesBy((text) => normalIsbn(bareNumber(text)) ?? bareNumber(text)),
  rewriteText: (_, piece) => piece,
})
export const issnBox = subfieldBox('022', 'a', {
  max: 100,
  join: '; ',
  pieces: piecesBy((text) => normalIssn(bareNumber(text)) ?? bareNumber(text)),
  rewriteText: (_, piece) => piece,
})

function cleanElement(text: string): string {
  const bare = withoutNextMark(cleanText(text))
  return bare.length <= 300 ? bare : withoutNextMark(fit(bare, 300))
}

export const editionBox = subfieldBox('250', 'a', {
  max: 300,
  join: '; ',
  pieces: wholeBy(cleanElement),
})
/** Pages, what is in them, and size, as ISBD writes them: “215 tr. : minh họa ; 20 cm”. */
const extentMarks: Record<string, string> = { b: ' : ', c: ' ; ' }
const isExtentPart = ([code]: Subfield) => code === 'a' || code in extentMarks

function extentText({ subfields }: DataField): string {
  const parts = subfields
    .filter(isExtentPart)
    .map(([code, text]) => ({ code, text: withoutNextMark(cleanText(text)) }))
  return parts
    .filter(({ text }) => text !== '')
    .reduce((all, { code, text }) => (all === '' ? text : all + (extentMarks[code] ?? '; ') + text), '')
}

/** A size has its unit; any other mark may belong to the text. */
const extentForm = /^(.+?)(?: : (.+?))?(?: ; (\d[\d.,]*(?:\s*[x×]\s*\d[\d.,]*)?\s*(?:cm|mm|m)\b.*))?$/su

function extentSubfields(piece: string): Subfield[] {
  const [, pages = piece, details, size] = extentForm.exec(piece) ?? []
  const parts: Subfield[] = [['a', pages + (details ? ' :' : size ? ' ;' : '')]]
  if (details) parts.push(['b', details + (size ? ' ;' : '')])
  if (size) parts.push(['c', size])
  return extentText(dataField('300', '  ', parts)) === piece ? parts : [['a', piece]]
}

/** Of “215 tr. ; 20 cm” the pages. */
export function pagesIn(extent: string): string {
  return withoutNextMark(extentSubfields(extent)[0]?.[1] ?? extent)
}

/** A part that says the same as before keeps its bytes, and what follows the last one keeps its mark. */
function withExtent(field: DataField, piece: string): DataField {
  const old = field.subfields.filter(isExtentPart)
  const made = extentSubfields(piece)
  const isAlike = old.map(([code]) => code).join('') === made.map(([code]) => code).join('')
  const closing = closingOf(old.at(-1)?.[1] ?? '', cleanElement)
  const parts = made.map(([code, text], at): Subfield => {
    const before = old[at]?.[1] ?? ''
    const bare = withoutNextMark(text)
    if (isAlike)
      return withoutNextMark(cleanText(before)) === bare
        ? [code, before]
        : [code, withClosing(bare, closingOf(before, withoutNextMark), withoutNextMark)]
    return at === made.length - 1 ? [code, withClosing(text, closing, withoutNextMark)] : [code, text]
  })
  const first = field.subfields.findIndex(isExtentPart)
  const rest = field.subfields.filter((subfield) => !isExtentPart(subfield))
  return dataField(
    field.tag,
    field.indicators,
    rest.toSpliced(Math.max(first, 0), 0, ...dataField('', '', parts).subfields),
  )
}

export const extentBox: ListBox = {
  max: 300,
  join: '; ',
  carries: ({ tag }) => tag === '300',
  code: null,
  pieces: wholeBy(cleanElement),
  textIn: extentText,
  make: (piece) => dataField('300', '  ', extentSubfields(piece)),
  rewrite: withExtent,
  rewriteText: (text) => text,
  order: null,
  hasMainEntry: false,
  isUnique: false,
}

function lines(text: string): string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => fit(line, 20_000))
    .filter((line) => line !== '')
}
export const summaryBox = subfieldBox('520', 'a', { max: 20_000, join: '\n', pieces: lines })
export const noteBox = subfieldBox('500', 'a', { max: 20_000, join: '\n', pieces: lines })
