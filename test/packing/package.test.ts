import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { packageFolder } from '../../build/bundled.ts'
import { root } from '../../build/step.ts'
import { PackedFiles } from '../../shared/packed-files.ts'
import { type Configuration, configuration } from './configuration.ts'
import { library } from './tools.ts'

const asar = library('@electron/asar')
const megabyte = 1024 * 1024
const release = inject('release')
const folder = join(release, 'win-unpacked')
const archive = join(folder, 'resources', 'app.asar')
let settings: Configuration
let packed: string[]

beforeAll(async () => {
  settings = await configuration()
  packed = asar.listPackage(archive).map((path: string) => path.replaceAll('\\', '/').replace(/^\//, ''))
})

function filesOf(path: string): string[] {
  return packed.filter((name) => name.startsWith(path) && /\.[a-z0-9]+$/.test(name))
}

function textOf(path: string): string {
  return asar.extractFile(archive, path).toString('utf8')
}

/** Everything beside Electron's own files. */
function ours(): string[] {
  const electrons = /^(locales\/|LICENSE|version$)/
  return globSync('**/*', { cwd: folder }).filter(
    (path) => statSync(join(folder, path)).isFile() && !electrons.test(path) && path !== 'KhoSach.exe',
  )
}

describe('the archive', () => {
  test('holds the program: main, preload, threads, pages', () => {
    for (const name of ['main.js', 'preload.cjs', 'worker.js', 'satellite.html'])
      expect(packed).toContain(`dist/electron/${name}`)
    expect(packed).toContain('dist/renderer/index.html')
    expect(filesOf('dist/renderer/assets/').length).toBeGreaterThan(100)
  })

  test('holds every migration', () => {
    const names = globSync('*.ts', { cwd: join(root, 'db', 'migrations') })
      .map((file) => file.replace(/\.ts$/, ''))
      .filter((name) => /^\d+-/.test(name))
    expect(names.length).toBeGreaterThan(5)
    const code = filesOf('dist/electron/')
      .filter((path) => path.endsWith('.js'))
      .map(textOf)
      .join('\n')
    for (const name of names) expect(code, name).toContain(`db/migrations/${name}.ts`)
  })

  test('holds the texts of both languages, whole', () => {
    for (const language of ['vi', 'en']) {
      const texts = JSON.parse(textOf(`dist/electron/texts/${language}.json`))
      const modules = globSync('*.json', { cwd: join(root, 'shared', 'locales', language) })
      expect(Object.keys(texts).length, language).toBe(modules.length)
    }
  })

  test('holds the faces and colours of PDFs', () => {
    expect(filesOf('dist/electron/fonts/')).toHaveLength(4)
    expect(packed).toContain('dist/electron/data/sRGB_IEC61966_2_1.icc')
  })

  test('holds the licences of all that went in, each with its text', () => {
    const licences: { name: string; licence: string; text: string }[] = JSON.parse(
      textOf('dist/renderer/licences.json'),
    )
    const names = licences.map(({ name }) => name)
    for (const name of ['react', 'kysely', 'better-sqlite3', 'electron', '@expo-google-fonts/tinos'])
      expect(names).toContain(name)
    for (const { name, licence, text } of licences) {
      expect(licence, name).not.toBe('?')
      expect(text.length, name).toBeGreaterThan(200)
    }
  })

  test('holds no sources, maps, tests, packages or keys', () => {
    const others = packed.filter(
      (path) => !/^(package\.json|dist(\/(electron|renderer)(\/.*)?)?)$/.test(path),
    )
    expect(others).toEqual([])
    expect(packed.filter((path) => /\.(ts|tsx|cts|map)$|\.test\.|node_modules|\.env/.test(path))).toEqual([])
    const secret =
      /-----BEGIN [A-Z ]*PRIVATE KEY-----[\r\n]+[\w+/=]{16}|\bnpm_[A-Za-z0-9]{36}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b/
    const leaks = packed.filter((path) => /\.(js|cjs|json|html|css)$/.test(path) && secret.test(textOf(path)))
    expect(leaks).toEqual([])
    expect(textOf('package.json')).not.toContain('devDependencies')
  })

  test('bundles nothing that only builds or tests the program', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const licences: { name: string }[] = JSON.parse(textOf('dist/renderer/licences.json'))
    const names = licences.map(({ name }) => name).filter((name) => name !== 'electron')
    expect(names.filter((name) => name in devDependencies)).toEqual([])
  })
})

describe('what is installed', () => {
  test('has one native file, outside the archive', () => {
    const native = [...packed, ...globSync('**/*', { cwd: folder })].filter((path) => path.endsWith('.node'))
    expect(native).toEqual([join('resources', 'native', 'better_sqlite3.node')])
    const bytes = readFileSync(join(folder, 'resources', 'native', 'better_sqlite3.node'))
    expect(bytes.subarray(0, 2).toString()).toBe('MZ')
  })

  test('takes at most 40 MB beside Electron’s own files', () => {
    const bytes = ours().reduce((sum, path) => sum + statSync(join(folder, path)).size, 0)
    expect(bytes).toBeGreaterThan(5 * megabyte)
    expect(bytes).toBeLessThanOrEqual(40 * megabyte)
  })

  test('has Electron’s words in the languages of the program alone', () => {
    expect(globSync('*', { cwd: join(folder, 'locales') }).toSorted()).toEqual(['en-US.pak', 'vi.pak'])
  })

  test('has the fuses of the configuration in its program', async () => {
    const { getCurrentFuseWire, FuseV1Options } = library('@electron/fuses')
    const wire = await getCurrentFuseWire(join(folder, 'KhoSach.exe'))
    const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))
    for (const name of names) {
      const setting = settings.electronFuses[name.charAt(0).toLowerCase() + name.slice(1)]
      expect(String.fromCharCode(wire[FuseV1Options[name]]), name).toBe(setting ? '1' : '0')
    }
  })

  test('names itself, bears the icon, and knows the archive it belongs to', async () => {
    const { NtExecutable, NtExecutableResource, Resource } = await library('resedit')
    const program = NtExecutable.from(readFileSync(join(folder, 'KhoSach.exe')))
    const { entries } = NtExecutableResource.from(program)
    const [version] = Resource.VersionInfo.fromEntries(entries)
    expect(version.getStringValues({ lang: 1033, codepage: 1200 })).toMatchObject({
      ProductName: 'Kho Sách',
      FileVersion: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    })
    expect(Resource.IconGroupEntry.fromEntries(entries)).toHaveLength(1)
    const integrity = entries.find(
      ({ type, id }: { type: unknown; id: unknown }) => type === 'INTEGRITY' && id === 'ELECTRONASAR',
    )
    const [{ file, value }] = JSON.parse(Buffer.from(integrity.bin).toString('utf8'))
    expect(file).toMatch(/resources.app\.asar$/)
    const header = asar.getRawHeader(archive).headerString
    expect(value).toBe(createHash('sha256').update(header).digest('hex'))
  })

  test('is listed file by file, with sizes and hashes', () => {
    const { files } = PackedFiles.parse(
      JSON.parse(readFileSync(join(folder, 'resources', 'packed-files.json'), 'utf8')),
    )
    const paths = globSync('**/*', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile())
    expect(files.map(({ path }) => path).toSorted()).toEqual(
      paths.filter((path) => !path.endsWith('packed-files.json')).toSorted(),
    )
    for (const { path, size, sha256 } of files) {
      const bytes = readFileSync(join(folder, path))
      expect([bytes.length, createHash('sha256').update(bytes).digest('hex')], path).toEqual([size, sha256])
    }
  })
})

