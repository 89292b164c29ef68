import { bareText, elementText, isMarked, textsOf, type Field, type MarcIndex } from '../marc-index.ts'
import { element, leaf } from '../../xml.ts'

/** Types of note in the Library of Congress' list; a tag that is not here is a note without a type. */
const types: Record<string, string> = {
  '502': 'thesis',
  '504': 'bibliography',
  '508': 'creation/production credits',
  '511': 'performers',
  '515': 'numbering',
  '518': 'venue',
  '524': 'preferred citation',
  '530': 'additional physical form',
  '533': 'reproduction',
  '534': 'original version',
  '535': 'original location',
  '536': 'funding',
  '538': 'system details',
  '541': 'acquisition',
  '545': 'biographical/historical',
  '546': 'language',
  '561': 'ownership',
  '562': 'version identification',
  '581': 'publications',
  '583': 'action',
  '585': 'exhibitions',
  '586': 'awards',
}
const plainNotes = [
  '500',
  '501',
  '507',
  '513',
  '514',
  '516',
  '522',
  '525',
  '544',
  '547',
  '550',
  '552',
  '555',
  '556',
  '565',
  '567',
  '580',
  '584',
  '588',
]
const noteTags = [...plainNotes, ...Object.keys(types)].toSorted()
/** What of a note is its text: all but links, sources and the library that says it. */
const noteCodes = 'abcdefghijklmnopqrstuvwxyz'

export function notes(marc: MarcIndex): string[] {
  return [
    ...marc
      .of('245')
      .map((field) =>
        leaf('note', bareText(field, 'c'), { type: 'statement of responsibility', altRepGroup: field.pair }),
      ),
    ...marc
      .of(...noteTags)
      .map((field) => leaf('note', noteText(field), { type: types[field.tag], altRepGroup: field.pair })),
    ...localNotes(marc).map((field) => leaf('note', noteText(field), { type: 'local' })),
  ]
}

function localNotes(marc: MarcIndex): Field[] {
  return Array.from({ length: 10 }, (_, last) => `59${last}`).flatMap((tag) => marc.of(tag))
}

export function noteText(field: Field): string {
  return textsOf(field, noteCodes).join(' ')
}

/** 520's first indicator, where it says more than "summary". */
const abstractTypes: Record<string, string> = {
  '0': 'subject',
  '1': 'review',
  '2': 'scope and content',
  '3': 'abstract',
  '4': 'content advice',
}

export function contents(marc: MarcIndex): string[] {
  return [
    ...marc.of('520').map((field) =>
      leaf('abstract', textsOf(field, 'ab').join(' '), {
        type: abstractTypes[field.indicators.charAt(0)] ?? 'summary',
        altRepGroup: field.pair,
      }),
    ),
    ...marc.of('505').map((field) =>
      leaf('tableOfContents', textsOf(field, 'agrtu').join(' '), {
        type: isMarked(field, 0, '12') ? 'partial contents' : null,
        altRepGroup: field.pair,
      }),
    ),
    ...audiences(marc),
    ...marc
      .of('506')
      .map((field) =>
        leaf('accessCondition', elementText(field, 'abcdefu'), { type: 'restriction on access' }),
      ),
    ...marc
      .of('540')
      .map((field) =>
        leaf('accessCondition', elementText(field, 'abcdfgnu'), { type: 'use and reproduction' }),
      ),
  ]
}

/** 008/22 of books, music and pictures. */
const audienceWords: Record<string, string> = {
  a: 'preschool',
  b: 'primary',
  c: 'pre-adolescent',
  d: 'adolescent',
  e: 'adult',
  f: 'specialized',
  g: 'general',
  j: 'juvenile',
}

function audiences(marc: MarcIndex): string[] {
  const isSerial = 'is'.includes(marc.leader.charAt(7) || '-')
  const code = isSerial || 'efpt'.includes(marc.leader.charAt(6) || '-') ? '' : marc.control('008').charAt(22)
  return [
    leaf('targetAudience', audienceWords[code] ?? '', { authority: 'marctarget' }),
    ...marc.of('521').map((field) => leaf('targetAudience', textsOf(field, 'ab').join(' '))),
  ]
}

export function cartographics(marc: MarcIndex): string[] {
  return marc
    .of('255')
    .map((field) =>
      element(
        'subject',
        element('cartographics', [
          leaf('scale', bareText(field, 'a')),
          leaf('projection', bareText(field, 'b')),
          leaf('coordinates', bareText(field, 'c').replace(/^\(|\)$/g, '')),
        ]),
      ),
    )
}
