import { composed } from '../../../shared/legacy/rules.ts'

/**
 * The Latin letters and marks of ANSEL (ANSI/NISO Z39.47) that MARC-8 writes Vietnamese and most of Western Europe
 * with. Enough to tell whether bytes are MARC-8; reading them is the work of the MARC-8 decoder.
 */
const markByByte = new Map([
  [0xe0, '\u0309'],
  [0xe1, '\u0300'],
  [0xe2, '\u0301'],
  [0xe3, '\u0302'],
  [0xe4, '\u0303'],
  [0xe5, '\u0304'],
  [0xe6, '\u0306'],
  [0xe7, '\u0307'],
  [0xe8, '\u0308'],
  [0xe9, '\u030C'],
  [0xea, '\u030A'],
  [0xf0, '\u0327'],
  [0xf1, '\u0328'],
  [0xf2, '\u0323'],
])
const letterByByte = new Map([
  [0xa1, 'Ł'],
  [0xa2, 'Ø'],
  [0xa3, 'Đ'],
  [0xa4, 'Þ'],
  [0xa5, 'Æ'],
  [0xa6, 'Œ'],
  [0xac, 'Ơ'],
  [0xad, 'Ư'],
  [0xb1, 'ł'],
  [0xb2, 'ø'],
  [0xb3, 'đ'],
  [0xb4, 'þ'],
  [0xb5, 'æ'],
  [0xb6, 'œ'],
  [0xb8, 'ı'],
  [0xbc, 'ơ'],
  [0xbd, 'ư'],
])

/** A mark stands before its letter here; one that stands before none makes no sense, and shows as U+FFFD. */
export function anselReading(word: string): string {
  let text = ''
  let marks = ''
  for (const character of word) {
    const byte = character.charCodeAt(0)
    const mark = markByByte.get(byte)
    if (mark !== undefined) marks += mark
    else {
      const letter = byte < 0x80 ? character : (letterByByte.get(byte) ?? '\uFFFD')
      text += marks !== '' && !/\p{L}/u.test(letter) ? '\uFFFD' : letter + marks
      marks = ''
    }
  }
  const whole = composed(text + (marks === '' ? '' : '\uFFFD'))
  return /\p{M}/u.test(whole) ? `${whole}\uFFFD` : whole
}