describe('what is published', () => {
  test('electron-builder’s own templates compile with our part of Setup', () => {
    const setups = globSync('KhoSach-Setup-*.exe', { cwd: release })
    expect(setups).toHaveLength(1)
    const bytes = readFileSync(join(release, setups[0] ?? ''))
    expect(bytes.subarray(0, 2).toString()).toBe('MZ')
    expect(bytes.length).toBeGreaterThan(statSync(archive).size)
  })

  test('SHA256SUMS names every published file and holds', () => {
    const lines = readFileSync(join(release, 'SHA256SUMS'), 'utf8').trim().split('\n')
    expect(lines.map((line) => line.slice(66)).toSorted()).toEqual(
      [...globSync('*.{exe,txt}', { cwd: release }), 'sbom.cdx.json'].toSorted(),
    )
    for (const line of lines) {
      const [sum, name = ''] = line.split('  ')
      expect(
        createHash('sha256')
          .update(readFileSync(join(release, name)))
          .digest('hex'),
        name,
      ).toBe(sum)
    }
  })

  test('how to install and what to do about a false alarm can be read before anything is installed', () => {
    const words = {
      'huong-dan-cai-dat.txt': ['KHI BỊ BÁO NHẦM LÀ VIRUS', 'Bkav', 'certutil -hashfile', '/ANSWERS='],
      'installation-guide.txt': ['WHEN IT IS TAKEN FOR A VIRUS', 'Bkav', 'certutil -hashfile', '/ANSWERS='],
    }
    for (const [name, expected] of Object.entries(words)) {
      const text = readFileSync(join(release, name), 'utf8')
      // Windows' own editor believes the mark, and shows Vietnamese letters.
      expect(text.startsWith('\uFEFF'), name).toBe(true)
      for (const word of expected) expect(text, name).toContain(word)
    }
  })

  test('the list of materials is CycloneDX, of what ships and of nothing else', () => {
    const bom = JSON.parse(readFileSync(join(release, 'sbom.cdx.json'), 'utf8'))
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', version: 1 })
    expect(bom.specVersion).toMatch(/^1\.[5-9]$/)
    expect(bom.serialNumber).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
    expect(bom.metadata.component).toMatchObject({ 'bom-ref': expect.stringMatching(/^kho-sach@/) })
    const names: string[] = bom.components.map(({ name }: { name: string }) => name)
    for (const name of ['electron', 'better-sqlite3', 'react', 'kysely']) expect(names).toContain(name)
    for (const name of ['vitest', 'oxlint', 'playwright-core', 'fastify']) expect(names).not.toContain(name)
    for (const component of bom.components) {
      expect(component, component.name).toMatchObject({
        type: 'library',
        version: expect.stringMatching(/^\d/),
        purl: expect.stringMatching(/^pkg:npm\//),
        hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
      })
    }
    const refs = new Set(bom.components.map((component: { 'bom-ref': string }) => component['bom-ref']))
    for (const { dependsOn } of bom.dependencies) for (const ref of dependsOn) expect(refs).toContain(ref)
  })
})

test('the package of a bundled module is told by its path', () => {
  expect(packageFolder('/a/node_modules/zod/v4/core.js')).toBe('/a/node_modules/zod')
  expect(packageFolder('/a/node_modules/x/node_modules/@b/c/d.js')).toBe(
    '/a/node_modules/x/node_modules/@b/c',
  )
  expect(packageFolder('C:\\a\\node_modules\\zod\\index.js')).toBe('C:/a/node_modules/zod')
  expect(packageFolder('/a/shared/texts.ts')).toBeNull()
})
