import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import { formOf } from '../../shared/catalogue/rules.ts'
import type { ExportFormat } from '../../shared/interchange/contract.ts'
import type { ExportWriter } from '../../db/standards/exported.ts'
import { iso2709Writer } from '../../db/interchange/write/iso2709.ts'
import { marcxmlWriter } from '../../db/interchange/write/marcxml.ts'
import { modsWriter } from '../../db/standards/mods.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../support/engine.ts'
import { anyJunk, anyRecord, article, copyOf, exportedOf, fileBy, kieu } from '../support/exported.ts'
import { fileFrom, nameLibrary } from '../support/signed.ts'
import { printed } from './office.ts'

const run = promisify(execFile)
const most = { maxBuffer: 2 ** 28 }
const demoTitles = 300
/** The demo's titles, and two typed in. */
const titles = demoTitles + 2
/** Each letter of Vietnamese with each of its marks, in both cases. */
const vowels = 'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ'
const alphabet = vowels + vowels.toUpperCase()

let test: TestEngine
let clerk: Person

beforeAll(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  await nameLibrary(test)
  const filled = await finishedJob(await test.as('administrator'), 'demo.fill', {
    titles: demoTitles,
    seed: 3,
  })
  expect(filled.state).toBe('done')
  clerk = await test.as('cataloguer')
  const { catalogue } = clerk.client
  valueOf(await catalogue.addTitle({ ...formOf(kieu), record: kieu }))
  valueOf(await catalogue.addTitle({ title: alphabet, authors: 'Đoàn Giỏi', subjects: 'Lúa & ngô <thử>' }))
})
afterAll(() => test.close())

async function exported(format: ExportFormat, copies = '952'): Promise<{ path: string; bytes: Buffer }> {
  const input = { selection: { all: true }, format, copies }
  const { name, bytes } = await fileFrom(test, clerk, 'interchange.export', input)
  return { path: kept(name, bytes), bytes }
}

function kept(name: string, bytes: Uint8Array): string {
  const path = join(testFolder(), name)
  writeFileSync(path, bytes)
  return path
}

async function told(program: string, ...parameters: string[]): Promise<string> {
  const { stdout, stderr } = await run(program, parameters, most)
  return stdout + stderr
}

