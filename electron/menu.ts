import { type BrowserWindow, Menu } from 'electron'
import type { i18n } from 'i18next'
import en from '../shared/locales/en/electron.json' with { type: 'json' }
import vi from '../shared/locales/vi/electron.json' with { type: 'json' }
import { type Language, createTexts } from '../shared/texts.ts'
import { editActions, editRoles } from './policy.ts'

const texts: Record<Language, object> = { vi, en }
const viewRoles = ['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen', 'reload'] as const
export type T = i18n['t']

export function textsOf(language: Language): T {
  return createTexts(language, { electron: texts[language] }).t
}

type Role = (typeof editRoles)[number] | (typeof viewRoles)[number] | 'quit'

function items(roles: readonly Role[], t: T) {
  return roles.map((role) => ({ role, label: t(`electron.menu.${role}`) }))
}

export function setMenu(t: T): void {
  const menu = Menu.buildFromTemplate([
    { label: t('electron.menu.file'), submenu: items(['quit'], t) },
    { label: t('electron.menu.edit'), submenu: items(editRoles, t) },
    { label: t('electron.menu.view'), submenu: items(viewRoles, t) },
  ])
  Menu.setApplicationMenu(menu)
}

export function offerEdits(window: BrowserWindow, t: () => T): void {
  window.webContents.on('context-menu', (_event, place) => {
    Menu.buildFromTemplate(items(editActions(place), t())).popup({ window })
  })
}
