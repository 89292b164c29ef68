import { readFileSync } from 'node:fs'

type Field = { tag: string; text: string; subfields: string[] }

/** The barest reader there can be: believes every length, checks nothing, keeps nothing. Answers how many fields it made. */
export function readBarely(path: string): number {
  const bytes = readFileSync(path)
  const number = (from: number, to: number) => Number(bytes.toString('latin1', from, to))
  let made = 0
  for (let at = 0; at < bytes.length;) {
    const length = number(at, at + 5)
    const base = at + number(at + 12, at + 17)
    const fields: Field[] = []
    for (let entry = at + 24; entry < base - 1; entry += 12) {
      const from = base + number(entry + 7, entry + 12)
      const text = bytes.toString('utf8', from, from + number(entry + 3, entry + 7) - 1)
      fields.push({ tag: bytes.toString('latin1', entry, entry + 3), text, subfields: text.split('\u001F') })
    }
    made += fields.length
    at += length
  }
  return made
}
