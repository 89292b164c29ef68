import type { WorkbookProblemCode } from './workbook.ts'

export type SourceProblemCode =
  | WorkbookProblemCode
  | 'file_missing'
  | 'file_busy'
  | 'file_empty'
  | 'file_cut_off'
  | 'unknown_format'
  | 'too_many_files'
  | 'archive_broken'
  | 'archive_encrypted'
  | 'archive_method_unknown'
  | 'archive_nested'

/** Why a file cannot be read, in a word that the page puts into sentences; `file` is its name, as people know it. */
export class SourceProblem extends Error {
  readonly code: SourceProblemCode
  readonly file: string

  constructor(code: SourceProblemCode, file: string, cause?: unknown) {
    super(`${code}: ${file}`, { cause })
    this.name = 'SourceProblem'
    this.code = code
    this.file = file
  }
}

/** What Windows says of a file that Excel holds, or that its reader may not see. */
const busy = new Set(['EBUSY', 'EPERM', 'EACCES'])
const missing = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL'])

/** A failure before the first byte. */
export function whenOpening(error: unknown, file: string): SourceProblem {
  if (error instanceof SourceProblem) return error
  const code = codeOf(error)
  if (busy.has(code)) return new SourceProblem('file_busy', file, error)
  return new SourceProblem(missing.has(code) ? 'file_missing' : 'file_cut_off', file, error)
}

/** A failure half-way: whatever the system calls it, the stick is out or the disk is ill. */
export function whenReading(error: unknown, file: string): SourceProblem {
  if (error instanceof SourceProblem) return error
  return new SourceProblem(codeOf(error) === 'EBUSY' ? 'file_busy' : 'file_cut_off', file, error)
}

/** A failure to unpack; what the disk says comes through. */
export function whenUnpacking(error: unknown, file: string): SourceProblem {
  if (error instanceof SourceProblem) return error
  const { code, message } = { code: codeOf(error), message: error instanceof Error ? error.message : '' }
  if (/^E[A-Z]+$/.test(code)) return whenReading(error, file)
  if (message.includes('encrypt')) return new SourceProblem('archive_encrypted', file, error)
  if (message.includes('unsupported compression'))
    return new SourceProblem('archive_method_unknown', file, error)
  return new SourceProblem('archive_broken', file, error)
}

function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}
