import type { i18n } from 'i18next'
import { editRoles } from './policy.ts'

const viewRoles = ['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen', 'reload'] as const
export type T = i18n['t']
type Role = (typeof editRoles)[number] | (typeof viewRoles)[number] | 'quit'

export type MenuAct = 'library' | 'handbook' | 'about'
export type MenuState = {
  /** Only then is there a page with a handbook to open. */
  isSignedIn: boolean
  /** What is known where this PC shows the library of another one; null where it has its own. */
  elsewhere: { isFixed: boolean } | null
}
type Entry =
  | { type: 'separator' }
  | { role: Role; label: string }
  | {
      id: MenuAct
      label: string
      enabled: boolean
      accelerator?: string
      registerAccelerator?: boolean
      click: () => void
    }
type Group = { label: string; submenu: Entry[] }

export function roleEntries(roles: readonly Role[], t: T) {
  return roles.map((role) => ({ role, label: t(`electron.menu.${role}`) }))
}

export function menuEntries(t: T, { isSignedIn, elsewhere }: MenuState, act: (id: MenuAct) => void): Group[] {
  const entry = (id: MenuAct, enabled = true) => ({
    id,
    label: t(`electron.menu.${id}`),
    enabled,
    click: () => act(id),
  })
  // Whoever looks after the PC said where the library is.
  const library: Entry[] = elsewhere ? [entry('library', !elsewhere.isFixed), { type: 'separator' }] : []
  // The key is shown and left to the page, which knows of what it is to speak.
  const handbook = { ...entry('handbook', isSignedIn), accelerator: 'F1', registerAccelerator: false }
  return [
    { label: t('electron.menu.file'), submenu: [...library, ...roleEntries(['quit'], t)] },
    { label: t('electron.menu.edit'), submenu: roleEntries(editRoles, t) },
    { label: t('electron.menu.view'), submenu: roleEntries(viewRoles, t) },
    { label: t('electron.menu.help'), submenu: [handbook, { type: 'separator' }, entry('about')] },
  ]
}
