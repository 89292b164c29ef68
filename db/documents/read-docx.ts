import type { PaperRead, ReadFigure } from './read-paper.ts'
import { readXml, type XmlParts } from './read-parts.ts'

type OpenCell = { marks: Set<string>; text: string }

/** Drawn twice for older programs, or deleted while changes are tracked. */
const unseen = new Set(['Fallback', 'del', 'moveFrom'])

/** A figure is all that its cell shows: a digit typed beside the control is part of the number. */
export function readDocx(parts: XmlParts): PaperRead {
  const figures: ReadFigure[] = []
  const texts: string[] = []
  const cells: OpenCell[] = []
  let hidden = 0
  let isText = false
  const add = (text: string) => {
    const cell = cells.at(-1)
    if (cell) cell.text += text
    else texts.push(text)
  }
  readXml(parts.get('word/document.xml') ?? '', {
    open(name, { val = '', name: named = '' }) {
      if (unseen.has(name)) hidden += 1
      if (name === 'tc') cells.push({ marks: new Set(), text: '' })
      const mark = name === 'tag' ? val : name === 'bookmarkStart' ? named : ''
      if (mark.startsWith('KS_')) cells.at(-1)?.marks.add(mark)
      if (name === 'tab' || name === 'br') add(' ')
      isText = name === 't'
    },
    text(text) {
      if (isText && hidden === 0) add(text)
    },
    close(name) {
      isText = false
      if (unseen.has(name)) hidden -= 1
      if (name === 'p') add('\n')
      if (name !== 'tc') return
      const cell = cells.pop()
      if (!cell) return
      for (const mark of cell.marks) figures.push({ mark, shown: cell.text.trim() })
      if (cell.marks.size === 0) add(`${cell.text}\n`)
    },
  })
  const footers = [...parts].filter(([name]) => /^word\/footer\d*\.xml$/.test(name))
  const feet = new Set(footers.map(([, xml]) => shownText(xml)).filter((text) => text !== ''))
  return { format: 'docx', figures, text: [texts.join(''), ...[...feet].toSorted()].join('\n') }
}

function shownText(xml: string): string {
  let shown = ''
  let isText = false
  readXml(xml, {
    open: (name) => (isText = name === 't'),
    text(text) {
      if (isText) shown += text
    },
    close: () => (isText = false),
  })
  return shown.trim()
}
