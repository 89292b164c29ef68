import type { DataField, Subfield } from '../../../shared/catalogue/contract.ts'

/** Notes of all kinds may be repeated, so one that is too long can go on in another. */
const isNote = /^5\d\d$/
/** A sign takes three bytes at most in UTF-8 (a pair of surrogates four), and subfields need room for their codes. */
const mostSigns = 3200

/** A note in as many fields as it needs; null where the field is no note. */
export function splitNote({ tag, indicators, subfields }: DataField): DataField[] | null {
  if (!isNote.test(tag)) return null
  const pieces = subfields.flatMap(([code, text]) => wordsOf(text).map((part): Subfield => [code, part]))
  const fields: DataField[] = []
  let room = 0
  for (const [code, text] of pieces) {
    if (text.length + 2 > room || fields.length === 0) {
      fields.push({ tag, indicators, subfields: [] })
      room = mostSigns
    }
    fields.at(-1)?.subfields.push([code, text])
    room -= text.length + 2
  }
  return fields
}

/** Pieces that fit, cut after a space: put together again they are the text. */
function wordsOf(text: string): string[] {
  const most = mostSigns - 2
  const pieces: string[] = []
  let rest = text
  while (rest.length > most) {
    const afterSpace = rest.lastIndexOf(' ', most - 1) + 1
    // A text without spaces is cut between two signs, not within one.
    const end = afterSpace > 0 ? afterSpace : most - (isHighSurrogate(rest.charCodeAt(most - 1)) ? 1 : 0)
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...pieces, rest]
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}
