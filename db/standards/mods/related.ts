import {
  bareText,
  bareTexts,
  elementText,
  isMarked,
  textsOf,
  type Field,
  type MarcIndex,
} from '../marc-index.ts'
import { element, leaf } from '../../xml.ts'
import { hasTitle, name } from './names.ts'
import { plainTitle } from './titles.ts'

/** Linking fields and what the other work is to this one; "" is related without a name for it. */
const links: Record<string, string> = {
  '760': 'series',
  '762': 'constituent',
  '765': 'original',
  '767': 'otherVersion',
  '770': 'constituent',
  '772': 'host',
  '773': 'host',
  '774': 'constituent',
  '775': 'otherVersion',
  '776': 'otherFormat',
  '777': '',
  '780': 'preceding',
  '785': 'succeeding',
  '786': 'original',
  '787': '',
}
const linkTags = Object.keys(links).toSorted()

export function relatedItems(marc: MarcIndex): string[] {
  return [
    ...series(marc),
    ...marc.of(...linkTags).map(linked),
    ...marc.of('700', '710', '711').filter(hasTitle).map(workOf),
    ...marc.of('730').map((field) => contained(field, plainTitle(bareText(field, 'adfgklmnoprst')))),
    ...marc
      .of('740')
      .filter((field) => isMarked(field, 1, '2'))
      .map((field) => contained(field, plainTitle(bareText(field, 'a'), {}, bareText(field, 'np')))),
    ...marc.of('510').map((field) =>
      element('relatedItem', [plainTitle(bareText(field, 'a')), noteOf(bareText(field, 'bc'))], {
        type: 'isReferencedBy',
      }),
    ),
  ]
}

function noteOf(text: string): string {
  return leaf('note', text)
}

/** A series that is traced stands in 8XX as its heading; 490 then only repeats how it is printed. */
function series(marc: MarcIndex): string[] {
  const headings = marc.of('440', '800', '810', '811', '830')
  const statements = marc.of('490').filter((field) => headings.length === 0 || !isMarked(field, 0, '1'))
  return [...headings, ...statements].map((field) =>
    element(
      'relatedItem',
      [
        field.tag.startsWith('8') && field.tag !== '830' ? name(withoutTitle(field)) : '',
        plainTitle(bareText(field, titleCodes(field)), {}, bareText(field, 'v')),
        ...textsOf(field, 'x').map((number) => leaf('identifier', number, { type: 'issn' })),
      ],
      { type: 'series', altRepGroup: field.pair },
    ),
  )
}

function titleCodes({ tag }: Field): string {
  if (tag === '830') return 'adfgklmnoprst'
  return tag.startsWith('8') ? 'tfklmnops' : 'anp'
}

function withoutTitle(field: Field): Field {
  return { ...field, tag: `7${field.tag.slice(1)}` }
}

function linked(field: Field): string {
  const title = bareText(field, 't') || bareText(field, 's')
  return element(
    'relatedItem',
    [
      plainTitle(title, {}, bareText(field, 'np')),
      element('name', leaf('namePart', bareText(field, 'a'))),
      element('originInfo', [
        leaf('edition', elementText(field, 'b')),
        leaf('publisher', elementText(field, 'd')),
      ]),
      element('physicalDescription', leaf('extent', elementText(field, 'h'))),
      ...bareTexts(field, 'n').map(noteOf),
      ...textsOf(field, 'x').map((number) => leaf('identifier', number, { type: 'issn' })),
      ...textsOf(field, 'z').map((number) => leaf('identifier', number, { type: 'isbn' })),
      ...textsOf(field, 'w').map((number) => leaf('identifier', number, { type: 'local' })),
      element(
        'part',
        textsOf(field, 'g').map((text) => leaf('text', text)),
      ),
    ],
    { type: links[field.tag], displayLabel: bareText(field, 'i'), altRepGroup: field.pair },
  )
}

function workOf(field: Field): string {
  return contained(field, name(field) + plainTitle(bareText(field, 'tfklmoprs'), {}, bareText(field, 'n')))
}

/** The second indicator says that the other work is in this one. */
function contained(field: Field, content: string): string {
  return element('relatedItem', content, { type: isMarked(field, 1, '2') ? 'constituent' : null })
}
