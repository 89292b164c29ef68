import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { tinosPaths } from './fonts.ts'
import { clean } from './numbers.ts'
import { ptOfMm } from './paper.ts'

type Rect = { xMm: number; yMm: number; widthMm: number; heightMm: number }
/** `yMm` is the line the letters stand on. */
type Text = { xMm: number; yMm: number; text: string; sizePt: number; isBold: boolean }
/** Filled rectangles and lines of text, each at its place from the upper left corner. */
export type DrawnPage = { rects: readonly Rect[]; texts: readonly Text[] }
export type DrawnPaper = {
  title: string
  author: string
  widthMm: number
  heightMm: number
  pages: readonly DrawnPage[]
}

const font = 'Tinos'
/** Height of the line pdfmake makes for a letter size, and where in it the letters stand. */
const ascent = 0.891

/** Pages in true size: what is measured on the screen is measured on the paper, for no viewer is to fit them to it. */
export async function renderDrawn(paper: DrawnPaper): Promise<Uint8Array> {
  const faces = tinosPaths()
  const ours = new Set<string>(Object.values(faces))
  pdfmake.setFonts({ [font]: faces })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => ours.has(path))
  const output = pdfmake.createPdf(definition(paper))
  askForTrueSize(await output.getStream())
  return new Uint8Array(await output.getBuffer())
}

/** What pdfkit has and its types leave out. */
type Root = { _root: { data: Record<string, unknown> }; ref(data: object): unknown }

function askForTrueSize(stream: unknown): void {
  const document = stream as Root
  document._root.data['ViewerPreferences'] = document.ref({ PrintScaling: 'None' })
}

function definition({ title, author, widthMm, heightMm, pages }: DrawnPaper): TDocumentDefinitions {
  return {
    content: pages.map((page, index): Content => ({
      stack: [{ text: ' ', fontSize: 1 }, drawing(page), ...page.texts.map(line)],
      ...(index > 0 ? { pageBreak: 'before' } : {}),
    })),
    pageSize: { width: ptOfMm(widthMm), height: ptOfMm(heightMm) },
    pageMargins: 0,
    defaultStyle: { font, fontSize: 9 },
    info: { title: clean(title), author: clean(author), creator: 'Kho Sách', producer: 'Kho Sách' },
    version: '1.7',
  }
}

function drawing({ rects }: DrawnPage): Content {
  return {
    absolutePosition: { x: 0, y: 0 },
    canvas: rects.map(({ xMm, yMm, widthMm, heightMm }) => ({
      type: 'rect',
      x: ptOfMm(xMm),
      y: ptOfMm(yMm),
      w: ptOfMm(widthMm),
      h: ptOfMm(heightMm),
      color: '#000000',
      lineWidth: 0,
    })),
  }
}

function line({ xMm, yMm, text, sizePt, isBold }: Text): Content {
  return {
    text: clean(text),
    fontSize: sizePt,
    bold: isBold,
    noWrap: true,
    absolutePosition: { x: ptOfMm(xMm), y: ptOfMm(yMm) - ascent * sizePt },
  }
}
