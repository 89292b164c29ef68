import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../build/step.ts'
import { packageExtension, receiptExtension, updateExtension } from '../../shared/opened-files.ts'
import { config, configuration } from './configuration.ts'
import { library } from './tools.ts'

const { DebugLogger } = library('builder-util')
const { FuseV1Options } = library('@electron/fuses')

test('electron-builder accepts its configuration', async () => {
  await expect(
    config.validateConfiguration(await configuration(), new DebugLogger(false)),
  ).resolves.toBeUndefined()
})

test('electron-builder would refuse a misspelt setting', async () => {
  const misspelt = { ...(await configuration()), asarUnpacked: [] }
  await expect(config.validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow(/asarUnpacked/)
})

test('says every fuse that Electron has', async () => {
  const { electronFuses } = await configuration()
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
  expect((await configuration()).electronVersion).toBe(manifest.devDependencies.electron)
})

test('keeps native files out of the archive and packs no node_modules', async () => {
  const { asarUnpack, files } = await configuration()
  expect(asarUnpack).toContain('**/*.node')
  expect(JSON.stringify(files)).toContain('!node_modules/**/*')
})

test('opens packages, receipts and updates, under the names that others give them', async () => {
  const { fileAssociations } = await configuration()
  expect(fileAssociations.map(({ ext }) => ext)).toEqual([
    packageExtension,
    receiptExtension,
    updateExtension,
  ])
})

test('the icon and the native file it packs are there', async () => {
  const { win } = await configuration()
  expect(existsSync(join(root, win.icon))).toBe(true)
  for (const { from } of win.extraResources) expect(existsSync(join(root, from)), from).toBe(true)
})
