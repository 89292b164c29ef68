import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './step.ts'

type Configuration = {
  appId: string
  electronVersion: string
  electronFuses: Record<string, boolean>
  asarUnpack: string[]
  files: unknown
  win: { icon: string; extraResources: { from: string; to: string }[] }
}
type ConfigModule = {
  getConfig(folder: string, path: string, options: null): Promise<Configuration>
  validateConfiguration(configuration: object, logger: object): Promise<void>
}

/** electron-builder's own parts, found from where it is installed. */
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
const library = createRequire(builder.resolve('app-builder-lib'))
const config: ConfigModule = library('./util/config/config.js')
const { DebugLogger } = library('builder-util')
const { FuseV1Options } = library('@electron/fuses')

async function read(): Promise<Configuration> {
  return config.getConfig(root, join(root, 'electron-builder.yml'), null)
}

test('electron-builder accepts its configuration', async () => {
  await expect(config.validateConfiguration(await read(), new DebugLogger(false))).resolves.toBeUndefined()
})

test('electron-builder would refuse a misspelt setting', async () => {
  const misspelt = { ...(await read()), asarUnpacked: [] }
  await expect(config.validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow(/asarUnpacked/)
})

test('says every fuse that Electron has', async () => {
  const { electronFuses } = await read()
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))
  expect(names.length).toBeGreaterThanOrEqual(8)
  for (const name of names) {
    const fuse = name.charAt(0).toLowerCase() + name.slice(1)
    expect(typeof electronFuses[fuse], fuse).toBe('boolean')
  }
  expect(electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  })
})

test('packs the Electron the project is written for', async () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect((await read()).electronVersion).toBe(manifest.devDependencies.electron)
})

test('keeps native files out of the archive and packs no node_modules', async () => {
  const { asarUnpack, files } = await read()
  expect(asarUnpack).toContain('**/*.node')
  expect(JSON.stringify(files)).toContain('!node_modules/**/*')
})

test('the icon and the native file it packs are there', async () => {
  const { win } = await read()
  expect(existsSync(join(root, win.icon))).toBe(true)
  for (const { from } of win.extraResources) expect(existsSync(join(root, from)), from).toBe(true)
})
