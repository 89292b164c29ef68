import { execFile } from 'node:child_process'
import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { renderDrawn } from '../../db/documents/index.ts'
import { testFolder } from './engine.ts'

const run = promisify(execFile)
const lineMm = 11

/** A folder of pages as a scanner at 300 dpi leaves them, with these lines printed on each. */
export async function printedPages(
  pages: readonly (readonly string[])[],
  code = 'SH000001',
): Promise<string> {
  const folder = testFolder()
  const pdf = await renderDrawn({
    title: code,
    author: '',
    widthMm: 148,
    heightMm: 210,
    pages: pages.map((lines) => ({
      rects: [],
      texts: lines.map((text, at) => ({ xMm: 14, yMm: 24 + at * lineMm, text, sizePt: 14, isBold: false })),
    })),
  })
  const paper = join(folder, 'paper.pdf')
  writeFileSync(paper, pdf)
  await run('pdftoppm', ['-r', '300', '-gray', '-tiff', paper, join(folder, 'page')])
  rmSync(paper)
  for (const name of readdirSync(folder)) {
    const number = /-(\d+)\.tif$/.exec(name)?.[1] ?? ''
    renameSync(join(folder, name), join(folder, `${code}_${number.padStart(4, '0')}.tif`))
  }
  return folder
}
