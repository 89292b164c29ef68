import type { Finder, PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'handbook',
    textKey: 'handbook.menu.page',
    can: 'signed_in',
    menu: { group: 'home', icon: 'help' },
    lazy: async () => ({ Component: (await import('./ContentsPage.tsx')).ContentsPage }),
  },
  {
    path: 'handbook/:chapter',
    textKey: 'handbook.menu.chapter',
    can: 'signed_in',
    lazy: async () => ({ Component: (await import('./ChapterPage.tsx')).ChapterPage }),
  },
]

/** It asks no module: the handbook comes with the program. */
export const finder: Finder = {
  module: null,
  textKey: 'handbook.finder',
  can: 'signed_in',
  find: async (_client, text) => (await import('./find-chapters.ts')).findChapters(text),
}
