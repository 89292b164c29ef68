import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { TFunction } from 'i18next'
import { createTexts, type Language, type LanguageTexts } from '../shared/texts.ts'
import type { Reader } from './connection.ts'

const known: Partial<Record<Language, TFunction>> = {}

/**
 * The texts of the pages, for what the engine writes itself: papers, registers, lists. Each language is read when it is
 * first asked for: a thread that carries both from the start weighs more for it.
 */
export const wordsIn: Readonly<Record<Language, TFunction>> = {
  get vi() {
    return (known.vi ??= createTexts('vi', textsOf('vi')).t)
  },
  get en() {
    return (known.en ??= createTexts('en', textsOf('en')).t)
  },
}

/** The installed app carries the texts beside its bundle; from source they are where the pages have them. */
function textsOf(language: Language): LanguageTexts {
  const packed = fileURLToPath(new URL(`./texts/${language}.json`, import.meta.url))
  if (existsSync(packed)) return JSON.parse(readFileSync(packed, 'utf8')) as LanguageTexts
  const source = createRequire(import.meta.url)(`../shared/locales/${language}/index.ts`) as {
    default: LanguageTexts
  }
  return source.default
}

export async function libraryLanguage(db: Reader): Promise<Language> {
  const library = await db.selectFrom('library').select('language').executeTakeFirst()
  return library?.language ?? 'vi'
}

/** What the library keeps is in the library's language, whoever writes it. */
export async function libraryWords(db: Reader): Promise<TFunction> {
  return wordsIn[await libraryLanguage(db)]
}
