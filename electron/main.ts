import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, dialog, ipcMain, session, shell } from 'electron'
import { coalesce } from '../db/host/events.ts'
import { startHost } from '../db/host/host.ts'
import { openLanDoor } from '../db/host/lan/door.ts'
import { openPipe } from '../db/host/pipe.ts'
import { createSeat } from '../db/host/seat.ts'
import { createServe } from '../db/host/serve.ts'
import { createStartSetup } from '../db/host/start-setup.ts'
import type { Door } from '../shared/door.ts'
import type { Language } from '../shared/texts.ts'
import { cliWords, runCli } from './cli.ts'
import { openClient } from './client.ts'
import { bridge, createDoor } from './ipc.ts'
import { offerEdits, setMenu, textsOf } from './menu.ts'
import { createOpened, openedPath } from './opened.ts'
import {
  appOrigin,
  dataFolder,
  isTrustedSender,
  nativeBinding,
  profileFolder,
  proxyIn,
  sessionIn,
} from './policy.ts'
import { declareScheme, guard } from './protocol.ts'
import { lookAtServer, serverWanted } from './server.ts'
import { aboutHere, keepAwake, policiesHere, chooseServer, chosenServer, startsItself } from './start.ts'
import { createWindow, dialogsOf, pressHelp, tellAbout } from './window.ts'

const { platform, arch, env, argv, resourcesPath } = process
const place = { platform, env, home: homedir() }
const policies = policiesHere()
const dataDir = dataFolder(argv, place, policies)
const words = cliWords(argv)
const install = { isPackaged: app.isPackaged, resourcesPath, appPath: app.getAppPath(), platform, arch }
const assetsDir = join(import.meta.dirname, '../renderer')
const preload = join(import.meta.dirname, 'preload.cjs')
let t = textsOf(policies.fixed.language ?? policies.offered.language ?? 'vi')

const about = async () => aboutHere(dataDir, policies)
const ofThisPc: Pick<Door, 'startsItself' | 'lookAtServer' | 'useServer'> = {
  startsItself,
  lookAtServer,
  useServer: async (known) => chooseServer(profile, known),
}

function openEngine() {
  const workerUrl = new URL('./worker.js', import.meta.url)
  const host = startHost({
    dataDir,
    workerUrl,
    nativeBinding: nativeBinding(install),
    proxyFor: async (url) => proxyIn(await session.defaultSession.resolveProxy(url)),
  })
  const pipe = openPipe(host, () => null)
  const isAllowed = policies.fixed.lan !== false
  const lan = openLanDoor(host, { assetsDir, isAllowed, onTaken: keepAwake })
  app.on('will-quit', (event) => {
    event.preventDefault()
    void pipe
      .close()
      .then(() => lan.close())
      .then(() => host.close({ copiesFirst: true }))
      .finally(() => app.exit())
  })
  return host
}

async function boot(): Promise<void> {
  const host = openEngine()
  guard(session.defaultSession, createServe({ assetsDir, exchange: host.exchange }))
  const window = createWindow({ preload })
  const seat = createSeat(host)
  async function call(operation: string, input: unknown) {
    const reply = await seat.call(operation, input)
    const session = sessionIn(operation, reply)
    if (session !== null) showMenu(session)
    return reply
  }
  function showMenu({ language, isSignedIn }: { language?: Language; isSignedIn: boolean }): void {
    if (language) t = textsOf(language)
    setMenu(t, { isSignedIn, elsewhere: null }, (act) =>
      act === 'about' ? void tellAbout(window, t, dataDir) : pressHelp(window),
    )
  }
  const dialogs = dialogsOf(window, () => t)
  const opened = createOpened((path) => host.exchange.admit(path))
  opened.put(openedPath(argv, process.cwd()))
  const open = (path: string) => shell.openPath(path)
  const startSetup = createStartSetup({ dataDir, open, quit: () => app.quit() })
  const parts = { call, openedFile: opened.take, about, startSetup, host, dialogs }
  const door = createDoor({ ...parts, ...ofThisPc })
  bridge(ipcMain, door, (event) => isTrustedSender(event.senderFrame))
  const stopEvents = door.onEvent(coalesce((event) => window.webContents.send('event', event)))
  window.on('closed', stopEvents)
  app.on('second-instance', (_event, words, folder) => {
    // Left already, and still copying: the one that is wanted again goes before the copy.
    if (window.isDestroyed()) {
      app.relaunch()
      return void host.close()
    }
    if (opened.put(openedPath(words, folder))) window.webContents.send('event', { type: 'opened' })
    window.restore()
    window.focus()
  })
  showMenu({ isSignedIn: false })
  offerEdits(window, () => t)
  await window.loadURL(`${appOrigin}/index.html`)
}

function giveUp(error: unknown): void {
  dialog.showErrorBox(t('electron.failed.title'), t('electron.failed.text', { reason: String(error) }))
  app.exit(1)
}

function giveUpCli(error: unknown): void {
  process.stderr.write(`${String(error)}\n`)
  app.exit(1)
}

// A command beside an open window must not share its profile.
const profile = `${profileFolder(dataDir, place)}${words === null ? '' : '-cli'}`
mkdirSync(profile, { recursive: true })
const server = serverWanted(argv, policies, chosenServer(profile))
app.setPath('userData', profile)
app.on('window-all-closed', () => app.quit())
declareScheme()
if (words !== null) void runCli(words, { dataDir, nativeBinding: nativeBinding(install) }).catch(giveUpCli)
/** Awaiting `whenReady` at the top level of an ES module would wait for itself. */
else if (app.requestSingleInstanceLock()) {
  const parts = { preload, assetsDir, about, ...ofThisPc }
  const isFixed = policies.fixed.server !== undefined
  const open = server === null ? boot : () => openClient({ server, isFixed, t, ...parts })
  void app.whenReady().then(open).catch(giveUp)
} else app.quit()
