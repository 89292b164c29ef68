import en from '../../../shared/locales/en/index.ts'
import vi from '../../../shared/locales/vi/index.ts'
import { createTexts, runtimeKey, type Language } from '../../../shared/texts.ts'

const texts = { vi: createTexts('vi', vi), en: createTexts('en', en) }

type Details = Record<string, string | number>

/** What the page must say, in the language a test is about; a key without a text is a fault of the test. */
export function say(language: Language, key: string, details: Details = {}): string {
  if (!texts[language].exists(key, details)) throw new Error(`no text at ${key}`)
  return texts[language].t(runtimeKey(key), details)
}

export function vietnamese(key: string, details: Details = {}): string {
  return say('vi', key, details)
}

/** A text whose numbers or names a test does not know beforehand. */
export function vietnameseLike(key: string, details: Details = {}): RegExp {
  const pattern = say('vi', key, details).replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(pattern.replace(/\\\{\\\{\w+\\\}\\\}/g, '.+'))
}
