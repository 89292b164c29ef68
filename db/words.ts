import type { TFunction } from 'i18next'
import en from '../shared/locales/en/index.ts'
import vi from '../shared/locales/vi/index.ts'
import { createTexts, type Language } from '../shared/texts.ts'
import type { Reader } from './connection.ts'

/** The texts of the pages, for what the engine writes itself: papers, registers, lists. */
export const wordsIn: Readonly<Record<Language, TFunction>> = {
  vi: createTexts('vi', vi).t,
  en: createTexts('en', en).t,
}

/** What the library keeps is in the library's language, whoever writes it. */
export async function libraryWords(db: Reader): Promise<TFunction> {
  const library = await db.selectFrom('library').select('language').executeTakeFirst()
  return wordsIn[library?.language ?? 'vi']
}
