import { type BrowserWindow, app, ipcMain, session } from 'electron'
import { createServe } from '../db/host/serve.ts'
import type { Door, KnownServer } from '../shared/door.ts'
import { bridge, createDoor } from './ipc.ts'
import { setMenu } from './menu.ts'
import type { MenuAct, T } from './menu-entries.ts'
import { appOrigin, isTrustedSender } from './policy.ts'
import { guard, guardServer } from './protocol.ts'
import { approach, isServerUrl, waiting, type WantedServer } from './server.ts'
import { createWindow, pressHelp, tellAbout } from './window.ts'

/** A page that went on before it was there; nothing failed. */
const aborted = -3

type Parts = Pick<Door, 'about' | 'startsItself' | 'lookAtServer' | 'useServer'> & {
  server: WantedServer
  /** Whoever looks after this PC said where the library is. */
  isFixed: boolean
  t: T
  preload: string
  assetsDir: string
}

/** The library is on another PC: no engine here, but a page that waits for it, and then that PC's own page. */
export async function openClient(parts: Parts): Promise<void> {
  const { server, isFixed, t, preload, assetsDir, ...ofThisPc } = parts
  guard(session.defaultSession, createServe({ assetsDir, exchange: { pathOf: () => null, drop() {} } }))
  let current: BrowserWindow | null = null
  let isGoing = false
  /** Somebody asked for another library: the page here says what there is to choose, once. */
  let isChoosing = false

  function show(window: BrowserWindow): void {
    const before = current
    current = window
    before?.destroy()
  }
  async function wait(): Promise<void> {
    const window = createWindow({ preload })
    show(window)
    await window.loadURL(`${appOrigin}/index.html`)
  }
  async function goTo(known: KnownServer): Promise<void> {
    if (isGoing) return
    isGoing = true
    const there = session.fromPartition(`server-${known.fingerprint}`)
    guardServer(there, known)
    const window = createWindow({ session: there, isOurs: (url) => isServerUrl(url, known) })
    const isOpen = await window.loadURL(`${known.origin}/`).then(
      () => true,
      () => false,
    )
    if (isOpen) {
      window.webContents.on('did-fail-load', (_event, ...[code, , , isMainFrame]) => {
        if (isMainFrame && code !== aborted) void wait()
      })
      show(window)
    } else window.destroy()
    isGoing = false
  }
  function act(id: MenuAct): void {
    if (id === 'library') {
      isChoosing = true
      void wait()
    } else if (current) {
      if (id === 'about') void tellAbout(current, t, server.origin)
      else pressHelp(current)
    }
  }
  const nobody = { admit: () => Promise.reject(new Error('no library here')), pathOf: () => null }
  const door = createDoor({
    ...ofThisPc,
    async call() {
      if (isChoosing) {
        isChoosing = false
        return waiting('server_chosen', server)
      }
      const found = await approach(server)
      if (!('origin' in found)) return found
      void goTo(found)
      return waiting('server_connecting', server)
    },
    openedFile: async () => null,
    startSetup: async () => false,
    host: { onEvent: () => () => undefined, exchange: nobody },
    dialogs: { askOpen: async () => null, askSave: async () => null },
  })
  bridge(ipcMain, door, (event) => isTrustedSender(event.senderFrame))
  setMenu(t, { isSignedIn: true, elsewhere: { isFixed } }, act)
  app.on('second-instance', () => current?.focus())
  await wait()
}
