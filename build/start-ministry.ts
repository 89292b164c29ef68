import { spawn } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, runStep } from './step.ts'

const page = join(root, 'dist/ministry/index.html')

function newestMs(): number {
  const patterns = ['ministry/web', 'ministry/office', 'renderer/ui', 'renderer/styles', 'shared'].map(
    (folder) => `${folder}/**/*.{ts,tsx,css,html,json}`,
  )
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root }))
  return Math.max(...files.map((file) => statSync(join(root, file)).mtimeMs))
}

if (!existsSync(page) || statSync(page).mtimeMs < newestMs()) {
  console.log(
    'Đang dựng giao diện (chỉ lần đầu, vài giây)…\nBuilding the page (first time only, a few seconds)…',
  )
  const command = ['vite', 'build', '--config', 'build/ministry.vite.config.ts', '--logLevel', 'warn']
  const { isOk } = await runStep({ name: 'build', command }, true)
  if (!isOk) process.exit(1)
}

/** Runs until the person stops it; a signal is passed on, so that the store is closed. */
const child = spawn(process.execPath, ['ministry/main.ts'], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 0))
