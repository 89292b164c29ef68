import { encoded, identifiers, relations } from './dublin-core-links.ts'
import type { Exported, ExportWriter } from './exported.ts'
import {
  bareText,
  bareTexts,
  elementTexts,
  indexed,
  languagesOf,
  textsOf,
  type Field,
  type MarcIndex,
} from './marc-index.ts'
import { extent } from './mods/form.ts'
import { hasTitle } from './mods/names.ts'
import { noteText } from './mods/notes.ts'
import { leaf, xmlDeclaration } from '../xml.ts'

const namespaces =
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
const head = `${xmlDeclaration}<records ${namespaces}>\n`
const foot = '</records>\n'

/**
 * Dublin Core after the Library of Congress' mapping from MARC (loc.gov/marc/marc2dc.html): the fifteen elements of
 * oai_dc, and where MARC says it more exactly, their refinements and encoding schemes.
 */
export function dublinCoreWriter(): ExportWriter {
  return { head: () => head, add: (items) => items.map(recordText).join(''), foot: () => foot }
}

function recordText({ record }: Exported): string {
  const marc = indexed(record)
  const elements = [
    ...titlesAndNames(marc),
    ...subjects(marc),
    ...descriptions(marc),
    ...origin(marc),
    ...form(marc),
    ...identifiers(marc),
    ...relations(marc),
  ]
  return `<record>\n${elements.filter((each) => each !== '').join('\n')}\n</record>\n`
}

function titlesAndNames(marc: MarcIndex): string[] {
  const made = (tags: string[]) => marc.of(...tags).filter((field) => !hasTitle(field))
  return [
    ...marc.of('245').map((field) => leaf('dc:title', titleText(field))),
    ...marc
      .of('130', '210', '240', '242', '246', '247', '740')
      .map((field) => leaf('dcterms:alternative', bareText(field, 'abdfgklmnoprs'))),
    ...made(['100', '110', '111']).map((field) => leaf('dc:creator', nameText(field))),
    ...made(['700', '710', '711', '720']).map((field) => leaf('dc:contributor', nameText(field))),
  ]
}

/** The elements of a title with ISBD's marks, whether or not the record has them. */
function titleText(field: Field): string {
  const parts = bareTexts(field, 'np').join('. ')
  const [main, rest] = [bareText(field, 'afgks'), bareText(field, 'b')]
  return [rest === '' ? main : `${main} : ${rest}`, parts].filter((text) => text !== '').join('. ')
}

function nameText(field: Field): string {
  return bareText(field, field.tag.endsWith('00') ? 'abcdq' : 'abcdgn')
}

function subjects(marc: MarcIndex): string[] {
  return [
    ...marc.of('600', '610', '611', '630', '650').map((field) => leaf('dc:subject', heading(field))),
    ...marc.of('653').flatMap((field) => bareTexts(field, 'a').map((text) => leaf('dc:subject', text))),
    ...marc
      .of('050')
      .flatMap((field) => textsOf(field, 'a').map((text) => leaf('dc:subject', text, encoded('LCC')))),
    ...marc
      .of('080')
      .flatMap((field) => textsOf(field, 'a').map((text) => leaf('dc:subject', text, encoded('UDC')))),
    ...marc
      .of('082')
      .flatMap((field) => textsOf(field, 'a').map((text) => leaf('dc:subject', text, encoded('DDC')))),
    ...marc.of('651', '662').map((field) => leaf('dcterms:spatial', heading(field))),
    ...marc.of('255').map((field) => leaf('dcterms:spatial', bareText(field, 'c'))),
    ...marc.of('648').map((field) => leaf('dcterms:temporal', heading(field))),
  ]
}

function heading(field: Field): string {
  const name = bareText(field, 'abcdefghjklmnopqrstu')
  return [name, ...bareTexts(field, 'vxyz')].filter((text) => text !== '').join('--')
}

/** 505, 506, 520, 521, 540 and 561 have elements of their own; the others describe. */
const noteTags = [
  '500',
  '502',
  '504',
  '507',
  '508',
  '511',
  '515',
  '518',
  '525',
  '530',
  '533',
  '536',
  '538',
  '545',
  '546',
  '547',
  '550',
  '580',
  '586',
]

function descriptions(marc: MarcIndex): string[] {
  return [
    ...marc.of('520').map((field) => leaf('dcterms:abstract', textsOf(field, 'ab').join(' '))),
    ...marc.of('505').map((field) => leaf('dcterms:tableOfContents', textsOf(field, 'agrtu').join(' '))),
    ...marc.of(...noteTags).map((field) => leaf('dc:description', noteText(field))),
    ...marc.of('521').map((field) => leaf('dcterms:audience', textsOf(field, 'ab').join(' '))),
    ...marc.of('506').map((field) => leaf('dcterms:accessRights', noteText(field))),
    ...marc.of('540').map((field) => leaf('dc:rights', noteText(field))),
    ...marc.of('561').map((field) => leaf('dcterms:provenance', noteText(field))),
  ]
}

function origin(marc: MarcIndex): string[] {
  const published = marc
    .of('260', '264')
    .filter(({ tag, indicators }) => tag === '260' || indicators[1] === '1')
  const year = marc.control('008').slice(7, 11)
  const dates = published.flatMap((field) => bareTexts(field, 'c'))
  return [
    ...published.flatMap((field) => elementTexts(field, 'b').map((text) => leaf('dc:publisher', text))),
    ...dates.map((text) => leaf('dcterms:issued', text, /^\d{4}$/.test(text) ? encoded('W3CDTF') : {})),
    dates.length === 0 && /^\d{4}$/.test(year) ? leaf('dcterms:issued', year, encoded('W3CDTF')) : '',
    ...languagesOf(marc).map((code) => leaf('dc:language', code, encoded('ISO639-2'))),
  ]
}

/** Leader 06 in the words of DCMI's list of types. */
const types: Record<string, string> = {
  e: 'StillImage',
  f: 'StillImage',
  g: 'MovingImage',
  i: 'Sound',
  j: 'Sound',
  k: 'StillImage',
  m: 'Software',
  p: 'Collection',
  r: 'PhysicalObject',
}

function form(marc: MarcIndex): string[] {
  return [
    leaf('dc:type', types[marc.leader.charAt(6)] ?? 'Text', encoded('DCMIType')),
    ...marc.of('655').map((field) => leaf('dc:type', heading(field))),
    ...marc.of('300').map((field) => leaf('dcterms:extent', extent(field))),
    ...marc.of('340').map((field) => leaf('dcterms:medium', bareText(field, 'abcdef'))),
    ...marc
      .of('856')
      .flatMap((field) => textsOf(field, 'q').map((text) => leaf('dc:format', text, encoded('IMT')))),
  ]
}
