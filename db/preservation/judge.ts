import { endingProblem, nameReader } from '../../shared/preservation/naming.ts'
import {
  maybeBlank,
  profileProblems,
  stateOf,
  type FileColour,
  type FileFormat,
  type FileProblem,
  type ProfileRule,
} from '../../shared/preservation/rules.ts'
import type { JudgedFile } from './check-apply.ts'

export type UnjudgedFile = {
  id: number
  path: string
  size: number
  sha256: string | null
  format: FileFormat | null
  widthPx: number | null
  heightPx: number | null
  dpi: number | null
  colour: FileColour | null
  isEncrypted: number
  seenProblems: string
  readProblems: string
}

type Asked = {
  rule: ProfileRule | null
  code: string
  /** Texts that lie beside a picture, and those of them from which none could be taken. */
  besideIds: ReadonlySet<number>
  refusedIds: ReadonlySet<number>
}

const anything: ProfileRule = { pattern: '', firstPage: 1, formats: [], minDpi: null, minColour: null }

/** Every file of a folder together: numbers given twice, pages twice the same and white ones show only beside the others. */
export function judge(
  all: readonly UnjudgedFile[],
  { rule, code, besideIds, refusedIds }: Asked,
): JudgedFile[] {
  const asked = rule ?? anything
  const files = all.filter(({ id }) => !besideIds.has(id))
  const read = nameReader(asked.pattern, code)
  const names = files.map(({ path }) => read(baseName(path)))
  const timesByPage = countedBy(names.map((name, at) => pageKey(files[at]?.path ?? '', name?.page ?? null)))
  const timesBySum = countedBy(files.map(({ sha256 }) => sha256))
  const blank = new Set(maybeBlank(files.map(weighed)))
  const judged = files.map((file, at) => {
    const name = names[at] ?? null
    const page = name?.page ?? null
    const problems = new Set<FileProblem>([...listOf(file.seenProblems), ...listOf(file.readProblems)])
    if (!name) problems.add('wrong_name')
    if ((timesByPage.get(pageKey(file.path, page)) ?? 0) > 1) problems.add('double_number')
    if ((timesBySum.get(file.sha256) ?? 0) > 1) problems.add('duplicate')
    if (blank.has(file.id)) problems.add('maybe_blank')
    for (const problem of soundnessOf(file, asked)) problems.add(problem)
    return judgedAs(file.id, page, [...problems])
  })
  return [...judged, ...all.filter(({ id }) => besideIds.has(id)).map((file) => judgeText(file, refusedIds))]
}

/** A text beside its picture is no page: nothing is asked of its name and kind but that it can be read. */
function judgeText(file: UnjudgedFile, refusedIds: ReadonlySet<number>): JudgedFile {
  const problems = new Set<FileProblem>([...listOf(file.seenProblems), ...listOf(file.readProblems)])
  if (refusedIds.has(file.id)) problems.add('no_text')
  return judgedAs(file.id, null, [...problems])
}

function judgedAs(id: number, page: number | null, problems: FileProblem[]): JudgedFile {
  return { id, page, state: stateOf(problems), problems: JSON.stringify(problems) }
}

/** Of what could not be read nothing else can be said. */
function soundnessOf(file: UnjudgedFile, rule: ProfileRule): FileProblem[] {
  const { format } = file
  if (format === null || !isSound(file)) return []
  const ending = endingProblem(baseName(file.path), format)
  const problems = profileProblems({ ...file, format, isEncrypted: file.isEncrypted === 1 }, rule)
  return ending ? [...problems, ending] : problems
}

/** The same page may stand in folders of two kinds, never twice in one. */
function pageKey(path: string, page: number | null): string | null {
  return page === null ? null : `${path.slice(0, path.lastIndexOf('/') + 1)}${page}`
}

function countedBy(keys: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function weighed(file: UnjudgedFile) {
  const { id, format, size, widthPx, heightPx } = file
  const isPicture = isSound(file) && format !== 'pdf' && format !== 'other'
  return {
    id,
    format: format ?? ('other' as const),
    size,
    pixels: isPicture ? (widthPx ?? 0) * (heightPx ?? 0) : 0,
  }
}

function isSound({ sha256, readProblems }: UnjudgedFile): boolean {
  return sha256 !== null && stateOf(listOf(readProblems)) !== 'bad'
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function listOf(json: string): FileProblem[] {
  return JSON.parse(json) as FileProblem[]
}
