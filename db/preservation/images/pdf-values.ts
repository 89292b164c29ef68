import { BrokenFile } from './facts.ts'

/** A value of a PDF as far as counting pages asks for it: texts are kept as nothing. */
export type PdfValue = number | string | boolean | null | PdfReference | PdfValue[] | PdfDictionary
export type PdfReference = { object: number }
export type PdfDictionary = Map<string, PdfValue>

export const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && value !== null && 'object' in value

const whitespace = /[\0\t\n\f\r ]/
const delimiter = /[\0\t\n\f\r ()<>[\]{}/%]/
const deepest = 50

/** Reads one value of a text after another, from a place on. */
export function valueReader(text: string, start = 0) {
  let at = start

  function skip(): void {
    for (; at < text.length; at += 1) {
      const sign = text.charAt(at)
      if (sign === '%') while (at < text.length && !/[\n\r]/.test(text.charAt(at))) at += 1
      else if (!whitespace.test(sign)) return
    }
  }
  function word(): string {
    const from = at
    while (at < text.length && !delimiter.test(text.charAt(at))) at += 1
    return text.slice(from, at)
  }
  function literal(): null {
    let depth = 0
    for (; at < text.length; at += 1) {
      const sign = text.charAt(at)
      if (sign === '\\') at += 1
      else if (sign === '(') depth += 1
      else if (sign === ')' && --depth === 0) break
    }
    at += 1
    return null
  }
  function list(depth: number): PdfValue[] {
    const values: PdfValue[] = []
    at += 1
    for (skip(); text.charAt(at) !== ']'; skip()) {
      if (at >= text.length) throw new BrokenFile('broken_structure')
      values.push(value(depth))
    }
    at += 1
    return values
  }
  function dictionary(depth: number): PdfDictionary {
    const entries: PdfDictionary = new Map()
    at += 2
    for (skip(); !text.startsWith('>>', at); skip()) {
      if (text.charAt(at) !== '/') throw new BrokenFile('broken_structure')
      at += 1
      const key = word()
      entries.set(key, value(depth))
    }
    at += 2
    return entries
  }
  /** A number, or the number of an object with its generation and an R behind it. */
  function numberOrReference(): PdfValue {
    const reference = /^(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![A-Za-z])/.exec(text.slice(at, at + 40))
    if (reference) {
      at += reference[0].length
      return { object: Number(reference[1]) }
    }
    return Number(word())
  }
  function value(depth = 0): PdfValue {
    if (depth > deepest) throw new BrokenFile('broken_structure')
    skip()
    const sign = text.charAt(at)
    if (sign === '/') {
      at += 1
      return word()
    }
    if (sign === '(') return literal()
    if (sign === '[') return list(depth + 1)
    if (text.startsWith('<<', at)) return dictionary(depth + 1)
    if (sign === '<') {
      at = text.indexOf('>', at) + 1
      if (at === 0) throw new BrokenFile('broken_structure')
      return null
    }
    if (/[\d+\-.]/.test(sign)) return numberOrReference()
    const name = word()
    if (name === '') throw new BrokenFile('broken_structure')
    return name === 'true' ? true : name === 'false' ? false : null
  }
  return { value: () => value(), word, skip, place: () => at }
}
