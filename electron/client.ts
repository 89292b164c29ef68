import { type BrowserWindow, app, ipcMain, session } from 'electron'
import { createServe } from '../db/host/serve.ts'
import type { Door, KnownServer } from '../shared/door.ts'
import { bridge, createDoor } from './ipc.ts'
import { appOrigin, isTrustedSender } from './policy.ts'
import { guard, guardServer } from './protocol.ts'
import { approach, isServerUrl, type WantedServer } from './server.ts'
import { createWindow } from './window.ts'

/** A page that went on before it was there; nothing failed. */
const aborted = -3

type Parts = Pick<Door, 'about' | 'startsItself' | 'lookAtServer' | 'useServer'> & {
  server: WantedServer
  preload: string
  assetsDir: string
}

/** The library is on another PC: no engine here, but a page that waits for it, and then that PC's own page. */
export async function openClient({ server, preload, assetsDir, ...ofThisPc }: Parts): Promise<void> {
  guard(session.defaultSession, createServe({ assetsDir, exchange: { pathOf: () => null, drop() {} } }))
  let current: BrowserWindow | null = null
  let isGoing = false

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
  const nobody = { admit: () => Promise.reject(new Error('no library here')), pathOf: () => null }
  const door = createDoor({
    ...ofThisPc,
    async call() {
      const found = await approach(server)
      if (!('origin' in found)) return found
      void goTo(found)
      const details = { reason: 'server_connecting', address: server.origin }
      return { ok: false, error: { code: 'cannot_open', details } }
    },
    openedFile: async () => null,
    startSetup: async () => false,
    host: { onEvent: () => () => undefined, exchange: nobody },
    dialogs: { askOpen: async () => null, askSave: async () => null },
  })
  bridge(ipcMain, door, (event) => isTrustedSender(event.senderFrame))
  app.on('second-instance', () => current?.focus())
  await wait()
}
