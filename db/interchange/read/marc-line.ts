/**
 * One line of the texts in which people pass MARC records on. Lines come as bytes in a string, one character each, since
 * what encoding their texts have is known later. Blanks of indicators and fixed fields have many signs.
 */
export type MarcLine =
  | { kind: 'blank' | 'comment' }
  | { kind: 'other'; text: string }
  | { kind: 'leader'; text: string; group: string }
  | { kind: 'control'; tag: string; text: string; group: string }
  | { kind: 'data'; tag: string; indicators: string; pieces: Piece[]; hasCodes: boolean; group: string }

/** A subfield, its text still in bytes. */
export type Piece = readonly [code: string, text: string]

/** ǂ and ‡ in UTF-8. */
const doubleDaggers = '\u00C7\u0082|\u00E2\u0080\u00A1'
const strong = near(`\\$\\$|\\$|\\||\u001F|${doubleDaggers}`)
/** These stand for blanks, too, so they divide only where nothing else does. */
const weak = near('_|\\^')

function near(signsOf: string): RegExp {
  return new RegExp(`^([ \\t:]?.{0,4}?)(${signsOf}) ?[a-z0-9]`)
}

const leaderShape = /^[\d ]{5}[ a-z][ a-z].{3}22[\d ]{5}.{3}45/
const aleph = /^(\d{9}) ([0-9A-Z]{3})(..) [A-Z] (.*)$/
const mnemonic = /^=([0-9A-Za-z]{3})(?: {0,2}|\t)(.*)$/

/** Whether a line goes on with the field of the line before. */
export function isContinuation(line: string): boolean {
  return /^(?:\s{3,}|\t+)\S/.test(line)
}

export function marcLine(line: string): MarcLine {
  if (line.trim() === '') return { kind: 'blank' }
  const [isMnemonic, mnemonicTag = '', mnemonicText = ''] = mnemonic.exec(line) ?? []
  if (isMnemonic !== undefined) return mnemonicLine(mnemonicTag.toUpperCase(), mnemonicText)
  const [isAleph, group = '', alephTag = '', marks = '', alephText = ''] = aleph.exec(line) ?? []
  if (isAleph !== undefined) return alephLine(group, alephTag, marks, alephText)
  if (line.startsWith('#') || line.startsWith('<!--')) return { kind: 'comment' }
  if (leaderShape.test(line)) return { kind: 'leader', text: line, group: '' }
  const leader = /^(?:LDR|LEADER|000)(?::? |:?\t)(.*)$/i.exec(line)?.[1]
  if (leader !== undefined) return { kind: 'leader', text: leader, group: '' }
  return plainLine(line)
}

/** MarcEdit: `=245  10$aNhan đề :$bphụ đề`; texts are kept to the letter, blanks of fixed fields are backslashes. */
function mnemonicLine(tag: string, text: string): MarcLine {
  if (tag === 'LDR' || tag === '000') return { kind: 'leader', text: unslashed(text), group: '' }
  if (tag.startsWith('00')) return { kind: 'control', tag, text: plainSigns(unslashed(text)), group: '' }
  const first = text.indexOf('$')
  const indicators = blanked((first === -1 ? text.slice(0, 2) : text.slice(0, first)).slice(-2))
  const pieces =
    first === -1
      ? [['a', text.slice(2)] as const]
      : text
          .slice(first)
          .split(/\$(?=[a-z0-9])/i)
          .slice(1)
          .map(coded)
  const kept = pieces.map(([code, value]) => [code, plainSigns(value)] as const)
  return { kind: 'data', tag, indicators, pieces: kept, hasCodes: first !== -1, group: '' }
}

function coded(piece: string): Piece {
  return [piece.charAt(0), piece.slice(1)]
}

function unslashed(text: string): string {
  return text.replaceAll('\\', ' ')
}

const signs: Readonly<Record<string, string>> = {
  dollar: '$',
  lcub: '{',
  rcub: '}',
  bsol: '\\',
  esc: '\u001B',
}

