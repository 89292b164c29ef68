import { languages, type Language } from '../../shared/texts.ts'

export function storedLanguage(): Language {
  const stored = localStorage.getItem('language')
  return languages.find((language) => language === stored) ?? 'vi'
}

export function keepLanguage(language: Language): void {
  localStorage.setItem('language', language)
}
