import { isLeaderLike } from './iso2709-leader.ts'
import { isContinuation, marcLine } from './marc-line.ts'

export type SourceKind = 'iso2709' | 'marcxml' | 'marc_text' | 'sheet' | 'csv' | 'unknown'
export type Container = 'gzip' | 'zip' | null

/** By what files begin with; names lie. */
export function containerOf(head: Buffer): Container {
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8) return 'gzip'
  const isZip = latin1(head, 2) === 'PK' && ['0304', '0506', '0708'].includes(head.toString('hex', 2, 4))
  return isZip ? 'zip' : null
}

const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const isWide = (name: string) => (head: Buffer) => head.includes(Buffer.from(name, 'utf16le'))
const isWord = isWide('WordDocument')
const isLocked = isWide('EncryptedPackage')

/** An Office file with a password is a file of the old kind that holds an encrypted one of the new kind. */
export function isEncryptedOffice(head: Buffer): boolean {
  return head.subarray(0, 8).equals(oldOffice) && isLocked(head)
}

export function kindOf(head: Buffer): SourceKind {
  if (head.subarray(0, 8).equals(oldOffice)) return isWord(head) ? 'unknown' : 'sheet'
  const text = textOf(head)
  const start = text.replace(/^\uFEFF?[\s\0]*/, '')
  if (start.startsWith('<')) return isMarcxml(start) ? 'marcxml' : 'unknown'
  if (isIso2709(head)) return 'iso2709'
  if (!isText(text) || /^(?:%PDF|\{\\rtf|[[{]\s*["{[])/.test(start)) return 'unknown'
  const lines = linesIn(text, head.length >= 65_536)
  if (isMarcText(lines)) return 'marc_text'
  return isTable(lines) ? 'csv' : 'unknown'
}

function latin1(head: Buffer, length = head.length): string {
  return head.toString('latin1', 0, length)
}

/** One character for each byte, except that UTF-16 is read as such. */
function textOf(head: Buffer): string {
  const even = head.subarray(0, head.length - (head.length % 2))
  const [first, second] = head
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return even.toString('utf16le')
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) {
    return Buffer.from(even).swap16().toString('utf16le')
  }
  return latin1(head).replace(/^\u00EF\u00BB\u00BF/, '')
}

function isMarcxml(start: string): boolean {
  return /<(?:[\w.-]+:)?(?:leader|controlfield|datafield)[\s>]|MARC21\/slim|<(?:[\w.-]+:)?record[\s/>]/.test(
    start,
  )
}

/** A leader with something right behind it, or the terminators of fields and records. */
function isIso2709(head: Buffer): boolean {
  const start = Math.max(
    0,
    head.findIndex((byte) => byte > 0x20),
  )
  if (isLeaderLike(head, start) && /^[0-9A-Za-z]/.test(latin1(head.subarray(start + 24, start + 25))))
    return true
  const ends = head.indexOf(0x1e) !== -1 && head.includes(Buffer.from([0x1e, 0x1d]))
  return ends && head.includes(0x1f)
}

/** Few control characters: some old encodings have letters there. */
function isText(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  const controls = text.match(/[\u0000-\u0008\u000E-\u0019\u001C-\u001F]/g)?.length ?? 0
  return text.length > 0 && controls <= text.length / 50 && !text.includes('\u0000')
}

function linesIn(text: string, isCut: boolean): string[] {
  const lines = text.split(/\r\n|\n|\r/)
  if (isCut && lines.length > 1) lines.pop()
  return lines.filter((line) => line.trim() !== '').slice(0, 200)
}

function isMarcText(lines: readonly string[]): boolean {
  const found = lines.map((line) => (isContinuation(line) ? null : marcLine(line)))
  const fields = found.filter(
    (line) => line === null || ['leader', 'control', 'data', 'comment'].includes(line.kind),
  )
  const divided = found.filter((line) => line?.kind === 'data' && line.hasCodes)
  return divided.length > 0 && fields.length >= lines.length * 0.6
}

/** The same number of separators in half of the lines; texts with line breaks make the others. */
function isTable(lines: readonly string[]): boolean {
  return ['\t', ';', ',', '|'].some((separator) => {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const count = line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length - 1
      counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    return [...counts].some(([count, times]) => count > 0 && times >= lines.length / 2)
  })
}
