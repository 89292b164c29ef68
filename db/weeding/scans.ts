import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, JobHandler } from '../context.ts'
import { sha256 } from '../hash.ts'
import { keptFolder } from '../kept-folders.ts'
import { readPapers, requireWeeding } from './reading.ts'

/** A page scanned in colour takes a few megabytes; whole books do not belong here. */
const mostBytes = 50 * 1024 * 1024
/** How a file of each kind begins, whatever its name says. */
const beginnings: Record<string, string> = {
  '25504446': '.pdf',
  ffd8ff: '.jpg',
  '89504e47': '.png',
  '49492a00': '.tif',
  '4d4d002a': '.tif',
}

export const scanCommands: Pick<CommandsOf<'weeding'>, 'removeScan'> = {
  /** The file stays in the folder: another paper may be the same picture, and the journal names its hash. */
  async removeScan({ id, kind }, { db, fail }) {
    await requireWeeding(db, { id }, fail)
    const { numUpdatedRows } = await db
      .updateTable('weedingPaper')
      .set((is) => ({ scanHash: null, scanName: null, scanSize: null, rev: is('rev', '+', 1) }))
      .where('weedingId', '=', id)
      .where('kind', '=', kind)
      .where('scanHash', 'is not', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) fail('scan_not_found')
    return { done: true as const }
  },
}

type Chunk = { id: number; kind: string; hash: string; name: string; size: number }

export const attachScan: JobHandler<SpecOf<'weeding.attachScan'>, Chunk> = {
  async run({ id, kind, file }, { db, fail, dataDir, pathOfFile, write }) {
    await requireWeeding(db, { id }, fail)
    const path = pathOfFile(file) ?? fail('file_gone', { name: file.name })
    if (statSync(path).size > mostBytes)
      fail('scan_too_large', { name: file.name, mostMegabytes: mostBytes / 1024 / 1024 })
    const bytes = readFileSync(path)
    const start = bytes.subarray(0, 4).toString('hex')
    const ending = Object.entries(beginnings).find(([beginning]) => start.startsWith(beginning))?.[1]
    if (ending === undefined) return fail('not_a_scan', { name: file.name })
    const hash = sha256(bytes)
    store(keptFolder(dataDir, 'papers'), `${hash}${ending}`, bytes)
    await write({ id, kind, hash, name: file.name, size: bytes.length })
    return paperNamed(db, id, kind)
  },

  async apply({ id, kind, hash, name, size }, { db }) {
    await db
      .updateTable('weedingPaper')
      .set((is) => ({ scanHash: hash, scanName: name, scanSize: size, rev: is('rev', '+', 1) }))
      .where('weedingId', '=', id)
      .where('kind', '=', kind as 'proposal')
      .execute()
    return { bulk: { weedingId: id, kind, scanHash: hash } }
  },
  leavesRows: true,
}

export const openScan: JobHandler<SpecOf<'weeding.openScan'>, never> = {
  async run({ id, kind }, { db, fail, dataDir, offerFile }) {
    await requireWeeding(db, { id }, fail)
    const { scan } = await paperNamed(db, id, kind)
    if (!scan) return fail('scan_not_found')
    const path = ['.pdf', '.jpg', '.png', '.tif']
      .map((ending) => join(keptFolder(dataDir, 'papers'), `${scan.hash}${ending}`))
      .find((each) => existsSync(each))
    const bytes = path === undefined ? null : readFileSync(path)
    // What was altered or lost on the disk must not pass for the signed paper.
    if (bytes === null || sha256(bytes) !== scan.hash) return fail('scan_damaged', { name: scan.name })
    return { file: await offerFile(nameFor(scan.name, path ?? ''), bytes) }
  },
}

function nameFor(name: string, path: string): string {
  return extname(name) === '' ? `${name}${extname(path)}` : name
}

/** Whole or not at all: a name that is there holds what it says. */
function store(folder: string, name: string, bytes: Uint8Array): void {
  const path = join(folder, name)
  if (existsSync(path)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${path}.part`, bytes)
  renameSync(`${path}.part`, path)
}

async function paperNamed(db: Reader, id: number, kind: string) {
  const paper = (await readPapers(db, id)).find((each) => each.kind === kind)
  if (!paper) throw new Error(`weeding ${id} has no ${kind}`)
  return paper
}
