import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SelfTest } from '../../shared/about.ts'
import { type FileProblem, PackedFiles, packedFilesName } from '../../shared/packed-files.ts'

/**
 * Holds the program's own files against what was packed, since antivirus programs take files away, empty them or
 * keep them from being read: names and sizes in some milliseconds, every byte where `isWhole` asks for it. Null where
 * nothing was packed, as in a development folder. It finds what an accident did, not who means harm: the list lies
 * beside the files.
 */
export function selfTest(installFolder: string, { isWhole }: { isWhole: boolean }): SelfTest | null {
  return pastArchives(() => {
    const listed = readList(join(installFolder, 'resources', packedFilesName))
    if (listed === null) return null
    const problems = listed.files.flatMap((file) => {
      const problem = problemOf(join(installFolder, file.path), file, isWhole)
      return problem === null ? [] : [{ path: file.path, problem }]
    })
    return { version: listed.version, checked: listed.files.length, problems }
  })
}

function readList(path: string): PackedFiles | null {
  try {
    return PackedFiles.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

function problemOf(path: string, file: PackedFiles['files'][number], isWhole: boolean): FileProblem | null {
  try {
    const size = statSync(path).size
    // A file that is there and may not be opened is what a scanner leaves behind.
    closeSync(openSync(path, 'r'))
    if (size !== file.size) return 'changed'
    return isWhole && hashOf(path) !== file.sha256 ? 'changed' : null
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'blocked'
  }
}

const pieceBytes = 1024 * 1024

function hashOf(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(pieceBytes)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      hash.update(piece.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

/** Electron shows an archive as a folder to whoever reads files; here its bytes count. */
function pastArchives<Value>(read: () => Value): Value {
  const before: unknown = Reflect.get(process, 'noAsar')
  Reflect.set(process, 'noAsar', true)
  try {
    return read()
  } finally {
    Reflect.set(process, 'noAsar', before)
  }
}
