import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** How long a test waits for what it expects: only a machine at a standstill takes so long. */
const patience = { timeout: 30_000, interval: 50 }

type Timing = { timeoutMs: number; alone?: boolean; globalSetup?: string; retry?: number }

/** Projects that measure time or share a service run their files one after another. */
function project(name: string, include: string[], timing: Timing): TestProjectInlineConfiguration {
  return {
    root,
    plugins: [react()],
    test: {
      name,
      include,
      environment: 'node',
      // Without it a browser opens no file whose name has marks, and a bare machine may have set none.
      env: { LC_ALL: 'C.UTF-8' },
      pool: 'forks',
      testTimeout: timing.timeoutMs,
      hookTimeout: timing.timeoutMs,
      expect: { poll: patience },
      fileParallelism: timing.alone !== true,
      // Left to itself, a machine with two cores uses one of them.
      ...(timing.alone ? {} : { maxWorkers: Math.max(2, availableParallelism() - 1) }),
      ...(timing.retry ? { retry: timing.retry } : {}),
      ...(timing.globalSetup ? { globalSetup: timing.globalSetup } : {}),
    },
  }
}

const unitFolders = ['shared', 'db', 'electron', 'renderer', 'build']
const seconds = 1000

export default defineConfig({
  root,
  test: {
    projects: [
      project(
        'unit',
        unitFolders.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
        { timeoutMs: 60 * seconds },
      ),
      project('contract', ['test/contract/**/*.test.ts'], { timeoutMs: 180 * seconds }),
      project('migration', ['test/migration/**/*.test.ts'], { timeoutMs: 180 * seconds }),
      project('shell', ['test/shell/**/*.test.ts'], { timeoutMs: 180 * seconds, alone: true }),
      project('dist', ['test/packing/**/*.test.ts'], {
        timeoutMs: 180 * seconds,
        alone: true,
        globalSetup: 'test/packing/pack.ts',
      }),
      // Two browsers and two engines on two cores: one click in some thousands meets a page that is drawn anew.
      project('e2e', ['test/e2e/**/*.e2e.ts'], { timeoutMs: 180 * seconds, retry: 1 }),
      project('fault', ['test/fault/**/*.test.ts'], { timeoutMs: 600 * seconds, alone: true }),
      project('bench', ['test/bench/**/*.bench.test.ts'], { timeoutMs: 1800 * seconds, alone: true }),
      project('ministry', ['test/ministry/**/*.test.ts'], {
        timeoutMs: 180 * seconds,
        alone: true,
        globalSetup: 'test/ministry/support/postgres.ts',
      }),
      project('documents', ['test/documents/**/*.test.ts'], { timeoutMs: 180 * seconds, alone: true }),
    ],
  },
})
