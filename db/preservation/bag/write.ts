import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { placeOf } from '../files/walk.ts'
import { sha256 } from '../../hash.ts'
import { manifestLine, tagLines } from './manifest.ts'

export type BagFile = {
  /** Where it is taken from: a file, or a text that no file holds. */
  from: string | { text: string }
  /** Where in the package it goes. */
  path: string
  size: number
  sha256: string
}
export type BagTag = { path: string; text: string }
export type BagPlan = {
  files: readonly BagFile[]
  tags: readonly BagTag[]
  info: readonly (readonly [string, string])[]
}

/** A file that was not written as it should be: packed no further, since a package is whole or none. */
export class SourceAltered extends Error {
  readonly path: string
  constructor(path: string) {
    super(`${path} is not what was checked`)
    this.path = path
  }
}

const pieceBytes = 1024 * 1024

/** Whether there is room on the disk, as far as it tells. */
export function hasRoom(folder: string, bytes: number): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > bytes
}

/** Writes a package (BagIt 1.0, RFC 8493) into a new folder, each file read, summed and compared on its way. Gives its seal. */
export function writeBag(root: string, plan: BagPlan, onPiece: (bytes: number) => void): string {
  mkdirSync(root)
  for (const { from, ...file } of plan.files) {
    if (typeof from === 'string') copyChecked(root, { ...file, from }, onPiece)
    else {
      writeWhole(root, file.path, from.text)
      onPiece(file.size)
    }
  }
  const total = plan.files.reduce((sum, { size }) => sum + size, 0)
  const info = [...plan.info, ['Payload-Oxum', `${total}.${plan.files.length}`] as const]
  const tags: BagTag[] = [
    { path: 'bagit.txt', text: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
    { path: 'bag-info.txt', text: tagLines(info) },
    {
      path: 'manifest-sha256.txt',
      text: plan.files.map((file) => manifestLine(file.sha256, file.path)).join(''),
    },
    ...plan.tags,
  ]
  for (const { path, text } of tags) writeWhole(root, path, text)
  const seal = tags.map(({ path, text }) => manifestLine(sha256(text), path)).join('')
  writeWhole(root, 'tagmanifest-sha256.txt', seal)
  return sha256(seal)
}

function writeWhole(root: string, path: string, text: string): void {
  mkdirSync(placeOf(root, dirname(path)), { recursive: true })
  writeFileSync(placeOf(root, path), text, { flag: 'wx', flush: true })
}

/** Never over a file that is there; on the disk before the next one begins. */
function copyChecked(root: string, file: BagFile & { from: string }, onPiece: (bytes: number) => void): void {
  mkdirSync(placeOf(root, dirname(file.path)), { recursive: true })
  const source = openSync(placeOf(file.from, ''), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    const target = openSync(placeOf(root, file.path), 'wx')
    try {
      if (pour(source, target, onPiece) !== file.sha256) throw new SourceAltered(file.from)
      fsyncSync(target)
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}

function pour(source: number, target: number, onPiece: (bytes: number) => void): string {
  const piece = Buffer.allocUnsafe(pieceBytes)
  const hash = createHash('sha256')
  for (;;) {
    const count = readSync(source, piece, 0, pieceBytes, null)
    if (count === 0) return hash.digest('hex')
    hash.update(piece.subarray(0, count))
    // The system may take less than it is given, as before a disk is full.
    for (let at = 0; at < count;) at += writeSync(target, piece, at, count - at)
    onPiece(count)
  }
}
