import type { Handbook } from '../../shared/handbook/chapter.ts'
import type { Language } from '../../shared/texts.ts'

export type Edition = Handbook

const loaders = {
  vi: () => import('../../shared/handbook/vi/index.ts'),
  en: () => import('../../shared/handbook/en/index.ts'),
}

/** Some hundred kilobytes of words, fetched when the handbook is first opened. */
export async function loadEdition(language: Language): Promise<Edition> {
  return (await loaders[language]()).handbook
}
