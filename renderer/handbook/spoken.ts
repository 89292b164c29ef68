import type { TFunction } from 'i18next'
import type { Handbook } from '../../shared/handbook/chapter.ts'
import { isChapterName } from '../../shared/handbook/chapter.ts'
import { type Span, spansOf } from '../../shared/handbook/spans.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { pageRoutes } from '../app/routes.tsx'

/** A page as the menu shows it: group › page; one that is reached from others has its own name alone. */
function pageName(t: TFunction, path: string): string | null {
  const route = pageRoutes.find((page) => page.path === path)
  if (!route) return null
  const name = t(route.textKey)
  const group = route.menu?.group
  return group === undefined || group === 'home' ? name : `${t(`shell.groups.${group}`)} › ${name}`
}

/** What a name stands for in the words of the screen, without the dots that promise a dialog; null where it has nothing of that name. */
export function wordsFor(t: TFunction, handbook: Handbook, { kind, value }: Span): string | null {
  switch (kind) {
    case 'plain':
    case 'key':
      return value
    case 'word':
      return t(runtimeKey(value), { defaultValue: '' }).replace(/…$/, '') || null
    case 'page':
      return pageName(t, value)
    case 'chapter':
      return isChapterName(value) ? handbook[value].title : null
  }
}

export function spoken(t: TFunction, handbook: Handbook): (text: string) => string {
  return (text) =>
    spansOf(text)
      .map((span) => wordsFor(t, handbook, span) ?? '')
      .join('')
}
