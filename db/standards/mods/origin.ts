import {
  bareText,
  bareTexts,
  elementText,
  elementTexts,
  isMarked,
  type Field,
  type MarcIndex,
} from '../marc-index.ts'
import { element, leaf, type Attributes } from '../../xml.ts'

/** What 264's second indicator says happened; 260 is publication. */
const events: Record<string, string> = {
  '0': 'production',
  '1': 'publication',
  '2': 'distribution',
  '3': 'manufacture',
}
const issuances: Record<string, string> = {
  a: 'monographic',
  c: 'monographic',
  d: 'monographic',
  m: 'monographic',
  b: 'serial',
  s: 'serial',
  i: 'integrating resource',
}

/** Publication with all that is coded of it, then what else happened to the work. */
export function origins(marc: MarcIndex): string[] {
  const published = marc.of('260', '264').filter((field) => eventOf(field) === 'publication')
  const copyright = marc.of('264').filter((field) => isMarked(field, 1, '4'))
  const others = marc.of('264').filter((field) => !published.includes(field) && !copyright.includes(field))
  const first = published[0]
  return [
    element(
      'originInfo',
      [
        country(marc),
        ...(first ? imprint(first, 'dateIssued') : []),
        ...codedDates(marc),
        ...copyright.map((field) => leaf('copyrightDate', bareText(field, 'c'))),
        ...marc.of('250').map((field) => leaf('edition', elementText(field, 'ab'))),
        leaf('issuance', issuances[marc.leader.charAt(7)] ?? ''),
        ...marc.of('310', '321').map((field) => leaf('frequency', bareText(field, 'ab'))),
      ],
      { eventType: 'publication', altRepGroup: first?.pair },
    ),
    ...published.slice(1).map((field) => event(field, 'dateIssued')),
    ...others.map((field) => event(field, eventOf(field) === 'production' ? 'dateCreated' : 'dateOther')),
  ]
}

function eventOf(field: Field): string {
  return field.tag === '260' ? 'publication' : (events[field.indicators.charAt(1)] ?? '')
}

function event(field: Field, dateName: string): string {
  return element('originInfo', imprint(field, dateName), {
    eventType: eventOf(field),
    altRepGroup: field.pair,
  })
}

function imprint(field: Field, dateName: string): string[] {
  return [
    ...elementTexts(field, 'a').map((text) => element('place', leaf('placeTerm', text, { type: 'text' }))),
    ...elementTexts(field, 'b').map((text) => leaf('publisher', text)),
    ...bareTexts(field, 'c').map((text) => leaf(dateName, text)),
  ]
}

function country(marc: MarcIndex): string {
  const code = marc.control('008').slice(15, 18).trim()
  if (!/^[a-z]{2,3}$/.test(code)) return ''
  return element('place', leaf('placeTerm', code, { type: 'code', authority: 'marccountry' }))
}

/** 008/06 tells what the two dates of 008/07–14 mean. */
function codedDates(marc: MarcIndex): string[] {
  const value = marc.control('008')
  const [from, to] = [value.slice(7, 11), value.slice(11, 15)]
  const date = (text: string, attributes: Attributes = {}, name = 'dateIssued') =>
    isDate(text) ? leaf(name, text, { encoding: 'marc', ...attributes }) : ''
  switch (value.charAt(6)) {
    case 's':
    case 'r':
      return [date(from)]
    case 'e':
      return [isDate(from) ? leaf('dateIssued', (from + to).trim(), { encoding: 'marc' }) : '']
    case 't':
      return [date(from), date(to, {}, 'copyrightDate')]
    case 'p':
      return [date(from), date(to, {}, 'dateCreated')]
    case 'q':
      return [
        date(from, { point: 'start', qualifier: 'questionable' }),
        date(to, { point: 'end', qualifier: 'questionable' }),
      ]
    case 'c':
    case 'd':
    case 'i':
    case 'k':
    case 'm':
    case 'u':
      return [date(from, { point: 'start' }), date(to, { point: 'end' })]
    default:
      return []
  }
}

/** "uuuu" says that nothing is known. */
function isDate(text: string): boolean {
  return /^[\du]{4}$/.test(text) && text !== 'uuuu'
}
