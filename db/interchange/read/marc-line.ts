/**
 * One line of the texts in which people pass MARC records on. Lines come as bytes in a string, one character each, since
 * what encoding their texts have is known later. Blanks of indicators and fixed fields have many signs.
 */
export type MarcLine =
  | { kind: 'blank' | 'comment' | 'other' }
  | { kind: 'leader'; text: string; group: string }
  | { kind: 'control'; tag: string; text: string; group: string }
  | { kind: 'data'; tag: string; indicators: string; pieces: Piece[]; hasCodes: boolean; group: string }
  /** What belongs to the line before. */
  | { kind: 'more'; pieces: Piece[]; text: string }

/** A subfield, its text still in bytes. */
export type Piece = readonly [code: string, text: string]

/** ǂ and ‡ in UTF-8. */
const doubleDaggers = '\u00C7\u0082|\u00E2\u0080\u00A1'
const strong = `\\$\\$|\\$|\\||\u001F|${doubleDaggers}`
/** These stand for blanks, too, so they divide only where nothing else does. */
const weak = '_|\\^'

const leaderShape = /^[\d ]{5}[ a-z][ a-z].{3}22[\d ]{5}.{3}45/
const aleph = /^(\d{9}) ([0-9A-Z]{3})(..) [A-Z] (.*)$/
const mnemonic = /^=([0-9A-Za-z]{3})(?: {0,2}|\t)(.*)$/

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
  if (/^\s{3,}\S|^\t+\S/.test(line)) return moreLine(line.trim())
  return plainLine(line)
}

/** MarcEdit: `=245  10$aNhan đề :$bphụ đề`; texts are kept to the letter, blanks of fixed fields are backslashes. */
function mnemonicLine(tag: string, text: string): MarcLine {
  if (tag === 'LDR' || tag === '000') return { kind: 'leader', text: unslashed(text), group: '' }
  if (tag.startsWith('00')) return { kind: 'control', tag, text: plainSigns(unslashed(text)), group: '' }
  const first = text.indexOf('$')
  const indicators = blanked((first === -1 ? text.slice(0, 2) : text.slice(0, first)).slice(-2))
  const pieces = divide(first === -1 ? text.slice(2) : text.slice(first), '\\$')
  const kept = pieces.map(([code, value]) => [code, plainSigns(value)] as const)
  return { kind: 'data', tag, indicators, pieces: kept, hasCodes: first !== -1, group: '' }
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
  return text.replace(/\{(dollar|lcub|rcub|bsol|esc)\}/g, (whole, name: string) => signs[name] ?? whole)
}

/** Aleph's sequential file: `000000001 24510 L $$aNhan đề`, blanks of fixed fields as carets. */
function alephLine(group: string, tag: string, marks: string, text: string): MarcLine {
  if (tag === 'LDR') return { kind: 'leader', text: text.replaceAll('^', ' '), group }
  const value = text.startsWith('$$') ? text : text.replaceAll('^', ' ')
  if (tag.startsWith('00')) return { kind: 'control', tag, text: value, group }
  const hasCodes = text.startsWith('$$')
  const pieces = hasCodes ? divide(text, '\\$\\$') : ([['a', text]] as const)
  return { kind: 'data', tag, indicators: blanked(marks), pieces: [...pieces], hasCodes, group }
}

/** `245 10 $a Nhan đề $b phụ đề` (yaz), `245 10 |aNhan đề|bphụ đề`, `245 10 Nhan đề|bphụ đề`, `24510_aNhan đề`. */
function plainLine(line: string): MarcLine {
  const [whole, tag = '', rest = ''] = /^(\d{3}|[A-Z]{3}(?=[ \t]))(.*)$/.exec(line) ?? []
  if (whole === undefined) return { kind: 'other' }
  if (tag.startsWith('00')) return /^[ \t:]/.test(rest) ? controlLine(tag, rest) : { kind: 'other' }
  const mark = markNear(rest, strong) ?? markNear(rest, weak)
  if (mark) {
    const pieces = divide(rest.slice(mark.at), mark.sign).map(([code, text]) => [code, text.trim()] as const)
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
  if (text === '') return { kind: 'other' }
  const pieces = divide(`|a${text}`, '\\|').map(([code, value]) => [code, value.trim()] as const)
  return { kind: 'data', tag, indicators: blanked(marks), pieces, hasCodes: pieces.length > 1, group: '' }
}

function controlLine(tag: string, rest: string): MarcLine {
  const text = rest.replace(/^:? ?|^\t/, '').replace(/^ {0,3}(?:\|a|\$a)/, '')
  return { kind: 'control', tag, text, group: '' }
}

/** The first sign that introduces a subfield, close enough to the tag to stand behind indicators. */
function markNear(rest: string, signsOf: string): { at: number; sign: string } | null {
  const found = new RegExp(`^([ \\t:]?.{0,4}?)(${signsOf}) ?[a-z0-9]`).exec(rest)
  const [, before = '', sign = ''] = found ?? []
  return found ? { at: before.length, sign: sign.replace(/[$|^]/g, '\\$&') } : null
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

/** Where every code has a space after it, signs without one are text: `$c 50 $ (bìa cứng)`. */
function divide(text: string, sign: string): Piece[] {
  const spaced = new RegExp(`(?:^| )(?:${sign})(?=[a-z0-9](?: |$))`, 'i')
  const close = new RegExp(`(?:${sign})(?=[a-z0-9])`, 'i')
  const isSpaced = new RegExp(`^(?:${sign})[a-z0-9] `, 'i').test(text)
  const pieces = text.split(new RegExp(isSpaced ? spaced : close, 'gi')).slice(1)
  return pieces.map((piece) => [piece.charAt(0), isSpaced ? piece.slice(2) : piece.slice(1)])
}

function moreLine(text: string): MarcLine {
  const [, sign] = new RegExp(`^(${strong}|${weak})[a-z0-9]`).exec(text) ?? []
  if (sign === undefined) return { kind: 'more', pieces: [], text }
  return { kind: 'more', pieces: divide(text, sign.replace(/[$|^]/g, '\\$&')), text: '' }
}
