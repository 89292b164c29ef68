import { type ChildProcess, fork, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Page, _electron, chromium } from 'playwright-core'
import type { Report, ShownEntry, Wish } from './stand-in/report.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const mainFile = join(root, 'dist', 'electron', 'main.js')

type Dialogs = { open?: string; save?: string }
export type Options = {
  /** Null where the program is to find its folder itself. */
  dataDir: string | null
  dialogs?: Dialogs
  home: string
  /** Where the program believes to be installed. */
  install?: string
  /** The PC that has the library. */
  server?: string
  /** A file that the program is opened by. */
  file?: string
}

/** A running shell, driven the same way whichever of the two it is. */
export type Shell = {
  kind: 'Electron' | 'the stand-in for Electron'
  page: Page
  /** Everything that tried to leave the machine. */
  networkAttempts: string[]
  /** The entries of its menu that are more than roles. */
  menu(): Promise<ShownEntry[]>
  pick(id: string): Promise<void>
  /** What its boxes said. */
  messages(): Promise<string[]>
  /** Whether it keeps the PC from sleeping. */
  isKeptAwake(): Promise<boolean>
  /** The words that it begins anew with; null where that is not known. */
  relaunchedWith(): string[] | null
  /** Asks it to quit, as the operating system would; answers the exit code. */
  quit(): Promise<number | null>
  exited: Promise<number | null>
}

function electronProgram(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const nameFile = join(folder, 'path.txt')
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8').trim() : 'electron'
  const program = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name)
  return existsSync(program) ? program : null
}

export function newHome(): string {
  return mkdtempSync(join(tmpdir(), 'khosach-shell-'))
}

/** The code it left with; the stand-in says its own and then kills itself. */
function exitOf(child: ChildProcess): Promise<number | null> {
  let said: number | null = null
  child.on('message', (report: Report) => {
    if ('exit' in report) said = report.exit
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(said ?? code)))
}

function words({ dataDir, file, server }: Options): string[] {
  const elsewhere = server === undefined ? [] : ['--server', server]
  return [
    ...(dataDir === null ? [] : ['--data', dataDir]),
    ...elsewhere,
    ...(file === undefined ? [] : [file]),
  ]
}

function environment({ home, dialogs, install }: Options): Record<string, string> {
  const given = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return {
    ...Object.fromEntries(given),
    XDG_DATA_HOME: home,
    LOCALAPPDATA: home,
    ...(install === undefined ? {} : { KHOSACH_INSTALL: install }),
    KHOSACH_DIALOGS: JSON.stringify(dialogs ?? {}),
  }
}

/** Chromium refuses its sandbox to root. */
const rights = process.getuid?.() === 0 ? ['--no-sandbox'] : []

