import type { Role } from '../users/rules.ts'
import type { ShotName } from './shots.ts'

/** One printed page for each role: what to do on the first day, and where. */
export const quickStarts = [
  'cataloguer',
  'desk',
  'digitizer',
  'activities',
  'director',
  'viewer',
  'administrator',
] as const
const tasks = ['first-day', 'stocktake', 'weeding', 'quarter', 'sending', 'keys', 'problems'] as const
/** For whoever looks after the PCs. */
const care = ['together', 'backups', 'security'] as const

export const shelves = { quickStarts, tasks, care } as const
export type Shelf = keyof typeof shelves

export const chapterNames = [...quickStarts, ...tasks, ...care] as const
export type ChapterName = (typeof chapterNames)[number]

export function isChapterName(name: string | undefined): name is ChapterName {
  return chapterNames.some((known) => known === name)
}

export const quickStartOf: Record<Role, ChapterName> = {
  administrator: 'administrator',
  cataloguer: 'cataloguer',
  digitizer: 'digitizer',
  activities: 'activities',
  desk: 'desk',
  director: 'director',
  reader: 'viewer',
}

/**
 * Every text may name what is on screen, so that its words are the screen's own: `{catalogue.list.add}` a text of the
 * app, `{/stock/opening}` a page, `{#backups}` a chapter, `{key:Ctrl+K}` a key.
 */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'steps'; items: readonly string[] }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'note'; text: string }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'shot'; name: ShotName; caption: string }

export type Section = { title: string; blocks: readonly Block[] }
export type Chapter = { title: string; summary: string; sections: readonly Section[] }
export type Handbook = Record<ChapterName, Chapter>

/** All that is written in a block, in reading order. */
export function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'note':
      return [block.text]
    case 'steps':
    case 'list':
      return block.items
    case 'table':
      return [...block.head, ...block.rows.flat()]
    case 'shot':
      return [block.caption]
  }
}
