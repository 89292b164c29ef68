import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { root } from '../../build/step.ts'
import { makeElectronFolder } from './stand-in-electron.ts'
import { makeTools } from './tools.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The output of one whole `electron-builder --win`. */
    release: string
  }
}

async function pack(folder: string): Promise<string> {
  const output = join(folder, 'release')
  const electron = join(folder, 'electron')
  await makeElectronFolder(electron)
  const cli = join(dirname(createRequire(import.meta.url).resolve('electron-builder/package.json')), 'cli.js')
  const settings = [`electronDist=${electron}`, `directories.output=${output}`, 'compression=store']
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, '--win', '--publish', 'never', ...settings.map((setting) => `-c.${setting}`)],
    { cwd: root, env: { ...process.env, ...makeTools(join(folder, 'tools')) }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`electron-builder left with ${status}\n${stdout}\n${stderr}`)
  return output
}

/** Packs once for all tests of what is packed. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  if (!existsSync(join(root, 'dist', 'electron', 'main.js')))
    throw new Error('dist/electron/main.js is missing: run `npm run build` first')
  const folder = mkdtempSync(join(tmpdir(), 'khosach-dist-'))
  const tidy = () => rmSync(folder, { recursive: true, force: true })
  try {
    provide('release', await pack(folder))
  } catch (error) {
    tidy()
    throw error
  }
  return tidy
}
