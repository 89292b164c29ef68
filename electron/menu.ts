import { type BrowserWindow, Menu } from 'electron'
import en from '../shared/locales/en/electron.json' with { type: 'json' }
import vi from '../shared/locales/vi/electron.json' with { type: 'json' }
import { type Language, createTexts } from '../shared/texts.ts'
import { menuEntries, roleEntries, type MenuAct, type MenuState, type T } from './menu-entries.ts'
import { editActions } from './policy.ts'

const texts: Record<Language, object> = { vi, en }

export function textsOf(language: Language): T {
  return createTexts(language, { electron: texts[language] }).t
}

export function setMenu(t: T, state: MenuState, act: (id: MenuAct) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuEntries(t, state, act)))
}

export function offerEdits(window: BrowserWindow, t: () => T): void {
  window.webContents.on('context-menu', (_event, place) => {
    Menu.buildFromTemplate(roleEntries(editActions(place), t())).popup({ window })
  })
}
