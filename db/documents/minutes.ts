import type { Block, Signature } from './document.ts'

/** A text somebody may have left empty, as a paragraph or none. */
export function lines(text: string, manner: 'basis' | 'body' | 'note'): Block[] {
  return text.trim() === '' ? [] : [{ type: 'paragraph', text, manner }]
}

/** Each line of what a paper rests on, with the customary words before it where nobody wrote them. */
export function basisLines(text: string, inWords: (line: string) => string): Block[] {
  const given = text.split('\n').filter((line) => line.trim() !== '')
  return given.flatMap((line) =>
    lines(/^(căn cứ|pursuant to)\s/iu.test(line) ? line : inWords(line), 'basis'),
  )
}

type Member<Duty extends string> = { name: string; position: string; duty: Duty }
type MemberColumn = 'number' | 'name' | 'position' | 'duty'

const blankMembers = 4

/** Those who take part; while nobody is named, rows to be filled in by hand. */
export function memberTable<Duty extends string>(
  members: readonly Member<Duty>[],
  words: { column: (key: MemberColumn) => string; duty: (duty: Duty) => string },
): Block {
  const blank = Array.from({ length: blankMembers }, () => ({ name: '', position: '', duty: '' }))
  const named = members.map(({ name, position, duty }) => ({ name, position, duty: words.duty(duty) }))
  const column = (key: MemberColumn, weight: number) => ({
    key,
    label: words.column(key),
    weight,
    kind: key === 'number' ? ('number' as const) : ('text' as const),
  })
  return {
    type: 'table',
    columns: [column('number', 6), column('name', 36), column('position', 32), column('duty', 26)],
    rows: (named.length > 0 ? named : blank).map((member, at) => ({
      type: 'values',
      values: { number: at + 1, ...member },
    })),
  }
}

const signaturesInRow = 3

/** Everybody signs in rows of even length, in the order of their duties: the last on the right answers for the paper. */
export function signatureRows<Duty extends string>(
  members: readonly Member<Duty>[],
  {
    order,
    usual,
    inWords,
  }: { order: readonly Duty[]; usual: readonly Duty[]; inWords: (duty: Duty) => string },
): Block[] {
  const named = members
    .toSorted((a, b) => order.indexOf(a.duty) - order.indexOf(b.duty))
    .map(({ name, duty }): Signature => ({ capacity: inWords(duty), name }))
  const blank = usual.map((duty): Signature => ({ capacity: inWords(duty), name: '' }))
  const places = named.length > 0 ? named : blank
  const rows = Math.ceil(places.length / signaturesInRow)
  const startOf = (row: number) => Math.floor((row * places.length) / rows)
  return Array.from({ length: rows }, (_, row) => ({
    type: 'signatures',
    places: places.slice(startOf(row), startOf(row + 1)),
  }))
}