async function launchElectron(program: string, options: Options): Promise<Shell> {
  const electron = await _electron.launch({
    executablePath: program,
    args: [...rights, root, ...words(options)],
    env: environment(options),
  })
  await electron.evaluate(({ app, dialog }, { open, save }) => {
    // What begins anew is begun by the test, which a second one on the same profile would keep out.
    Object.assign(app, { relaunch: () => undefined })
    dialog.showOpenDialog = async () => ({ canceled: !open, filePaths: open ? [open] : [] })
    dialog.showSaveDialog = async () => ({ canceled: !save, filePath: save ?? '' })
    const said: string[] = Reflect.set(globalThis, 'said', []) ? Reflect.get(globalThis, 'said') : []
    Object.assign(dialog, {
      async showMessageBox(_: unknown, { message, detail }: { message: string; detail: string }) {
        said.push(`${message}\n${detail}`)
      },
    })
  }, options.dialogs ?? {})
  const page = await electron.firstWindow()
  await page.waitForLoadState()
  const networkAttempts: string[] = []
  page.on('request', (request) => {
    if (!/^(app|devtools|blob):/.test(request.url())) networkAttempts.push(request.url())
  })
  const exited = exitOf(electron.process())
  // Windows knows no signal that a program may answer, so it is asked from inside; one that has left cannot be asked.
  async function quit(): Promise<number | null> {
    await electron.evaluate(({ app }) => app.quit()).catch(() => undefined)
    return exited
  }
  return {
    kind: 'Electron',
    page,
    networkAttempts,
    quit,
    exited,
    menu: () =>
      electron.evaluate(({ Menu }) =>
        (Menu.getApplicationMenu()?.items ?? [])
          .flatMap(({ submenu }) => submenu?.items ?? [])
          .filter(({ id, role }) => id && !role)
          .map(({ id, label, enabled }) => ({ id, label, enabled })),
      ),
    pick: (id) =>
      electron.evaluate(
        ({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(),
        id,
      ),
    messages: () => electron.evaluate((): string[] => Reflect.get(globalThis, 'said')),
    // Electron numbers what is started from 0 on; this program starts one at a time.
    isKeptAwake: () =>
      electron.evaluate(({ powerSaveBlocker }) =>
        Array.from({ length: 10 }, (_, id) => powerSaveBlocker.isStarted(id)).includes(true),
      ),
    relaunchedWith: () => null,
  }
}

/** A main process in plain Node, with `electron` replaced before it starts. */
export function forkMain(options: Options): ChildProcess {
  const hook = new URL('./stand-in/register.ts', import.meta.url).href
  return fork(mainFile, words(options), {
    cwd: root,
    execArgv: ['--import', hook],
    env: environment(options),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** The installed command line: no window, the reply on standard output. */
export async function runCli(
  options: Options,
  words: string[],
  { stdin = '', env = {} }: { stdin?: string; env?: Record<string, string> } = {},
): Promise<{ stdout: string; exitCode: number | null }> {
  const hook = new URL('./stand-in/register.ts', import.meta.url).href
  const program = electronProgram()
  const [command, before, ipc] =
    program === null
      ? ([process.execPath, ['--import', hook, mainFile], ['ipc']] as const)
      : ([program, [...rights, root], []] as const)
  const child = spawn(command, [...before, '--cli', ...words], {
    cwd: root,
    env: { ...environment(options), ...env },
    stdio: ['pipe', 'pipe', 'inherit', ...ipc],
  })
  const parts: Buffer[] = []
  child.stdout?.on('data', (part: Buffer) => parts.push(part))
  child.stdin?.end(stdin)
  const exitCode = await exitOf(child)
  return { stdout: Buffer.concat(parts).toString('utf8'), exitCode }
}

async function launchStandIn(options: Options): Promise<Shell> {
  const child = forkMain(options)
  const exited = exitOf(child)
  const networkAttempts: string[] = []
  const messages: string[] = []
  let menu: ShownEntry[] = []
  let relaunched: string[] | null = null
  let awake = ''
  const endpoint = await new Promise<string>((resolve, reject) => {
    child.on('message', (report: Report) => {
      if ('ready' in report) resolve(report.ready)
      if ('network' in report) networkAttempts.push(report.network)
      if ('menu' in report) menu = report.menu
      if ('message' in report) messages.push(report.message)
      if ('awake' in report) awake = report.awake
      if ('relaunch' in report) relaunched = report.relaunch
      if ('error' in report) reject(new Error(report.error))
    })
    void exited.then((code) => reject(new Error(`left with ${code} before showing a window`)))
  })
  const browser = await chromium.connectOverCDP(endpoint)
  const page = browser.contexts()[0]?.pages()[0]
  if (!page) throw new Error('no window')
  async function quit(): Promise<number | null> {
    child.kill('SIGTERM')
    return exited
  }
  return {
    kind: 'the stand-in for Electron',
    page,
    networkAttempts,
    quit,
    exited,
    menu: async () => menu,
    pick: async (id) => void child.send({ pick: id } satisfies Wish),
    messages: async () => messages,
    isKeptAwake: async () => awake === 'prevent-app-suspension',
    relaunchedWith: () => relaunched,
  }
}

export async function launchShell(options: Options): Promise<Shell> {
  if (!existsSync(mainFile)) throw new Error('dist/electron/main.js is missing: run `npm run build` first')
  const program = electronProgram()
  return program === null ? launchStandIn(options) : launchElectron(program, options)
}

/** Starts a second one and waits until it has gone again. */
export async function launchAgain(options: Options): Promise<number | null> {
  const program = electronProgram()
  if (program === null) return exitOf(forkMain(options))
  const given = { env: environment(options), stdio: 'inherit' } as const
  return exitOf(spawn(program, [...rights, root, ...words(options)], given))
}
