import { SaxesParser } from 'saxes'
import { withoutControls } from '../../../shared/fold.ts'
import type { TextEnding } from '../../../shared/preservation/reading.ts'
import { recogniser, type Recognised } from './recognised.ts'

/** What it was brought as. */
export type Brought = Recognised & { tool: 'TXT' | 'hOCR' | 'ALTO' }

/** A text that lay beside its picture; null for what cannot be taken for one. */
export function readBrought(bytes: Uint8Array, ending: TextEnding): Brought | null {
  const text = decoded(bytes)
  if (text === null) return null
  if (ending === 'txt') return { tool: 'TXT', text: withoutControls(text).trim(), confidence: null }
  const read = ending === 'xml' ? readAlto(text) : readHocr(text)
  return read && { ...read, tool: ending === 'xml' ? 'ALTO' : 'hOCR' }
}

/** Other encodings cannot be told apart in a single page, so they are refused rather than guessed. */
function decoded(bytes: Uint8Array): string | null {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** ALTO of any version: blocks of lines of words, each with how sure it is from 0 to 1. */
function readAlto(xml: string): Recognised | null {
  const found = recogniser()
  let isAlto = false
  return parsed(xml, {
    open(name, attributes) {
      if (name === 'alto') isAlto = true
      else if (name === 'TextBlock') found.paragraph()
      else if (name === 'TextLine') found.line()
      else if (name === 'String') {
        const sure = Number(attributes['WC'] ?? Number.NaN)
        found.word(attributes['CONTENT'] ?? '', Number.isFinite(sure) ? sure * 100 : null)
      }
    },
    text: () => undefined,
    close: () => undefined,
  })
    ? isAlto
      ? found.result()
      : null
    : null
}

const lineClasses = /\bocr_(line|header|caption|textfloat)\b/

/** hOCR, a page of HTML whose classes say what each part is. */
function readHocr(html: string): Recognised | null {
  const found = recogniser()
  let word: { depth: number; text: string; confidence: number | null } | null = null
  let depth = 0
  let isHocr = false
  const isWhole = parsed(html.replace(/<!doctype[^>]*>/i, ''), {
    open(_, attributes) {
      depth += 1
      const kind = attributes['class'] ?? ''
      if (/\bocr/.test(kind)) isHocr = true
      if (/\bocr_par\b/.test(kind)) found.paragraph()
      else if (lineClasses.test(kind)) found.line()
      else if (/\bocrx?_word\b/.test(kind)) {
        const sure = /x_wconf\s+([\d.]+)/.exec(attributes['title'] ?? '')?.[1]
        word = { depth, text: '', confidence: sure === undefined ? null : Number(sure) }
      }
    },
    text(piece) {
      if (word) word.text += piece
    },
    close() {
      if (word?.depth === depth) {
        const text = word.text.trim()
        if (text !== '') found.word(text, word.confidence)
        word = null
      }
      depth -= 1
    },
  })
  return isWhole && isHocr ? found.result() : null
}

type Listener = {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void
  text: (piece: string) => void
  close: () => void
}

/** Whether it was XML to its end. No entity is expanded but those of XML itself. */
function parsed(xml: string, { open, text, close }: Listener): boolean {
  const parser = new SaxesParser({ fragment: false })
  let isWhole = true
  parser.on('error', () => (isWhole = false))
  parser.on('opentag', ({ name, attributes }) =>
    open(name.slice(name.indexOf(':') + 1), attributes as Record<string, string>),
  )
  parser.on('text', text)
  parser.on('closetag', close)
  parser.write(xml.replace(/&nbsp;/g, ' ')).close()
  return isWhole
}
