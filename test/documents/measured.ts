import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A run of letters on one line, in millimetres from the upper left corner of its page. */
export type Line = {
  text: string
  left: number
  right: number
  top: number
  bottom: number
  sizePt: number
  isBold: boolean
  isItalic: boolean
}
export type MeasuredPage = { width: number; height: number; lines: Line[] }
export type Face = { name: string; isEmbedded: boolean; hasUnicode: boolean }

const mmPerPt = 25.4 / 72
/** The unit of pdftohtml at zoom 1 is a point. */
const zoom = '1'

/** What poppler measures on a pdf, knowing nothing of how it was made: runs with their face and size, page by page. */
export async function measured(pdf: Uint8Array): Promise<{ pages: MeasuredPage[]; faces: Face[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'khosach-measured-'))
  try {
    const path = join(folder, 'paper.pdf')
    await writeFile(path, pdf)
    const [boxes, faces, sizes] = await Promise.all([
      run('pdftotext', ['-bbox-layout', path, '-'], { maxBuffer: 1 << 26 }),
      run('pdffonts', [path]),
      run('pdftohtml', ['-xml', '-i', '-stdout', '-zoom', zoom, '-fontfullname', path], {
        maxBuffer: 1 << 26,
      }),
    ])
    return { pages: pagesOf(boxes.stdout, looksOf(sizes.stdout)), faces: facesOf(faces.stdout) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Look = { top: number; left: number; sizePt: number; name: string; isBold: boolean; isItalic: boolean }

/** Faces and sizes by page, each run with the place where it begins. */
function looksOf(xml: string): Look[][] {
  const fonts = new Map(
    [...xml.matchAll(/<fontspec id="(\d+)" size="([\d.]+)" family="([^"]*)"/g)].map(
      ([, id = '', size = '', name = '']) => [id, { sizePt: Number(size), name }],
    ),
  )
  return xml
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<text top="([\d.-]+)" left="([\d.-]+)"[^>]* font="(\d+)">/g)].map(
        ([, top, left, font = '']): Look => {
          const { sizePt, name } = fonts.get(font) ?? { sizePt: 0, name: '' }
          return {
            top: Number(top),
            left: Number(left),
            sizePt,
            name,
            isBold: /bold/i.test(name),
            isItalic: /italic/i.test(name),
          }
        },
      ),
    )
}

function pagesOf(html: string, looks: Look[][]): MeasuredPage[] {
  return html
    .split('<page ')
    .slice(1)
    .map((page, at) => {
      const [, width, height] = page.match(/width="([\d.]+)" height="([\d.]+)"/) ?? []
      const lines = [...page.matchAll(/<line ([^>]*)>(.*?)<\/line>/gs)].map(
        ([, box = '', words = '']): Line => {
          const side = (name: string) => Number(box.match(new RegExp(`${name}="([\\d.-]+)"`))?.[1])
          const [left, right, top, bottom] = [side('xMin'), side('xMax'), side('yMin'), side('yMax')]
          const text = [...words.matchAll(/<word [^>]*>([^<]*)<\/word>/g)].map(([, word]) => word).join(' ')
          const near = (looks[at] ?? []).toSorted(
            (a, b) => distance(a, { top, left }) - distance(b, { top, left }),
          )[0]
          return {
            text: unescaped(text).normalize('NFC'),
            left: left * mmPerPt,
            right: right * mmPerPt,
            top: top * mmPerPt,
            bottom: bottom * mmPerPt,
            sizePt: near?.sizePt ?? 0,
            isBold: near?.isBold ?? false,
            isItalic: near?.isItalic ?? false,
          }
        },
      )
      return { width: Number(width) * mmPerPt, height: Number(height) * mmPerPt, lines }
    })
}

function distance(a: { top: number; left: number }, b: { top: number; left: number }): number {
  return Math.abs(a.top - b.top) * 3 + Math.abs(a.left - b.left)
}

function facesOf(listed: string): Face[] {
  return listed
    .split('\n')
    .slice(2)
    .filter(Boolean)
    .map((line) => {
      const name = line.split(' ')[0] ?? ''
      const [, isEmbedded, , hasUnicode] = line.match(/ (yes|no) +(yes|no) +(yes|no) +\d+ +\d+\s*$/) ?? []
      return { name, isEmbedded: isEmbedded === 'yes', hasUnicode: hasUnicode === 'yes' }
    })
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
}
