import { createInstance, type i18n } from 'i18next'
import type vi from './locales/vi/index.ts'

/** Every key that code names must be in the Vietnamese texts; `check-locales` sees to the English ones. */
declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof vi }
  }
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
