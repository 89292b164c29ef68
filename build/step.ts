import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

export type Step = {
  name: string
  command: string[]
  env?: Record<string, string>
  /** What it says is worth reading when all is well, too. */
  isTold?: boolean
}
export type Outcome = { name: string; isOk: boolean; output: string; tookMs: number }

/** The project's own tools and its own Node come first, whatever the machine has installed. */
function environment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter)
  return { ...process.env, PATH: path, ...extra }
}

/** `shown` lets the step write to the terminal as it goes; otherwise its output is kept for a failure. */
export function runStep({ name, command, env }: Step, shown: boolean): Promise<Outcome> {
  const startedMs = performance.now()
  const [program = '', ...parameters] = command
  return new Promise((resolve) => {
    const parts: string[] = []
    const child = spawn(program, parameters, {
      cwd: root,
      env: environment(env),
      stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    })
    function finish(isOk: boolean): void {
      resolve({ name, isOk, output: parts.join(''), tookMs: performance.now() - startedMs })
    }
    child.stdout?.on('data', (chunk) => parts.push(String(chunk)))
    child.stderr?.on('data', (chunk) => parts.push(String(chunk)))
    child.on('error', (error) => {
      parts.push(error.message)
      finish(false)
    })
    child.on('close', (code) => finish(code === 0))
  })
}

export function describe({ name, isOk, tookMs }: Outcome): string {
  return `${isOk ? '✓' : '✗'} ${name.padEnd(12)} ${(tookMs / 1000).toFixed(1)} s`
}
