import { volumeFileName } from './fixity.ts'

export { volumeFileName, type CopyState } from './fixity.ts'

/** What a file is by its contents. */
export const fileFormats = ['tiff', 'jpeg', 'png', 'pdf', 'other'] as const
export type FileFormat = (typeof fileFormats)[number]

export const fileColours = ['bilevel', 'grey', 'colour'] as const
export type FileColour = (typeof fileColours)[number]

/** Why the structure of a file is not sound. */
export const fileFaults = ['empty', 'cut_short', 'broken_directory', 'broken_structure', 'no_pages'] as const
export type FileFault = (typeof fileFaults)[number]

/** Why there is no picture of a file: its fault, or what this program does not draw. */
export const pictureLacks = [
  ...fileFaults,
  'encrypted',
  'not_drawn',
  'page_of_words',
  'no_picture',
  'too_large',
] as const
export type PictureLack = (typeof pictureLacks)[number]

/** What keeps a file from being counted as good. */
export const faults = [
  ...fileFaults,
  'unreadable',
  'changed',
  'altered',
  'link',
  'twin_name',
  'encrypted',
  'wrong_format',
  'wrong_name',
  'double_number',
  'low_dpi',
  'no_dpi',
  'wrong_colour',
] as const
/** What a person should look at; the file counts all the same. */
export const notices = ['maybe_blank', 'duplicate', 'no_text', 'long_path', 'windows_name'] as const
export type FileProblem = (typeof faults)[number] | (typeof notices)[number]
export const fileProblems: readonly [FileProblem, ...FileProblem[]] = [...faults, ...notices]

export const fileStates = ['waiting', 'good', 'noticed', 'bad', 'gone'] as const
export type FileState = (typeof fileStates)[number]

/** By their state, and by what they have of text. */
export const fileViews = [
  'all',
  'bad',
  'noticed',
  'good',
  'waiting',
  'gone',
  'textLow',
  'textFailed',
  'textMissing',
] as const

const faultNames: readonly string[] = faults

export function stateOf(problems: readonly FileProblem[]): 'good' | 'noticed' | 'bad' {
  if (problems.length === 0) return 'good'
  return problems.some((problem) => faultNames.includes(problem)) ? 'bad' : 'noticed'
}

/** The longest path that programs on Windows open without asking for it. */
export const longPath = 259

/** Files that systems leave in folders by themselves: no part of anybody's work. */
export function isSystemFile(name: string): boolean {
  return (
    name === volumeFileName ||
    name.startsWith('.') ||
    name.startsWith('~$') ||
    /^(thumbs\.db|desktop\.ini|ehthumbs\.db)$/i.test(name)
  )
}

/** Names that are one and the same on the disks of some system: by their accents or by their capitals. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** What a library asks of the files of one purpose. */
export type ProfileRule = {
  /** See `naming.ts`; empty takes any name. */
  pattern: string
  firstPage: number
  /** None takes any. */
  formats: readonly FileFormat[]
  minDpi: number | null
  /** Colour serves where grey is asked for, never the other way. */
  minColour: FileColour | null
}

export type KnownFacts = {
  format: FileFormat
  dpi: number | null
  colour: FileColour | null
  isEncrypted: boolean
}

/** What of a sound file is not as its profile asks. PDFs hold pictures of every kind and tell no density. */
export function profileProblems(facts: KnownFacts, rule: ProfileRule): FileProblem[] {
  const problems: FileProblem[] = []
  if (facts.isEncrypted) problems.push('encrypted')
  if (rule.formats.length > 0 && !rule.formats.includes(facts.format)) problems.push('wrong_format')
  if (facts.format === 'pdf' || facts.format === 'other') return problems
  if (rule.minDpi !== null && facts.dpi === null) problems.push('no_dpi')
  if (rule.minDpi !== null && facts.dpi !== null && facts.dpi < rule.minDpi) problems.push('low_dpi')
  const { minColour } = rule
  if (minColour && fileColours.indexOf(facts.colour ?? 'bilevel') < fileColours.indexOf(minColour))
    problems.push('wrong_colour')
  return problems
}

export type Weighed = { id: number; format: FileFormat; size: number; pixels: number }

/** Fewer pages have no usual weight to be held against. */
const fewestForBlank = 8
/** Of what the middle page of the same folder weighs for each pixel. */
const blankShare = 0.25
/** Above this for each pixel, something is on the page. */
const blankBytesPerPixel = 0.08

/**
 * Pages that are packed into far less than the others, as white ones are. It is a suspicion and not more: nobody has
 * looked at the picture.
 */
export function maybeBlank(files: readonly Weighed[]): number[] {
  const packed = files.filter(({ pixels, size }) => pixels > 0 && size > 0)
  return [...Map.groupBy(packed, ({ format }) => format).values()].flatMap((same) => {
    if (same.length < fewestForBlank) return []
    const weights = same.map(({ size, pixels }) => size / pixels).toSorted((a, b) => a - b)
    const limit = Math.min((weights[Math.floor(weights.length / 2)] ?? 0) * blankShare, blankBytesPerPixel)
    return same.filter(({ size, pixels }) => size / pixels < limit).map(({ id }) => id)
  })
}
