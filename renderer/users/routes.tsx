import type { PageRoute } from '../app/module-route.ts'
import { LockScreen } from './LockScreen.tsx'

export const routes: PageRoute[] = [
  {
    path: 'users',
    textKey: 'users.menu.list',
    can: 'users.manage',
    menu: { group: 'administration', icon: 'people' },
    lazy: async () => ({ Component: (await import('./UserListPage.tsx')).UserListPage }),
  },
  {
    path: 'users/password',
    textKey: 'users.menu.password',
    can: 'signed_in',
    action: { icon: 'key' },
    lazy: async () => ({ Component: (await import('./OwnPasswordPage.tsx')).OwnPasswordPage }),
  },
]

/** What is shown where nobody has signed in; the session asks for one of them. */
export const signedOutPages = {
  firstRun: async () => ({ default: (await import('./FirstRunPage.tsx')).FirstRunPage }),
  signIn: async () => ({ default: (await import('./SignInPage.tsx')).SignInPage }),
  /** Not fetched when it is needed: a lock must fall even where the app's files are gone. */
  LockScreen,
}
