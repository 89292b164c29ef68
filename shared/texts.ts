import { createInstance, type i18n, type ParseKeys } from 'i18next'
import type vi from './locales/vi/index.ts'

/** Every key that code names must be in the Vietnamese texts; `check-locales` sees to the English ones. */
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof vi }
  }
}

export type TextKey = Extract<ParseKeys, string>
/** The words that stand at a place: `WordAt<'reports.states'>` is open, checked or signed. */
export type WordAt<Place extends string> = TextKey extends infer Key
  ? Key extends `${Place}.${infer Word}`
    ? Word
    : never
  : never

/** For a key known only at run time (a code, a column, an operation): check-locales knows its prefix, not the compiler. */
export function runtimeKey(key: string): TextKey {
  return key as TextKey
}

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

/** Default export of locales/<language>/index.ts: one nested object of texts per module. */
export type LanguageTexts = Record<string, object>

/** Ready at once: `createTexts('vi', vi).t('documents.letterhead.state')`; the module's name is the key's first segment. */
export function createTexts(language: Language, texts: LanguageTexts): i18n {
  const instance = createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { [language]: { translation: texts } },
    interpolation: { escapeValue: false },
  })
  return instance
}
