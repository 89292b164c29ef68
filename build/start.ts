import { spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolder } from '../electron/policy.ts'
import { root, runStep } from './step.ts'

const fetchTimeoutMs = 30_000

const options = {
  data: { type: 'string' },
  port: { type: 'string' },
  demo: { type: 'boolean' },
  browser: { type: 'boolean' },
  'no-open': { type: 'boolean' },
} as const

function readArguments() {
  try {
    return parseArgs({ options }).values
  } catch {
    console.error('npm start -- [--data DIR] [--port N] [--demo] [--browser] [--no-open]')
    process.exit(2)
  }
}

const values = readArguments()

function say(vietnamese: string, english: string): void {
  console.log(`${vietnamese}\n${english}\n`)
}

/** Where npm put Electron's own program, if it was ever fetched. */
function electronProgram(): string | null {
  const packageFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const nameFile = join(packageFolder, 'path.txt')
  const name = existsSync(nameFile) ? readFileSync(nameFile, 'utf8').trim() : 'electron'
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(packageFolder, 'dist')
  return existsSync(join(folder, name)) ? join(folder, name) : null
}

/** Why the browser is used although a window of its own might be had; null where nothing speaks against one. */
function browserReason(): [vietnamese: string, english: string] | null {
  if (values.browser || values['no-open'] || values.port !== undefined) {
    return ['lệnh mở yêu cầu trình duyệt hoặc cổng', 'the command asked for the browser or a port']
  }
  if (process.env['CI'] !== undefined) return ['đang chạy tự động', 'this is an automatic run']
  if (process.platform !== 'linux') return null
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return ['máy này không có màn hình', 'this machine has no screen']
  }
  return process.getuid?.() === 0
    ? ['Electron không chạy dưới quyền root', 'Electron does not run as root']
    : null
}

const notFetched: [string, string] = [
  'chưa có và chưa tải được Electron',
  'Electron is not here and could not be fetched',
]

function fetchElectron(): string | null {
  say(
    'Đang tìm cửa sổ riêng của chương trình (Electron)…',
    'Looking for the program’s own window (Electron)…',
  )
  spawnSync('install-electron', [], {
    cwd: root,
    stdio: 'ignore',
    timeout: fetchTimeoutMs,
    shell: process.platform === 'win32',
  })
  return electronProgram()
}

function newestMs(patterns: string[]): number {
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }))
  return Math.max(0, ...files.map((file) => statSync(join(root, file)).mtimeMs))
}

/** The oldest of what a build leaves, so that an interrupted build counts as none. */
function builtMs(): number {
  const files = ['dist/renderer/index.html', 'dist/electron/main.js', 'dist/electron/worker.js']
  return Math.min(
    ...files.map((file) => (existsSync(join(root, file)) ? statSync(join(root, file)).mtimeMs : 0)),
  )
}

async function build(): Promise<void> {
  const sources = ['shared', 'db', 'renderer', 'electron'].map(
    (folder) => `${folder}/**/*.{ts,tsx,cts,css,html,json}`,
  )
  if (builtMs() > newestMs([...sources, 'build/vite.config.ts', 'package.json'])) return
  say('Đang dựng giao diện (chỉ lần đầu, vài giây)…', 'Building the pages (first time only, a few seconds)…')
  const command = ['vite', 'build', '--app', '--config', 'build/vite.config.ts', '--logLevel', 'warn']
  const outcome = await runStep({ name: 'build', command }, true)
  if (!outcome.isOk) process.exit(1)
}

/** Runs until the person stops it; a signal is passed on, so that the engine closes its files. */
function follow(program: string, parameters: string[]): void {
  const child = spawn(program, parameters, { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 0))
}

const place = { platform: process.platform, env: process.env, home: homedir() }
const dataDir = dataFolder(values.data === undefined ? [] : ['--data', values.data], place)
const reason = browserReason()
const electron = reason ? null : (electronProgram() ?? fetchElectron())

/** A folder that already holds a library refuses, and is opened as it is. */
function fillDemo(): void {
  const command = ['db/host/cli.ts', 'demo', '--titles', '5000', '--seed', '1', '--data', dataDir]
  spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}

await build()
if (values.demo) fillDemo()
if (electron !== null) {
  say(`Mở trong cửa sổ riêng. Dữ liệu: ${dataDir}`, `Opening in its own window. Data: ${dataDir}`)
  follow(electron, ['.', '--data', dataDir])
} else {
  const [vietnamese, english] = reason ?? notFetched
  say(
    `Dùng trình duyệt, vì ${vietnamese}. Dữ liệu: ${dataDir}`,
    `Using the browser, because ${english}. Data: ${dataDir}`,
  )
  const port = values.port === undefined ? [] : ['--port', values.port]
  const open = values['no-open'] ? ['--no-open'] : []
  follow(process.execPath, ['db/host/main.ts', '--data', dataDir, ...port, ...open])
}
