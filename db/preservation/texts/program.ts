import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, delimiter, isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'
import type { TextProgram } from '../../../shared/preservation/contract.ts'

const run = promisify(execFile)
const answerWithinMs = 10_000
const isWindows = process.platform === 'win32'
const fileName = isWindows ? 'tesseract.exe' : 'tesseract'

/** Only a program of that name is ever started, whatever the setting says. */
export function isReadingProgram(path: string): boolean {
  return isAbsolute(path) && /^tesseract(\.exe)?$/i.test(basename(path))
}

/** Tesseract where the setting says it is, else where its installers put it; null where it does not answer. */
export async function findProgram(path: string): Promise<TextProgram | null> {
  const places = path === '' ? usualPlaces() : [path].filter(isReadingProgram)
  for (const place of places.filter((each) => existsSync(each))) {
    const program = await asked(place)
    if (program) return program
  }
  return null
}

function usualPlaces(): string[] {
  const { PATH = '', LOCALAPPDATA = '', ProgramFiles = 'C:\\Program Files' } = process.env
  const onPath = PATH.split(delimiter).filter(isAbsolute)
  const installed = [
    ProgramFiles,
    'C:\\Program Files (x86)',
    ...(LOCALAPPDATA === '' ? [] : [join(LOCALAPPDATA, 'Programs')]),
  ].map((folder) => join(folder, 'Tesseract-OCR'))
  return [...onPath, ...(isWindows ? installed : [])].map((folder) => join(folder, fileName))
}

async function asked(path: string): Promise<TextProgram | null> {
  const options = { timeout: answerWithinMs, windowsHide: true }
  try {
    const about = await run(path, ['--version'], options)
    const list = await run(path, ['--list-langs'], options)
    const version = /tesseract\s+v?(\S+)/i.exec(about.stdout + about.stderr)?.[1]
    if (version === undefined) return null
    // The first line says where they lie; `osd` tells which way up a page is and reads nothing.
    const [, ...lines] = (list.stdout.trim() === '' ? list.stderr : list.stdout).split(/\r?\n/)
    const languages = lines.map((line) => line.trim()).filter((line) => line !== '' && line !== 'osd')
    return { path, version, languages }
  } catch {
    return null
  }
}
