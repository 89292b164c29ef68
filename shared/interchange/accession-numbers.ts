import { cleanText } from '../fold.ts'

export type NumberList = {
  numbers: string[]
  /** What may mean several numbers but does not plainly say which; it stands among the numbers as it is written. */
  unclear: string[]
  /** Numbers the cell names more than once. */
  twice: string[]
  isTooLong: boolean
}

/** Copies of one row; more are a slip of the hand. */
export const mostCopies = 1000

/**
 * The accession numbers of a cell: one, several, or runs of them, as “VN1001-VN1010, VN1020”. Libol's “(3): VM1001-3”
 * begins with how many they are, and so says that the run is shortened; elsewhere it might be copy 3 of VM1001.
 */
export function numbersIn(text: string): NumberList {
  const bare = cleanText(text).replace(/^(?:số\s*)?(?:đkcb|dkcb)\s*:\s*/i, '')
  const [, count, counted = ''] = /^\((\d{1,4})\)\s*:?\s*(.*)$/s.exec(bare) ?? []
  if (count === undefined) return gathered(piecesOf(bare), false)
  const shortened = gathered(piecesOf(counted), true)
  if (shortened.numbers.length === Number(count)) return shortened
  const plain = gathered(piecesOf(counted), false)
  return plain.numbers.length === Number(count) ? plain : { ...plain, unclear: [bare] }
}

function piecesOf(text: string): string[] {
  return text
    .split(/[,;\n]|\s+và\s+|\s&\s/i)
    .map((piece) => piece.trim().replace(/^từ\s+(?:số\s+)?/i, ''))
    .flatMap(partedAtSpaces)
    .filter((piece) => piece !== '')
}

/** “VN1001 VN1002” are two; “VN 1001” is one. */
function partedAtSpaces(piece: string): string[] {
  const parts = piece.split(/\s+/)
  const stems = new Set(parts.map((part) => /^([^\d\s]*)\d{3,}$/.exec(part)?.[1]))
  const [stem] = stems
  return stems.size === 1 && stem !== undefined ? parts : [piece]
}

function gathered(pieces: readonly string[], isShort: boolean): NumberList {
  const numbers: string[] = []
  const unclear: string[] = []
  let isTooLong = false
  for (const piece of pieces) {
    const bare = piece.replace(/\s*\([^)]*\)$/, '')
    const meant = runIn(bare, isShort) ?? next(bare, numbers.at(-1), isShort)
    if (meant === 'too_long') isTooLong = true
    if (meant === 'unclear' || bare !== piece) unclear.push(piece)
    numbers.push(...(Array.isArray(meant) ? meant : [bare]))
  }
  const once = [...new Set(numbers)]
  return {
    numbers: once.slice(0, mostCopies),
    unclear,
    twice: [...new Set(numbers.filter((number, at) => numbers.indexOf(number) !== at))],
    isTooLong: isTooLong || once.length > mostCopies,
  }
}

type Meant = string[] | 'unclear' | 'too_long'

const dash = /\s*(?:->|[-–—~→]|\.{2,}|\s(?:đến|den|to)\s)\s*/gi

/** The numbers of a run; null where the piece is no run. A dash may also stand within a number: 2003-0012, V-D0/01234. */
function runIn(piece: string, isShort: boolean): string[] | 'unclear' | 'too_long' | null {
  let doubt: Meant | null = null
  for (const { 0: mark, index } of piece.matchAll(dash)) {
    const from = parted(piece.slice(0, index))
    const to = parted(piece.slice(index + mark.length))
    if (!from || !to) continue
    if (to.prefix !== '' && plain(to.prefix) !== plain(from.prefix)) {
      if (/^\p{L}/u.test(to.prefix) && from.prefix !== '') doubt = 'unclear'
      continue
    }
    const made = runFrom(from, to.digits, isShort)
    if (made !== null) return made
  }
  return doubt
}

type Parted = { prefix: string; digits: string }

function parted(text: string): Parted | null {
  const found = /^(.*?)(\d+)$/s.exec(text.trim())
  return found ? { prefix: found[1] ?? '', digits: found[2] ?? '' } : null
}

function plain(prefix: string): string {
  return prefix.replace(/\s/g, '').toLowerCase()
}

function runFrom({ prefix, digits }: Parted, to: string, isShort: boolean): Meant | null {
  const isShortened = to.length < digits.length
  const last = isShortened ? digits.slice(0, -to.length) + to : to
  const count = Number(last) - Number(digits) + 1
  // A smaller number behind a dash ends no run: it belongs to the number itself.
  if (count < 1 || (last.length > digits.length && digits.startsWith('0'))) return null
  if (isShortened && !isShort) return 'unclear'
  if (count > mostCopies) return 'too_long'
  return Array.from(
    { length: count },
    (_, at) => prefix + String(Number(digits) + at).padStart(digits.length, '0'),
  )
}

/** “VN1001, 1002”: what the first number begins with is meant for those behind it too. */
function next(piece: string, before: string | undefined, isShort: boolean): Meant {
  const first = before === undefined ? null : parted(before)
  if (!first || first.prefix === '' || !/^\d+$/.test(piece)) return [piece]
  if (piece.length === first.digits.length) return [first.prefix + piece]
  if (piece.length > first.digits.length) return [piece]
  return isShort ? [first.prefix + first.digits.slice(0, -piece.length) + piece] : 'unclear'
}
