import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type Printed = {
  pageCount: number
  pageSizes: string[]
  text: string
  pages: string[]
  fonts: string[]
  pdf: Uint8Array
}

/** What a pdf holds, as poppler sees it: sizes in whole points, text laid out as on paper. */
async function readPdf(path: string): Promise<Printed> {
  const [info, text, fonts] = await Promise.all([
    run('pdfinfo', ['-f', '1', '-l', '9999', path]),
    run('pdftotext', ['-layout', path, '-']),
    run('pdffonts', [path]),
  ])
  const pageSizes = [...info.stdout.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map(
    ([, width, height]) => `${Math.round(Number(width))}x${Math.round(Number(height))}`,
  )
  return {
    pageCount: pageSizes.length,
    pageSizes,
    text: text.stdout.normalize('NFC'),
    pages: text.stdout.split('\f').slice(0, pageSizes.length),
    fonts: fonts.stdout
      .split('\n')
      .slice(2)
      .filter(Boolean)
      .map((line) => line.split(' ')[0] ?? ''),
    pdf: await readFile(path),
  }
}

const fontFolder = dirname(
  dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json')),
)

/** Tinos stands in for Times New Roman, whose widths it has, so that pages break alike on every machine. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(fontFolder, 'tinos')}</dir>
  <alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias>
</fontconfig>`

/** What its dialog would ask: commas between columns, quotes around texts, UTF-8. */
const commasAndUtf8 = '--infilter=CSV:44,34,76,1'

export async function printed(bytes: Uint8Array, format: 'docx' | 'xlsx' | 'pdf' | 'csv'): Promise<Printed> {
  return withFile(bytes, format, async (path) =>
    readPdf(format === 'pdf' ? path : await converted(path, 'pdf', format === 'csv' ? [commasAndUtf8] : [])),
  )
}

/** The same file after somebody opened and saved it in LibreOffice; a table of text becomes a workbook. */
export async function savedAgain(bytes: Uint8Array, format: 'docx' | 'xlsx' | 'csv'): Promise<Buffer> {
  const [to, reading] = format === 'csv' ? (['xlsx', [commasAndUtf8]] as const) : ([format, []] as const)
  return withFile(bytes, format, async (path) => readFile(await converted(path, to, reading)))
}

async function withFile<Result>(
  bytes: Uint8Array,
  format: string,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'khosach-documents-'))
  try {
    const path = join(folder, `paper.${format}`)
    await writeFile(path, bytes)
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** LibreOffice gets a profile of its own: a second run beside an open one would refuse to start. */
async function converted(path: string, format: string, reading: readonly string[] = []): Promise<string> {
  const folder = dirname(path)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const fonts = join(folder, 'fonts.conf')
  await writeFile(fonts, fontConfiguration)
  const env = { ...process.env, FONTCONFIG_FILE: fonts, XDG_CACHE_HOME: folder }
  const out = join(folder, 'out')
  const conversion = ['--headless', ...reading, '--convert-to', format, '--outdir', out, path]
  await run('soffice', [profile, ...conversion], { env })
  return join(out, `paper.${format}`)
}
