import { languages, type Language } from '../../shared/texts.ts'

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

export function storedTheme(): Theme {
  const stored = localStorage.getItem('theme')
  return themes.find((theme) => theme === stored) ?? 'system'
}

export function setTheme(theme: Theme) {
  localStorage.setItem('theme', theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** The language chosen on this PC; null follows the library's. */
export function storedLanguage(): Language | null {
  const stored = localStorage.getItem('language')
  return languages.find((language) => language === stored) ?? null
}

export function keepLanguage(language: Language) {
  localStorage.setItem('language', language)
}
