import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programWith } from './pe.ts'
import { library } from './tools.ts'

/** What @electron/fuses looks for: a mark, the version and number of the fuses, and each of them switched on. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseCount = 8

function fuses(): Buffer {
  return Buffer.concat([
    Buffer.from(fuseMark, 'latin1'),
    Buffer.from([1, fuseCount]),
    Buffer.alloc(fuseCount, '1'),
  ])
}

/** electron-builder changes the version that a program tells of itself, and gives none to one without. */
async function withVersion(program: Buffer): Promise<Buffer> {
  const { NtExecutable, NtExecutableResource, Resource } = await library('resedit')
  const executable = NtExecutable.from(program)
  const resources = NtExecutableResource.from(executable)
  const version = Resource.VersionInfo.createEmpty()
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(executable)
  return Buffer.from(executable.generate())
}

/** Stands in for the folder of Electron's own files, which cannot be fetched everywhere; see test/packing/pack.ts. */
export async function makeElectronFolder(folder: string): Promise<void> {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  writeFileSync(join(folder, 'electron.exe'), await withVersion(programWith(fuses())))
  for (const language of ['vi', 'en-US', 'de', 'fr'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), language)
  writeFileSync(join(folder, 'LICENSE'), 'licence of Electron')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'licences of Chromium')
  writeFileSync(join(folder, 'version'), '0.0.0')
}
