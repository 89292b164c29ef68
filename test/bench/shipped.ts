import { execFileSync } from 'node:child_process'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { testFolder } from '../support/engine.ts'

/** Where the engine that ships and its native part lie. */
const engine = {
  worker: new URL('../../dist/electron/worker.js', import.meta.url).href,
  nativeBinding: fileURLToPath(
    new URL(
      `../../node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
      import.meta.url,
    ),
  ),
}
export type Shipped = typeof engine

/** Linux gives each thread a heap that keeps what is freed there; on Windows, for which this is measured, all share one. */
const oneHeap = { MALLOC_ARENA_MAX: '1' }

/**
 * A process that runs one script, bundled as the program is: from its sources Node would load a compiler beside it,
 * which nobody has installed, and which weighs. Answers what the script printed.
 */
export async function runShipped<Told>(script: URL, given: object): Promise<Told> {
  const outDir = testFolder()
  const entryFileNames = `${basename(script.pathname, '.ts')}.mjs`
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(script),
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { entryFileNames } },
    },
  })
  const options = { encoding: 'utf8', maxBuffer: 64 * 2 ** 20, env: { ...process.env, ...oneHeap } } as const
  const printed = execFileSync(
    process.execPath,
    [join(outDir, entryFileNames), JSON.stringify({ ...given, ...engine })],
    options,
  )
  return JSON.parse(printed) as Told
}
