/**
 * Stands in for the `electron` module where its binary is not installed: the built main and preload run in
 * Node, and every BrowserWindow is a page of the system's Chromium.
 *
 * What it cannot show: the preload runs in the page's own world, so context isolation and the sandbox are not
 * tested; there are no menus but their entries, no native dialogs, printing, permissions or asar file system; `app://khosach` is
 * served as https://khosach.app.test, because Chromium itself knows no app scheme; main runs in Node with
 * OpenSSL, not in Electron's Node with BoringSSL; fuses do not exist.
 */
import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeBrowser, endpoint, openBrowser, Session, wishes } from './browser.ts'
import { leave, tell, type Wish } from './report.ts'
import { closeWindows, listeners, windows } from './window.ts'

export { BrowserWindow } from './window.ts'

const paths = new Map<string, string>()

function userData(): string {
  return paths.get('userData') ?? ''
}

/** The process that holds the profile, if it is alive. */
function holder(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    process.kill(pid, 0)
    return pid
  } catch {
    return null
  }
}

class App extends EventEmitter {
  isPackaged = false
  lockFile = ''
  isQuitting = false

  getAppPath(): string {
    return process.cwd()
  }

  disableHardwareAcceleration(): void {}

  setPath(name: string, path: string): void {
    paths.set(name, path)
  }

  isStartedByItself = false

  getLoginItemSettings(): { openAtLogin: boolean } {
    return { openAtLogin: this.isStartedByItself }
  }

  setLoginItemSettings({ openAtLogin }: { openAtLogin: boolean }): void {
    this.isStartedByItself = openAtLogin
  }

  relaunch({ args }: { args?: string[] } = {}): void {
    tell({ relaunch: args ?? process.argv.slice(2) })
  }

  getVersion(): string {
    return '0.0.0'
  }

  getPath(name: string): string {
    return paths.get(name) ?? ''
  }

  requestSingleInstanceLock(): boolean {
    const file = join(userData(), 'lock')
    const first = holder(file)
    if (first !== null) {
      writeFileSync(join(userData(), 'second'), JSON.stringify([process.argv, process.cwd()]))
      process.kill(first, 'SIGUSR2')
      return false
    }
    mkdirSync(userData(), { recursive: true })
    writeFileSync(file, String(process.pid))
    this.lockFile = file
    return true
  }

  async whenReady(): Promise<void> {
    await openBrowser(userData())
  }

  /** As Electron does: first the windows go, then `will-quit` may still hold the process. */
  async quit(): Promise<void> {
    this.isQuitting = true
    this.emit('before-quit', {})
    await closeWindows()
    let isPrevented = false
    this.emit('will-quit', { preventDefault: () => (isPrevented = true) })
    if (!isPrevented) this.exit()
  }

  exit(code = 0): void {
    if (this.lockFile) rmSync(this.lockFile, { force: true })
    void closeBrowser().finally(() => leave(code))
  }
}

export const app = new App()
process.on('SIGTERM', () => void app.quit())
process.on('SIGUSR2', () => {
  const [argv, folder] = JSON.parse(readFileSync(join(userData(), 'second'), 'utf8'))
  app.emit('second-instance', {}, argv, folder)
})

windows.on('empty', () => app.isQuitting || app.emit('window-all-closed'))
windows.on('loaded', () => tell({ ready: endpoint(userData()) }))

export const ipcMain = {
  handle: (channel: string, listener: Parameters<typeof listeners.set>[1]) =>
    listeners.set(channel, listener),
}

export const protocol = { registerSchemesAsPrivileged: () => {} }

export const session = {
  defaultSession: new Session(wishes),
  fromPartition: () => new Session({ handler: null, filter: null, verify: null }),
}

export const powerSaveBlocker = {
  start: (type: string) => {
    tell({ awake: type })
    return 1
  },
  stop: () => tell({ awake: '' }),
}

const scripted: { open?: string; save?: string } = JSON.parse(process.env['KHOSACH_DIALOGS'] ?? '{}')

export const dialog = {
  showOpenDialog: async () => ({ filePaths: scripted.open ? [scripted.open] : [] }),
  showSaveDialog: async () => ({ filePath: scripted.save ?? '' }),
  showMessageBox: async (_window: unknown, { message, detail }: { message: string; detail: string }) =>
    tell({ message: `${message}\n${detail}` }),
  showErrorBox: (title: string, text: string) => tell({ error: `${title}: ${text}` }),
}

export const shell = {
  openExternal: async (url: string) => tell({ external: url }),
}

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }],
}

type Entry = { id?: string; label?: string; enabled?: boolean; click?: () => void; submenu?: Entry[] }
let entries: Entry[] = []

export const Menu = {
  buildFromTemplate: (template: Entry[]) => ({ template, popup: () => {} }),
  setApplicationMenu({ template }: { template: Entry[] }): void {
    entries = template.flatMap(({ submenu }) => submenu ?? []).filter(({ id }) => id !== undefined)
    tell({ menu: entries.map(({ id = '', label = '', enabled = true }) => ({ id, label, enabled })) })
  },
}
process.on('message', ({ pick }: Wish) => entries.find(({ id }) => id === pick)?.click?.())
// Whoever listens is not to be waited for.
process.channel?.unref()
