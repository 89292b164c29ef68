import type { ChapterName } from './chapter.ts'

/** Which chapter speaks of a page; the longest beginning of its address counts. */
export const pageChapters: Record<string, ChapterName> = {
  activities: 'activities',
  association: 'activities',
  backup: 'backups',
  catalogue: 'cataloguer',
  cooperation: 'activities',
  copies: 'cataloguer',
  'copies/withdrawals': 'weeding',
  digitization: 'digitizer',
  facilities: 'activities',
  health: 'problems',
  home: 'keys',
  indicators: 'quarter',
  inspection: 'digitizer',
  interchange: 'first-day',
  journal: 'security',
  labels: 'cataloguer',
  lan: 'together',
  merger: 'administrator',
  network: 'activities',
  plans: 'director',
  preservation: 'digitizer',
  products: 'cataloguer',
  readers: 'desk',
  registers: 'cataloguer',
  reports: 'quarter',
  rotation: 'desk',
  settings: 'administrator',
  staff: 'activities',
  stock: 'first-day',
  stocktake: 'stocktake',
  sync: 'sending',
  updates: 'administrator',
  users: 'administrator',
  'users/password': 'together',
  weeding: 'weeding',
}

/** Null for an address no page has, and for the handbook itself. */
export function chapterAt(address: string): ChapterName | null {
  const parts = address.split('/').filter(Boolean)
  for (let count = parts.length; count > 0; count -= 1) {
    const chapter = pageChapters[parts.slice(0, count).join('/')]
    if (chapter) return chapter
  }
  return null
}
