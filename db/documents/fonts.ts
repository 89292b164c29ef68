import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail } from '../failure.ts'

const faces = {
  normal: '400Regular',
  italics: '400Regular_Italic',
  bold: '700Bold',
  bolditalics: '700Bold_Italic',
} as const
type FacePaths = Record<keyof typeof faces, string>

/** The installed app carries the faces in `fonts/` beside its bundle; from source they come from the package. */
function facePath(face: string): string {
  const packed = fileURLToPath(new URL(`./fonts/Tinos_${face}.ttf`, import.meta.url))
  if (existsSync(packed)) return packed
  try {
    return createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)
  } catch {
    return packed
  }
}

function ownPaths(): FacePaths {
  return {
    normal: facePath(faces.normal),
    italics: facePath(faces.italics),
    bold: facePath(faces.bold),
    bolditalics: facePath(faces.bolditalics),
  }
}

/**
 * Tinos has the exact widths of Times New Roman and may be embedded freely. A virus scanner or a copy that was cut off
 * leaves a program without it, which is said before a paper is begun.
 */
export function tinosPaths(paths: FacePaths = ownPaths()): FacePaths {
  for (const path of Object.values(paths)) {
    if (!isWholeFace(path)) fail('font_missing', { file: basename(path) })
  }
  return paths
}

const headBytes = 12
const entryBytes = 16
const trueType = 0x00010000

/** TrueType begins with a list of its tables, each with its place and length, all of which lie within the file. */
function isWholeFace(path: string): boolean {
  if (!existsSync(path)) return false
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(headBytes)
    if (readSync(file, head) < headBytes || head.readUInt32BE(0) !== trueType) return false
    const list = Buffer.alloc(head.readUInt16BE(4) * entryBytes)
    if (readSync(file, list) < list.length) return false
    const { size } = fstatSync(file)
    for (let at = 0; at < list.length; at += entryBytes)
      if (list.readUInt32BE(at + 8) + list.readUInt32BE(at + 12) > size) return false
    return list.length > 0
  } finally {
    closeSync(file)
  }
}
