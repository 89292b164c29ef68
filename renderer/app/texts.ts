import i18next, { type i18n } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { createTexts, languages, type Language } from '../../shared/texts.ts'

const loaders = {
  vi: () => import('../../shared/locales/vi/index.ts'),
  en: () => import('../../shared/locales/en/index.ts'),
}

/** Only the language in use is fetched; both are complete, so none falls back to the other. */
export async function showLanguage(language: Language) {
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      resources: { [language]: { translation: (await loaders[language]()).default } },
      fallbackLng: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    })
  }
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await loaders[language]()).default)
  }
  if (i18next.language !== language) await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** The texts of a language beside the one on screen. */
export async function textsIn(language: Language): Promise<i18n> {
  return createTexts(language, (await loaders[language]()).default)
}

/** The language on screen. */
export function useLanguage(): Language {
  const { language } = useTranslation().i18n
  return languages.find((known) => known === language) ?? 'vi'
}