/** What YAZ says in brackets of a record it does not like. */
const complaint = /^\((?:No separator|Directory|Base address|Indicator|Identifier|Length|Bad)/m

/** Records in YAZ's line form. */
async function yaz(path: string, from: 'marc' | 'marcxml'): Promise<string[]> {
  const text = await told('yaz-marcdump', '-i', from, '-o', 'line', path)
  expect(text).not.toMatch(complaint)
  return text.trimEnd().split('\n\n')
}

const schemaOf = (name: string) => fileURLToPath(new URL(`schemas/${name}.xsd`, import.meta.url))

async function validate(path: string, schema: string): Promise<void> {
  expect(await told('xmllint', '--nonet', '--noout', '--huge', '--schema', schemaOf(schema), path)).toBe(
    `${path} validates\n`,
  )
}

describe('records', () => {
  it('are the same to YAZ in ISO 2709 and in MARCXML, each of them, with its copies', async () => {
    const iso = await yaz((await exported('iso2709')).path, 'marc')
    const xml = await yaz((await exported('marcxml')).path, 'marcxml')
    expect(iso).toHaveLength(titles)
    const withoutLeader = (record: string) => record.split('\n').slice(1).join('\n')
    expect(iso.map(withoutLeader)).toEqual(xml.map(withoutLeader))
    const text = iso.join('\n')
    expect(text).toContain(alphabet)
    expect(text.match(/^952/gm)?.length).toBeGreaterThan(demoTitles)
  })

  it('meet the Library of Congress’ schema of MARCXML', async () => {
    await validate((await exported('marcxml')).path, 'MARC21slim')
    await validate((await exported('marcxml', '852')).path, 'MARC21slim')
  })

  it('meet its schema of MODS 3.8', async () => {
    const { path, bytes } = await exported('mods')
    await validate(path, 'mods-3-8')
    expect(bytes.toString('utf8').match(/<mods version="3.8">/g)).toHaveLength(titles)
    expect(bytes.toString('utf8')).toContain(alphabet)
  })

  it('are well-formed in Dublin Core', async () => {
    const { path, bytes } = await exported('dublin_core')
    expect(await told('xmllint', '--nonet', '--noout', path)).toBe('')
    expect(bytes.toString('utf8').match(/<record>/g)).toHaveLength(titles)
  })
})

describe('any record at all', () => {
  const sample = (kind: fc.Arbitrary<MarcRecord>, seed: number) =>
    fc
      .sample(kind, { seed, numRuns: 1000 })
      .map((record, at) => exportedOf(record, { id: at + 1, copies: [copyOf()] }))
  const items = [...sample(anyRecord, 1), ...sample(anyJunk, 2), exportedOf(article), exportedOf(kieu)]
  const report = () => undefined

  const fileOf = (name: string, writer: ExportWriter) => kept(name, fileBy(writer, items))

  it('is read by YAZ', async () => {
    const text = await told('yaz-marcdump', '-p', fileOf('any.mrc', iso2709Writer({ report, copies: '952' })))
    expect(complaint.exec(text)).toBeNull()
    expect(text.match(/^<!-- Record \d+ offset/gm)).toHaveLength(items.length)
  })

  it('meets both schemas', async () => {
    await validate(fileOf('any.xml', marcxmlWriter({ report, copies: '852' })), 'MARC21slim')
    await validate(fileOf('any.mods.xml', modsWriter()), 'mods-3-8')
  })
})

describe('citations', () => {
  it.each([
    ['bibtex', 'bib2xml'],
    ['ris', 'ris2xml'],
  ] as const)('in %s are read by %s, every one of them', async (format, program) => {
    const { path } = await exported(format)
    const { stdout, stderr } = await run(program, ['-i', 'utf8', '-u', path], most)
    expect(stderr).toContain(`Processed ${titles} references.`)
    expect(stdout.match(/<mods ID=/g)).toHaveLength(titles)
    expect(stdout).toContain(alphabet)
    expect(stdout).toMatch(/Đoàn.*Giỏi/s)
    expect(stdout).toContain('<title>Truyện Kiều</title>')
  })
})

describe('lists', () => {
  it.each(['csv', 'xlsx'] as const)('open in a spreadsheet from %s', async (format) => {
    const input = { selection: { search: { text: 'Kiều' } }, format, copies: 'none' }
    const { bytes } = await fileFrom(test, clerk, 'interchange.export', input)
    const { text } = await printed(bytes, format)
    expect(text).toContain('Nhan đề')
    expect(text).toContain('Truyện Kiều')
    expect(text).toContain('9786041234567')
  })
})

describe('the whole library', () => {
  it('is a zip that other programs open, its records and lists in it', async () => {
    const { name, bytes } = await fileFrom(test, await test.as('administrator'), 'interchange.exportAll', {})
    const path = kept(name, bytes)
    expect(await told('unzip', '-tq', path)).toMatch(/^No errors detected/)
    const script =
      'import sys, zipfile, csv, io\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n' +
      "print(len(list(csv.DictReader(io.StringIO(z.read('titles.csv').decode('utf-8-sig'), newline='')))), len(z.namelist()))"
    const [rows, files] = (await told('python3', '-c', script, path)).trim().split(' ').map(Number)
    expect(rows).toBe(titles)
    expect(files).toBeGreaterThan(40)
    const folder = testFolder()
    await run('unzip', ['-q', path, '-d', folder])
    await validate(join(folder, 'catalogue.xml'), 'MARC21slim')
    await validate(join(folder, 'removed.xml'), 'MARC21slim')
    expect(await yaz(join(folder, 'catalogue.xml'), 'marcxml')).toHaveLength(titles)
  })
})
