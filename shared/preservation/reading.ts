/** How a page came by its text. */
export const textSources = ['read', 'brought', 'typed'] as const
/** Why a page has none. */
export const textProblems = ['timed_out', 'failed', 'altered', 'unreadable'] as const
export type TextProblem = (typeof textProblems)[number]

/** What a program that reads pictures takes as it is. */
export const readableFormats = ['tiff', 'jpeg', 'png'] as const

/** Languages of records (MARC 21) and what the reading program calls them. */
const programLanguages: Readonly<Record<string, string>> = {
  vie: 'vie',
  eng: 'eng',
  fre: 'fra',
  ger: 'deu',
  rus: 'rus',
  spa: 'spa',
  lao: 'lao',
  khm: 'khm',
  tha: 'tha',
  kor: 'kor',
  jpn: 'jpn',
}
const usualLanguage = 'vie'
const mostLanguages = 3

/** Which languages a page is to be read in, by what its record says. */
export function readingLanguages(recordLanguages: readonly string[]): string[] {
  const known = recordLanguages.flatMap((each) => programLanguages[each] ?? [])
  return known.length > 0 ? [...new Set(known)].slice(0, mostLanguages) : [usualLanguage]
}

/** Chinese characters and Nôm: no program reads them off old prints in a way that could be kept. */
export function mayHoldHanNom(recordLanguages: readonly string[], isAncient: boolean): boolean {
  return isAncient || recordLanguages.includes('chi')
}

/** A text that another program or a person laid beside a picture, by the ending of its name. */
export const textEndings = ['txt', 'hocr', 'html', 'htm', 'xml'] as const
export type TextEnding = (typeof textEndings)[number]

const pictureEnding = /\.(tiff?|jpe?g|png)$/i

export type NamedFile = { id: number; path: string }
export type BesideText = { text: NamedFile; picture: NamedFile; ending: TextEnding }

/** Texts and the picture of the same folder and the same name that each belongs to. */
export function textsBeside(files: readonly NamedFile[]): BesideText[] {
  const pictureByStem = new Map<string, NamedFile>()
  for (const file of files) if (pictureEnding.test(file.path)) pictureByStem.set(stemOf(file.path), file)
  return files.flatMap((file) => {
    const ending = textEndingOf(file.path)
    const picture = ending && pictureByStem.get(stemOf(file.path))
    return ending && picture ? [{ text: file, picture, ending }] : []
  })
}

function textEndingOf(path: string): TextEnding | null {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return textEndings.find((each) => each === ending) ?? null
}

function stemOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.')).normalize('NFC').toLowerCase()
}
