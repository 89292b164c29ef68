import type { ExportedTitle } from '../exported.ts'
import { bareText, elementText, languagesOf, textsOf, type MarcIndex } from '../marc-index.ts'
import { element, leaf } from '../../xml.ts'

/** Leader 06. */
const resources: Record<string, string> = {
  a: 'text',
  t: 'text',
  c: 'notated music',
  d: 'notated music',
  e: 'cartographic',
  f: 'cartographic',
  g: 'moving image',
  i: 'sound recording-nonmusical',
  j: 'sound recording-musical',
  k: 'still image',
  m: 'software, multimedia',
  o: 'mixed material',
  p: 'mixed material',
  r: 'three dimensional object',
}

export function typeOfResource({ leader }: MarcIndex): string {
  const [type, level] = [leader.charAt(6), leader.charAt(7)]
  return leaf('typeOfResource', resources[type] ?? 'text', {
    manuscript: 'dft'.includes(type || '-') ? 'yes' : null,
    collection: level === 'c' || type === 'p' ? 'yes' : null,
  })
}

/** Genres that are coded, in the words of the Library of Congress' list (marcgt), and those that are named. */
export function genres(marc: MarcIndex): string[] {
  const coded = [codedGenre(marc), marc.of('502').length > 0 ? 'thesis' : '']
  return [
    ...coded.map((word) => leaf('genre', word, { authority: 'marcgt' })),
    ...marc.of('655').map((field) =>
      leaf('genre', bareText(field, 'avxyz', '--'), {
        authority: textsOf(field, '2')[0],
        altRepGroup: field.pair,
      }),
    ),
    ...marc.of('336').map((field) => leaf('genre', bareText(field, 'a'), { authority: 'rdacontent' })),
  ]
}

const serialGenres: Record<string, string> = {
  n: 'newspaper',
  p: 'periodical',
  m: 'series',
  d: 'database',
  w: 'web site',
}

function codedGenre(marc: MarcIndex): string {
  const [type, level] = [marc.leader.charAt(6), marc.leader.charAt(7)]
  const value = marc.control('008')
  if (level === 'a' || level === 'b') return 'article'
  if (level === 's' || level === 'i') return serialGenres[value.charAt(21)] ?? ''
  if (type === 'e' || type === 'f') return 'map'
  return type === 'a' && value.charAt(33) === '1' ? 'fiction' : ''
}

/** What each subfield of 041 is the language of; $a and $d are of the work itself. */
const objectParts: readonly [codes: string, part: string][] = [
  ['b', 'summary'],
  ['e', 'libretto'],
  ['f', 'table of contents'],
  ['g', 'accompanying material'],
  ['h', 'original'],
  ['j', 'subtitles'],
]

export function languages(marc: MarcIndex): string[] {
  const term = (code: string) => leaf('languageTerm', code, { type: 'code', authority: 'iso639-2b' })
  return [
    ...languagesOf(marc).map((code) => element('language', term(code))),
    ...objectParts.flatMap(([codes, part]) =>
      marc
        .of('041')
        .flatMap((field) => textsOf(field, codes).flatMap((text) => text.match(/[a-z]{3}/g) ?? []))
        .map((code) => element('language', term(code), { objectPart: part })),
    ),
  ]
}

/** 008/23, or 29 where maps and pictures keep it. */
const forms: Record<string, string> = {
  a: 'microfilm',
  b: 'microfiche',
  d: 'large print',
  f: 'braille',
  o: 'electronic',
  q: 'electronic',
  s: 'electronic',
}

export function physicalDescription(marc: MarcIndex, { digitalOrigin }: ExportedTitle): string {
  const place = 'efgkor'.includes(marc.leader.charAt(6) || '-') ? 29 : 23
  return element('physicalDescription', [
    leaf('form', forms[marc.control('008').charAt(place)] ?? '', { authority: 'marcform' }),
    ...marc
      .of('245')
      .map((field) => leaf('form', bareText(field, 'h').replace(/[[\]]/g, ''), { authority: 'gmd' })),
    ...marc
      .of('337')
      .map((field) => leaf('form', bareText(field, 'a'), { type: 'media', authority: 'rdamedia' })),
    ...marc
      .of('338')
      .map((field) => leaf('form', bareText(field, 'a'), { type: 'carrier', authority: 'rdacarrier' })),
    ...marc.of('300').map((field) => leaf('extent', extent(field))),
    ...marc.of('856').flatMap((field) => textsOf(field, 'q').map((text) => leaf('internetMediaType', text))),
    // What a library digitized itself was something else before.
    leaf('digitalOrigin', digitalOrigin === 'self' ? 'reformatted digital' : ''),
  ])
}

/** With ISBD's marks, whether or not the record has them. */
export function extent(field: Parameters<typeof elementText>[0]): string {
  const of = (code: string) => elementText(field, code, ', ')
  const [details, size, added] = [of('b'), of('c'), of('e')]
  return `${elementText(field, 'af')}${details && ` : ${details}`}${size && ` ; ${size}`}${added && ` + ${added}`}`
}
