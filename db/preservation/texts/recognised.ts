/** What stands on a page, and how sure whoever read it was. */
export type Recognised = { text: string; confidence: number | null }

/** Gathers words into lines and lines into paragraphs, and weighs how sure each word was by its letters. */
export function recogniser() {
  const paragraphs: string[][] = []
  let letters = 0
  let sum = 0
  return {
    paragraph: () => void paragraphs.push([]),
    line: () => void (paragraphs.at(-1) ?? started(paragraphs)).push(''),
    /** Confidence in percent; null where it was not said. */
    word(word: string, confidence: number | null) {
      const lines = paragraphs.at(-1) ?? started(paragraphs)
      const line = lines.pop() ?? ''
      lines.push(line === '' ? word : `${line} ${word}`)
      if (confidence === null) return
      letters += word.length
      sum += confidence * word.length
    },
    result(): Recognised {
      const text = paragraphs
        .map((lines) => lines.filter((line) => line !== '').join('\n'))
        .filter((paragraph) => paragraph !== '')
        .join('\n\n')
      return { text: text.normalize('NFC'), confidence: letters === 0 ? null : Math.round(sum / letters) }
    },
  }
}

function started(paragraphs: string[][]): string[] {
  const lines: string[] = []
  paragraphs.push(lines)
  return lines
}
