import { cleanText } from '../fold.ts'
import type { AuthorityKind } from './authority.ts'
import { isDataField, type DataField, type MarcRecord, type Subfield } from './marc.ts'
import {
  closingOf,
  fit,
  textsOf,
  withClosing,
  withField,
  withoutClosing,
  withoutNextMark,
} from './marc-text.ts'

export type Heading = { kind: AuthorityKind; heading: string; at: number }

const longestHeading = 500
const subdivisions = 'vxyz'
const nameCodes: Record<string, string> = {
  '00': 'abcdq',
  '10': 'abcdn',
  '11': 'acdenq',
  '30': 'adfhklmnoprst',
}
const subjectTags = new Set(['600', '610', '611', '630', '650', '651'])

export function isPersonField({ tag, subfields }: DataField): boolean {
  return (tag === '100' || tag === '700') && subfields.every(([code]) => code !== 't')
}

export function isOrganisationField({ tag, subfields }: DataField): boolean {
  return /^[17]1[01]$/.test(tag) && subfields.every(([code]) => code !== 't')
}

export function isSubjectField({ tag }: DataField): boolean {
  return subjectTags.has(tag)
}

export function isPublicationField({ tag, indicators }: DataField): boolean {
  return tag === '260' || (tag === '264' && indicators[1] === '1')
}

/** The codes that make the heading; for subjects without its subdivisions. */
function codesOf({ tag }: DataField): string {
  if (tag === '650') return 'abcdeg'
  if (tag === '651') return 'aeg'
  return `${nameCodes[tag.slice(1)] ?? 'a'}${subjectTags.has(tag) ? 't' : ''}`
}

/** The name of a person or organisation as one text. */
export function nameIn(field: DataField): string {
  return cleanHeading(textsOf(field, codesOf(field)).join(' '))
}

export function subjectIn(field: DataField): string {
  const name = textsOf(field, codesOf(field)).join(' ')
  return cleanSubject([name, ...textsOf(field, subdivisions)].join(' -- '))
}

export function seriesIn(field: DataField): string {
  return cleanHeading(textsOf(field, 'a').map(withoutClosing).join(' ; '))
}

export function cleanHeading(text: string): string {
  const bare = withoutClosing(cleanText(text))
  return bare.length <= longestHeading ? bare : withoutClosing(fit(bare, longestHeading))
}

export function cleanSubject(text: string): string {
  const bare = partsOfSubject(cleanText(text)).join(' -- ')
  return bare.length <= longestHeading ? bare : partsOfSubject(fit(bare, longestHeading)).join(' -- ')
}

export function partsOfSubject(text: string): string[] {
  return text
    .split(/\s*--\s*/)
    .map(withoutClosing)
    .filter((part) => part !== '')
}

/** Every heading that has, or becomes, an authority, with the place of its field. */
export function headingsOf(record: MarcRecord): Heading[] {
  return record.fields.flatMap((field, at) =>
    isDataField(field) ? headingsIn(field).map(({ kind, heading }) => ({ kind, heading, at })) : [],
  )
}

function headingsIn(field: DataField): Omit<Heading, 'at'>[] {
  const kind = kindOf(field)
  if (kind === null) return []
  const headings = kind === 'publisher' ? textsOf(field, 'b').map(cleanPublisher) : [headingIn(kind, field)]
  return headings.filter((heading) => heading !== '').map((heading) => ({ kind, heading }))
}

function kindOf(field: DataField): AuthorityKind | null {
  if (isPersonField(field)) return 'person'
  if (isOrganisationField(field)) return 'organisation'
  if (isSubjectField(field)) return 'subject'
  if (['440', '490', '830'].includes(field.tag)) return 'series'
  return isPublicationField(field) ? 'publisher' : null
}

function headingIn(kind: AuthorityKind, field: DataField): string {
  if (kind === 'subject') return subjectIn(field)
  return kind === 'series' ? seriesIn(field) : nameIn(field)
}

export function cleanPublisher(text: string): string {
  const bare = withoutNextMark(cleanText(text))
  return bare.length <= longestHeading ? bare : withoutNextMark(fit(bare, longestHeading))
}

export type HeadingChange = { kind: AuthorityKind; from: string; to: string }

/** The record with one heading rewritten wherever it stands; all that is not the heading stays. */
export function withHeading(record: MarcRecord, { kind, from, to }: HeadingChange): MarcRecord {
  return headingsOf(record)
    .filter((found) => found.kind === kind && found.heading === from && from !== to)
    .reduce((changed, { at }) => {
      const field = changed.fields[at]
      return field && isDataField(field)
        ? withField(changed, at, withName(field, kind, { from, to }))
        : changed
    }, record)
}

export function withName(
  field: DataField,
  kind: AuthorityKind,
  { from, to }: { from: string; to: string },
): DataField {
  if (kind === 'publisher') {
    return {
      ...field,
      subfields: field.subfields.map(([code, text]) =>
        code === 'b' && cleanPublisher(text) === from
          ? [code, withClosing(to, closingOf(text, cleanPublisher), cleanPublisher)]
          : [code, text],
      ),
    }
  }
  if (kind === 'subject') return withSubject(field, to)
  return withSubfields(field, kind === 'series' ? 'a' : codesOf(field), [['a', to]])
}

/** A name or subdivision that stays keeps its subfields: $z is a place, $d the years of a life. */
function withSubject(field: DataField, to: string): DataField {
  const codes = codesOf(field) + subdivisions
  const isOf = (set: string) => field.subfields.filter(([code]) => set.includes(code))
  const [name = '', ...rest] = partsOfSubject(to)
  const hasName = withoutClosing(textsOf(field, codesOf(field)).join(' ')) === name
  const made = rest.map((part): Subfield => {
    const old = isOf(subdivisions).find(([, text]) => withoutClosing(cleanText(text)) === part)
    return [old?.[0] ?? 'x', part]
  })
  const kept = withSubfields(field, codes, [
    ...(hasName ? isOf(codesOf(field)) : [['a', name] as const]),
    ...made,
  ])
  return subjectIn(kept) === to ? kept : withSubfields(field, codes, subjectSubfields(to))
}

export function subjectSubfields(heading: string): Subfield[] {
  return partsOfSubject(heading).map((part, index) => [index === 0 ? 'a' : 'x', part])
}

/** The number in $0 names the heading that was, so it goes with it. */
function withSubfields(field: DataField, codes: string, made: readonly Subfield[]): DataField {
  const isOld = ([code]: Subfield) => codes.includes(code)
  const first = field.subfields.findIndex(isOld)
  const last = field.subfields.findLast(isOld)
  const closing = last ? closingOf(last[1], withoutClosing) : ''
  const subfields = made.map(([code, text], index): [string, string] => [
    code,
    index === made.length - 1 ? withClosing(text, closing, withoutClosing) : text,
  ])
  const rest = field.subfields.filter((subfield) => !isOld(subfield) && subfield[0] !== '0')
  const before = field.subfields.slice(0, first).filter(([code]) => code !== '0').length
  return { ...field, subfields: rest.toSpliced(before, 0, ...subfields) }
}
