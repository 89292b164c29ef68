import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BrowserWindow, type Session, type WebContents, app, dialog, screen, shell } from 'electron'
import type { DialogLike } from './ipc.ts'
import type { T } from './menu-entries.ts'
import {
  acceptedExtensions,
  isAppUrl,
  isSafeExternalUrl,
  pagePreferences,
  readBounds,
  windowBounds,
} from './policy.ts'

function deviceFile(): string {
  return join(app.getPath('userData'), 'device.json')
}

function readDevice(): string {
  try {
    return readFileSync(deviceFile(), 'utf8')
  } catch {
    return ''
  }
}

/** Beside, then renamed: a power cut leaves the old file or the new one. */
function saveDevice(window: BrowserWindow): void {
  const path = deviceFile()
  writeFileSync(`${path}.new`, JSON.stringify({ bounds: window.getNormalBounds() }))
  renameSync(`${path}.new`, path)
}

/** The page stays the one page it is: no other address, no second window, no guest. */
function confine(page: WebContents, isOurs: (url: string) => boolean): void {
  function veto(event: { url: string; preventDefault(): void }): void {
    if (!isOurs(event.url)) event.preventDefault()
  }
  page.on('will-navigate', veto)
  page.on('will-frame-navigate', veto)
  page.on('will-redirect', veto)
  page.on('will-attach-webview', (event) => event.preventDefault())
  page.setWindowOpenHandler(({ url }) => {
    if (isSafeExternalUrl(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
  // A page that was stopped for want of memory comes back by itself.
  page.on('render-process-gone', () => page.reload())
}

/** Our own page with the bridge to this PC, or the page of a serving PC, which gets none. */
type Shown = { preload: string } | { session: Session; isOurs: (url: string) => boolean }

export function createWindow(shown: Shown): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...windowBounds(readBounds(readDevice()), screens),
    title: 'Kho Sách',
    show: false,
    webPreferences: {
      ...pagePreferences,
      ...('preload' in shown ? { preload: shown.preload } : { session: shown.session }),
    },
  })
  confine(window.webContents, 'isOurs' in shown ? shown.isOurs : isAppUrl)
  window.once('ready-to-show', () => window.show())
  window.on('close', () => saveDevice(window))
  return window
}

/** The page opens its handbook by a key; a page of another PC, which has no bridge, does so too. */
export function pressHelp({ webContents }: BrowserWindow): void {
  webContents.focus()
  for (const type of ['keyDown', 'keyUp'] as const) webContents.sendInputEvent({ type, keyCode: 'F1' })
}

/** `place` is where the library is: a folder, or the address of another PC. */
export async function tellAbout(window: BrowserWindow, t: T, place: string): Promise<void> {
  const message = t('electron.about.title', { version: app.getVersion() })
  const detail = t('electron.about.text', { place })
  const buttons = [t('electron.about.close')]
  await dialog.showMessageBox(window, {
    type: 'info',
    title: t('electron.menu.about'),
    message,
    detail,
    buttons,
  })
}

export function dialogsOf(window: BrowserWindow, t: () => T): DialogLike {
  return {
    async askOpen(accept) {
      const filters = [
        { name: t()('electron.dialog.acceptedFiles'), extensions: acceptedExtensions(accept) },
        { name: t()('electron.dialog.allFiles'), extensions: ['*'] },
      ].filter(({ extensions }) => extensions.length > 0)
      const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters })
      return filePaths[0] ?? null
    },
    async askSave(name) {
      const { filePath } = await dialog.showSaveDialog(window, { defaultPath: name })
      return filePath === '' ? null : filePath
    },
  }
}
