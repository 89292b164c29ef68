import i18next from 'i18next'
import { findSections, indexOf } from '../../shared/handbook/search.ts'
import { languages } from '../../shared/texts.ts'
import type { Found } from '../app/module-route.ts'
import { addressOf } from './address.ts'
import { loadEdition } from './edition.ts'
import { spoken } from './spoken.ts'

const foundAtMost = 5

/** For Ctrl+K, which asks outside any page. */
export async function findChapters(text: string): Promise<Found[]> {
  const language = languages.find((known) => known === i18next.language) ?? 'vi'
  const handbook = await loadEdition(language)
  const index = indexOf(handbook, spoken(i18next.t, handbook))
  return findSections(index, text)
    .slice(0, foundAtMost)
    .map((place) => ({
      key: `handbook-${place.chapter}-${place.section}`,
      text: place.title,
      hint: '',
      to: addressOf(place.chapter, place.section),
    }))
}
