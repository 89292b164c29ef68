import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { isAbsolute, join } from 'node:path'
import type { SpecOf } from '../../shared/contracts.ts'
import type { folderProblems } from '../../shared/sync/sending-contract.ts'
import type { JobHandler } from '../context.ts'
import { storageFailure } from '../failure.ts'
import { apply, takeBack, type Chunk } from './chunks.ts'
import { packageName, packedPeriod } from './write-package.ts'

type FolderProblem = (typeof folderProblems)[number]

const writeToFolder: JobHandler<SpecOf<'sync.writeToFolder'>, Chunk> = {
  async run({ periodId, path }, context) {
    const { write } = context
    const { id, hash, payload, bytes } = await packedPeriod(context, periodId)
    const fileName = packageName(payload)
    const problem = writeProven({ path, name: fileName, bytes })
    await write({ kind: 'begun', packageId: id, road: 'file' })
    await write({ kind: 'ended', packageId: id, problem, bytesThere: problem ? 0 : bytes.length })
    return { fileName, hash, bytes: bytes.length, problem }
  },
  apply,
  takeBack,
}

export const folderJobs = { writeToFolder }

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** Under its name only once it was read back: a stick that lies, or is pulled out, leaves no file that looks whole. */
export function writeProven({
  path,
  name,
  bytes,
}: {
  path: string
  name: string
  bytes: Buffer
}): FolderProblem | null {
  if (!isAbsolute(path) || !isFolder(path)) return 'folder_unreachable'
  const file = join(path, name)
  const part = `${file}.part`
  try {
    writeThrough(part, bytes)
    if (isSame(part, bytes)) {
      renameSync(part, file)
      flushFolder(path)
      if (isSame(file, bytes)) return null
      rmSync(file, { force: true })
    }
    rmSync(part, { force: true })
    return 'file_differs'
  } catch (error) {
    rmSync(part, { force: true })
    const problem = problemOf(error)
    if (problem === null) throw error
    return problem
  }
}

function problemOf(error: unknown): FolderProblem | null {
  const storage = storageFailure(error)
  if (storage === 'storage_full') return 'folder_full'
  if (storage === 'storage_readonly' || codeOf(error) === 'EPERM') return 'folder_readonly'
  return /^(ENOENT|ENODEV|EIO|ENXIO)$/.test(codeOf(error)) ? 'folder_unreachable' : null
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function writeThrough(file: string, bytes: Buffer): void {
  const descriptor = openSync(file, 'w')
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** The name, too, has to be on the stick before somebody pulls it out; Windows writes names at once and knows no such call. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function isSame(file: string, bytes: Buffer): boolean {
  return readFileSync(file).equals(bytes)
}