function plainSigns(text: string): string {
  if (!text.includes('{')) return text
  return text.replace(/\{(dollar|lcub|rcub|bsol|esc)\}/g, (whole, name: string) => signs[name] ?? whole)
}

/** Aleph's sequential file: `000000001 24510 L $$aNhan đề`, blanks of fixed fields as carets. */
function alephLine(group: string, tag: string, marks: string, text: string): MarcLine {
  if (tag === 'LDR') return { kind: 'leader', text: text.replaceAll('^', ' '), group }
  const value = text.startsWith('$$') ? text : text.replaceAll('^', ' ')
  if (tag.startsWith('00')) return { kind: 'control', tag, text: value, group }
  const hasCodes = text.startsWith('$$')
  const pieces = hasCodes ? divide(text, '$$') : ([['a', text]] as const)
  return { kind: 'data', tag, indicators: blanked(marks), pieces: [...pieces], hasCodes, group }
}

/** `245 10 $a Nhan đề $b phụ đề` (yaz), `245 10 |aNhan đề|bphụ đề`, `245 10 Nhan đề|bphụ đề`, `24510_aNhan đề`. */
function plainLine(line: string): MarcLine {
  const [whole, tag = '', rest = ''] = /^(\d{3}|[A-Z]{3}(?=[ \t]))(.*)$/.exec(line) ?? []
  if (whole === undefined) return { kind: 'other', text: line }
  if (tag.startsWith('00'))
    return /^[ \t:]/.test(rest) ? controlLine(tag, rest) : { kind: 'other', text: line }
  const mark = markNear(rest, strong) ?? markNear(rest, weak)
  if (mark) {
    const pieces = divide(rest.slice(mark.at), mark.sign)
    return {
      kind: 'data',
      tag,
      indicators: indicatorsIn(rest.slice(0, mark.at)),
      pieces,
      hasCodes: true,
      group: '',
    }
  }
  const [, marks = '', text = ''] = /^[ \t]([\d #\\]{2})[ \t](.+)$/.exec(rest) ?? []
  if (text === '') return { kind: 'other', text: line }
  const pieces = divide(`|a${text}`, '|')
  return { kind: 'data', tag, indicators: blanked(marks), pieces, hasCodes: pieces.length > 1, group: '' }
}

function controlLine(tag: string, rest: string): MarcLine {
  const text = rest.replace(/^:? ?|^\t/, '').replace(/^ {0,3}(?:\|a|\$a)/, '')
  return { kind: 'control', tag, text, group: '' }
}

/** The first sign that introduces a subfield, close enough to the tag to stand behind indicators. */
function markNear(rest: string, near: RegExp): { at: number; sign: string } | null {
  const [whole, before = '', sign = ''] = near.exec(rest) ?? []
  return whole === undefined ? null : { at: before.length, sign }
}

function indicatorsIn(before: string): string {
  return blanked(
    before
      .replace(/^[ \t:]/, '')
      .slice(0, 2)
      .padEnd(2),
  )
}

function blanked(marks: string): string {
  return marks.replace(/[\\#_^\t]/g, ' ').padEnd(2)
}

type Divider = { isSpaced: RegExp; spaced: RegExp; close: RegExp }
const dividers = new Map<string, Divider>()

function dividerOf(sign: string): Divider {
  const literal = sign.replace(/[$|^]/g, '\\$&')
  const made = {
    isSpaced: new RegExp(`^${literal}[a-z0-9] `, 'i'),
    spaced: new RegExp(`(?:^| )${literal}(?=[a-z0-9](?: |$))`, 'i'),
    close: new RegExp(`${literal}(?=[a-z0-9])`, 'i'),
  }
  dividers.set(sign, made)
  return made
}

/** Where the first code has a space after it, signs without one are text: `$a Giá $5 $c 2001`. */
function divide(text: string, sign: string): Piece[] {
  const { isSpaced, spaced, close } = dividers.get(sign) ?? dividerOf(sign)
  const pieces = text.split(isSpaced.test(text) ? spaced : close).slice(1)
  return pieces.map((piece) => [piece.charAt(0), piece.slice(1).trim()])
}
