import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  mkdirSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'

type Kept = {
  publicKey: string
  privateKey: string
  /** Hash of the package that was written here last; a database that does not know it was put back. */
  lastPackage: string | null
}
/** A copied folder brings the file along, but not its place on the disk, nor the name of the PC. */
type Bound = Kept & { host: string; place: string }

/** Outside of what a backup takes along, so that a copy of the library cannot sign by itself. */
const fileOf = (dataDir: string) => join(dataDir, 'this-pc', 'signing-key.json')

/** What this PC keeps so that signing needs no passphrase; null on any other, and after the folder was copied. */
export function keptHere(dataDir: string, publicKey: string): Kept | null {
  try {
    const file = fileOf(dataDir)
    const { host, place, ...kept } = JSON.parse(readFileSync(file, 'utf8')) as Bound
    const isHere = host === hostname() && place === placeOf(file)
    return isHere && kept.publicKey === publicKey ? kept : null
  } catch {
    // Missing or half written: the passphrase brings it back.
    return null
  }
}

/** Written beside and put in its place, so that a power cut leaves the old one or the new one. */
export function keepHere(dataDir: string, kept: Kept): void {
  const file = fileOf(dataDir)
  const part = `${file}.part`
  mkdirSync(dirname(file), { recursive: true })
  rmSync(part, { force: true })
  const descriptor = openSync(part, 'wx', 0o600)
  try {
    const bound: Bound = { ...kept, host: hostname(), place: placeOf(part) }
    writeSync(descriptor, JSON.stringify(bound))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(part, file)
}

/** A file keeps this number when it is renamed and gets another when it is copied. */
function placeOf(file: string): string {
  return String(statSync(file, { bigint: true }).ino)
}
