import type { ChapterName } from '../../shared/handbook/chapter.ts'

/** A section is counted from 0; the first is where a chapter begins anyhow. */
export function addressOf(chapter: ChapterName, section = 0): string {
  return section === 0 ? `/handbook/${chapter}` : `/handbook/${chapter}?section=${section}`
}
