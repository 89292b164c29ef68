import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
export const dpi = 300
const mmPerPixel = 25.4 / dpi
const dark = 128

/** A page as a scanner at 300 dpi sees it. */
export type Raster = {
  widthMm: number
  heightMm: number
  isDark(xMm: number, yMm: number): boolean
  /** Where along a line the first dark pixel lies, in millimetres; null where there is none. */
  firstAcross(yMm: number, fromMm: number, toMm: number): number | null
  firstDown(xMm: number, fromMm: number, toMm: number): number | null
}

/** Does something with the pages of a pdf as pictures, which are gone afterwards. */
async function withPages<Result>(
  pdf: Uint8Array,
  format: '-png' | '-gray',
  work: (files: string[]) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'khosach-raster-'))
  try {
    await writeFile(join(folder, 'paper.pdf'), pdf)
    await run('pdftoppm', ['-r', String(dpi), format, join(folder, 'paper.pdf'), join(folder, 'page')])
    const names = (await readdir(folder)).filter((name) => name.startsWith('page')).toSorted()
    return await work(names.map((name) => join(folder, name)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every barcode and QR on the pages, read back by a program that knows nothing of how they were made. */
export function codesOn(pdf: Uint8Array): Promise<string[]> {
  return withPages(pdf, '-png', async (files) => {
    const codes: string[] = []
    for (const file of files) {
      codes.push(...(await codesIn(file)).split('\n').filter((line) => line !== ''))
    }
    return codes
  })
}

const nothingFound = 4

async function codesIn(file: string): Promise<string> {
  try {
    return (await run('zbarimg', ['--quiet', '--raw', file], { maxBuffer: 1 << 24 })).stdout
  } catch (error) {
    if ((error as { code?: unknown }).code === nothingFound) return ''
    throw error
  }
}

export function rastersOf(pdf: Uint8Array): Promise<Raster[]> {
  return withPages(pdf, '-gray', (files) =>
    Promise.all(files.map(async (file) => raster(await readFile(file)))),
  )
}

function raster(bytes: Buffer): Raster {
  const [, size = '', ,] = bytes.subarray(0, 40).toString('latin1').split('\n')
  const [width = 0, height = 0] = size.split(' ').map(Number)
  const pixels = bytes.subarray(bytes.length - width * height)
  const at = (mm: number) => Math.round(mm / mmPerPixel)
  const isDarkAt = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && (pixels[y * width + x] ?? 255) < dark
  const first = (from: number, to: number, isDark: (at: number) => boolean) => {
    for (let place = at(from); place <= at(to); place += 1) if (isDark(place)) return place * mmPerPixel
    return null
  }
  return {
    widthMm: width * mmPerPixel,
    heightMm: height * mmPerPixel,
    isDark: (xMm, yMm) => isDarkAt(at(xMm), at(yMm)),
    firstAcross: (yMm, from, to) => first(from, to, (x) => isDarkAt(x, at(yMm))),
    firstDown: (xMm, from, to) => first(from, to, (y) => isDarkAt(at(xMm), y)),
  }
}
