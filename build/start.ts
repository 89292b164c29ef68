import { spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataFolder } from '../electron/policy.ts'
import { root, runStep } from './step.ts'

const fetchTimeoutMs = 30_000

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    demo: { type: 'boolean' },
    browser: { type: 'boolean' },
    'no-open': { type: 'boolean' },
  },
})

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

/** A port, a demonstration or a machine without a screen asks for the browser; Electron refuses to run as root. */
function wantsBrowser(): boolean {
  const isHeadless =
    process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
  const asked = values.browser || values.demo || values['no-open'] || values.port !== undefined
  return asked || isHeadless || process.env['CI'] !== undefined || process.getuid?.() === 0
}

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
const electron = wantsBrowser() ? null : (electronProgram() ?? fetchElectron())
const demo = values.demo ? ['--demo'] : []

await build()
if (electron !== null) {
  say(`Mở trong cửa sổ riêng. Dữ liệu: ${dataDir}`, `Opening in its own window. Data: ${dataDir}`)
  follow(electron, ['.', '--data', dataDir, ...demo])
} else {
  say(
    `Mở trong trình duyệt, vì máy này không dùng cửa sổ Electron. Dữ liệu: ${dataDir}`,
    `Opening in the browser, because this machine does not use the Electron window. Data: ${dataDir}`,
  )
  const port = values.port === undefined ? [] : ['--port', values.port]
  const open = values['no-open'] ? ['--no-open'] : []
  follow(process.execPath, ['db/host/main.ts', '--data', dataDir, ...port, ...demo, ...open])
}
