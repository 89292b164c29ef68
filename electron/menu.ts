import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { i18n } from 'i18next'
import en from '../shared/locales/en/electron.json' with { type: 'json' }
import vi from '../shared/locales/vi/electron.json' with { type: 'json' }
import { type Language, createTexts } from '../shared/texts.ts'
import { type EditAction, editActions } from './policy.ts'

const texts: Record<Language, object> = { vi, en }
export type T = i18n['t']

export function textsOf(language: Language): T {
  return createTexts(language, { electron: texts[language] }).t
}

function editItems(t: T): Record<EditAction, MenuItemConstructorOptions> {
  return {
    undo: { role: 'undo', label: t('electron.menu.undo') },
    redo: { role: 'redo', label: t('electron.menu.redo') },
    cut: { role: 'cut', label: t('electron.menu.cut') },
    copy: { role: 'copy', label: t('electron.menu.copy') },
    paste: { role: 'paste', label: t('electron.menu.paste') },
    selectAll: { role: 'selectAll', label: t('electron.menu.selectAll') },
  }
}

export function setMenu(t: T): void {
  const view: MenuItemConstructorOptions[] = [
    { role: 'zoomIn', label: t('electron.menu.zoomIn') },
    { role: 'zoomOut', label: t('electron.menu.zoomOut') },
    { role: 'resetZoom', label: t('electron.menu.resetZoom') },
    { role: 'togglefullscreen', label: t('electron.menu.fullScreen') },
    { role: 'reload', label: t('electron.menu.reload') },
  ]
  const menu: MenuItemConstructorOptions[] = [
    { label: t('electron.menu.file'), submenu: [{ role: 'quit', label: t('electron.menu.quit') }] },
    { label: t('electron.menu.edit'), submenu: Object.values(editItems(t)) },
    { label: t('electron.menu.view'), submenu: view },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu))
}

export function offerEdits(window: BrowserWindow, t: () => T): void {
  window.webContents.on('context-menu', (_event, place) => {
    const items = editItems(t())
    const template = editActions(place).map((action) => items[action])
    Menu.buildFromTemplate(template).popup({ window })
  })
}
