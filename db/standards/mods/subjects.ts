import { withoutClosing } from '../../../shared/catalogue/rules.ts'
import { bareText, bareTexts, textsOf, type Field, type MarcIndex } from '../marc-index.ts'
import { element, leaf } from '../../xml.ts'
import { cartographics } from './notes.ts'
import { nameParts } from './names.ts'
import { plainTitle } from './titles.ts'

/** The list a heading is from, by the second indicator; "4" says none, "7" names it in $2. */
const authorities: Record<string, string> = {
  '0': 'lcsh',
  '1': 'lcshac',
  '2': 'mesh',
  '3': 'nal',
  '5': 'csh',
  '6': 'rvm',
}

export function subjects(marc: MarcIndex): string[] {
  return [
    ...marc.of('600', '610', '611', '630', '648', '650', '651').map(controlled),
    ...marc.of('653').map(uncontrolled),
    ...marc
      .of('656')
      .map((field) =>
        element('subject', leaf('occupation', bareText(field, 'a')), { authority: authorityOf(field) }),
      ),
    ...marc.of('662').map(hierarchy),
    ...marc
      .of('043')
      .flatMap((field) =>
        textsOf(field, 'a').map((code) =>
          element('subject', leaf('geographicCode', code.replace(/-+$/, ''), { authority: 'marcgac' })),
        ),
      ),
    ...cartographics(marc),
  ]
}

function authorityOf(field: Field): string | undefined {
  return field.indicators.charAt(1) === '7' || field.tag === '656'
    ? textsOf(field, '2')[0]
    : authorities[field.indicators.charAt(1)]
}

function controlled(field: Field): string {
  const main = headingOf(field)
  return main === ''
    ? ''
    : element('subject', [main, ...subdivisions(field)], {
        authority: authorityOf(field),
        altRepGroup: field.pair,
      })
}

function headingOf(field: Field): string {
  switch (field.tag) {
    case '600':
    case '610':
    case '611':
      return nameAsSubject(field)
    case '630':
      return plainTitle(bareText(field, 'adfghklmnoprst'))
    case '648':
      return leaf('temporal', bareText(field, 'a'))
    case '651':
      return leaf('geographic', bareText(field, 'a'))
    default:
      return bareTexts(field, 'abcd')
        .map((text) => leaf('topic', text))
        .join('')
  }
}

const nameTypes: Record<string, string> = { '600': 'personal', '610': 'corporate', '611': 'conference' }

/** A name, and the work of it that is meant. */
function nameAsSubject(field: Field): string {
  const name = element('name', nameParts(field), { type: nameTypes[field.tag] })
  return name + plainTitle(bareText(field, 'tklmnoprs'.replace(field.tag === '600' ? '' : 'n', '')))
}

const divisions: Record<string, string> = { v: 'genre', x: 'topic', y: 'temporal', z: 'geographic' }

function subdivisions({ subfields }: Field): string[] {
  return subfields.map(([code, text]) => (divisions[code] ? leaf(divisions[code], withoutClosing(text)) : ''))
}

/** 653's second indicator. */
const uncontrolledKinds: Record<string, string> = { '4': 'temporal', '5': 'geographic', '6': 'genre' }
const uncontrolledNames: Record<string, string> = { '1': 'personal', '2': 'corporate', '3': 'conference' }

function uncontrolled(field: Field): string {
  const sign = field.indicators.charAt(1)
  const type = uncontrolledNames[sign]
  return bareTexts(field, 'a')
    .map((text) =>
      element(
        'subject',
        type
          ? element('name', leaf('namePart', text), { type })
          : leaf(uncontrolledKinds[sign] ?? 'topic', text),
        { altRepGroup: field.pair },
      ),
    )
    .join('')
}

const levels: Record<string, string> = {
  a: 'country',
  b: 'state',
  c: 'county',
  d: 'city',
  f: 'citySection',
  g: 'region',
  h: 'extraTerrestrialArea',
}

function hierarchy({ subfields }: Field): string {
  const parts = subfields.map(([code, text]) =>
    levels[code] ? leaf(levels[code], withoutClosing(text)) : '',
  )
  return element('subject', element('hierarchicalGeographic', parts))
}
