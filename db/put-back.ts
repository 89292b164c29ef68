import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotOpen } from './failure.ts'
import { putInPlace } from './put-in-place.ts'
import { appVersion } from './version.ts'

/** That the older library was put back for an earlier program, and which program must leave it alone for that. */
type PutBack = { from: string; to: string }

function fileIn(dataDir: string): string {
  return join(dataDir, 'updates', 'put-back.json')
}

export function notePutBack(dataDir: string, to: string): void {
  const file = fileIn(dataDir)
  mkdirSync(dirname(file), { recursive: true })
  const putBack: PutBack = { from: appVersion, to }
  putInPlace(file, JSON.stringify(putBack))
}

/** The program that was gone back from would upgrade the library again; any other takes it as its own. */
export function requireNotPutBack(dataDir: string): void {
  const file = fileIn(dataDir)
  if (!existsSync(file)) return
  const { from, to }: PutBack = JSON.parse(readFileSync(file, 'utf8'))
  if (from === appVersion) throw new CannotOpen('put_back', { version: to })
  rmSync(file)
}

export function stayAfterAll(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true })
}
