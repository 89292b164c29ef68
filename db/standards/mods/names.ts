import { bareText, bareTexts, isMarked, textsOf, type Field, type MarcIndex } from '../marc-index.ts'
import { element, isUri, leaf } from '../../xml.ts'

/** All who made the work; a name that comes with a title stands for another work. */
export function names(marc: MarcIndex): string[] {
  return [
    ...marc
      .of('100', '110', '111', '700', '710', '711')
      .filter((field) => !hasTitle(field))
      .map(name),
    ...marc.of('720').map(uncontrolledName),
  ]
}

export function hasTitle({ subfields }: Field): boolean {
  return subfields.some(([code]) => code === 't')
}

const kinds: Record<string, string> = { '00': 'personal', '10': 'corporate', '11': 'conference' }

export function name(field: Field): string {
  const isMain = field.tag.startsWith('1') && !field.isOtherScript
  return element('name', nameContent(field), {
    type: kinds[field.tag.slice(1)],
    usage: isMain ? 'primary' : null,
    altRepGroup: field.pair,
    valueURI: textsOf(field, '0').find((text) => text.startsWith('http') && isUri(text)),
  })
}

function nameContent(field: Field): string[] {
  const parts = nameParts(field)
  if (parts.every((part) => part === '')) return []
  return [...parts, ...bareTexts(field, 'u').map((text) => leaf('affiliation', text)), ...roles(field)]
}

/** The parts of a name, for names of makers and of subjects alike. */
export function nameParts(field: Field): string[] {
  switch (field.tag.slice(1)) {
    case '00':
      return [
        leaf('namePart', bareText(field, 'aq')),
        ...bareTexts(field, 'bc').map((text) => leaf('namePart', text, { type: 'termsOfAddress' })),
        ...bareTexts(field, 'd').map((text) => leaf('namePart', text, { type: 'date' })),
      ]
    case '10':
      return [
        leaf('namePart', bareText(field, 'a')),
        ...bareTexts(field, 'b').map((text) => leaf('namePart', text)),
        leaf('namePart', bareText(field, 'cdgn')),
      ]
    default:
      return [leaf('namePart', bareText(field, 'acdegnq'))]
  }
}

function roles(field: Field): string[] {
  const words = bareTexts(field, field.tag.endsWith('11') ? 'j' : 'e')
  const codes = textsOf(field, '4').filter((code) => /^[a-z]{3}$/.test(code))
  const isPaired = words.length === codes.length
  const text = (word: string) => leaf('roleTerm', word, { type: 'text' })
  const coded = (code: string) => leaf('roleTerm', code, { type: 'code', authority: 'marcrelator' })
  if (isPaired) return words.map((word, at) => element('role', [text(word), coded(codes[at] ?? '')]))
  return [
    ...words.map((word) => element('role', text(word))),
    ...codes.map((code) => element('role', coded(code))),
  ]
}

function uncontrolledName(field: Field): string {
  return element('name', [leaf('namePart', bareText(field, 'a')), ...roles(field)], {
    type: isMarked(field, 0, '1') ? 'personal' : null,
  })
}
