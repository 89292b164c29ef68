import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import {
  chunksOf,
  collectionOf,
  iso2709Of,
  mnemonicOf,
  recordsOf,
  sampleRecord,
  summaryOf,
} from '../../../test/support/marc-files.ts'
import {
  decodeMarc8,
  hasMarcRecords,
  openSource,
  readEntries,
  SourceProblem,
  type Entry,
  type Source,
} from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'kho-sach-doc-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const samples = [0, 1, 2].map(sampleRecord)
const iso = Buffer.concat(samples.map((record) => iso2709Of(record)))

async function entriesIn(source: Source, options = {}): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const batch of readEntries(source, options)) entries.push(...batch)
  return entries
}

test('each file of a folder is read as what it is', async () => {
  writeFileSync(join(folder, '1.dat'), iso)
  writeFileSync(join(folder, '2.dat'), gzipSync(collectionOf(samples)))
  writeFileSync(join(folder, '3.dat'), samples.map(mnemonicOf).join(''))
  writeFileSync(join(folder, '4.dat'), 'a,b\n1,2\n')
  const sources = await openSource(folder)
  expect(sources.map(({ kind }) => kind)).toEqual(['iso2709', 'marcxml', 'marc_text', 'csv'])
  const read = await Promise.all(sources.filter(hasMarcRecords).map((source) => entriesIn(source)))
  expect(read.map((entries) => recordsOf(entries).map(({ fields }) => fields))).toEqual(
    Array(3).fill(samples.map(({ fields }) => fields)),
  )
  expect(() => sources.slice(3).map((source) => readEntries(source))).toThrow(SourceProblem)
})

function failing(kind: Source['kind'], bytes: Buffer): Source {
  async function* chunks() {
    yield await Promise.resolve(bytes)
    throw new SourceProblem('file_cut_off', 'tệp')
  }
  return { kind, name: 'tệp', size: bytes.length * 2, chunks }
}

test.each([
  ['iso2709', iso],
  ['marcxml', Buffer.from(collectionOf(samples))],
  ['marc_text', Buffer.from(samples.map(mnemonicOf).join(''))],
] as const)(
  'a stick pulled out while reading %s: what came before is there, then the reason',
  async (kind, bytes) => {
    const entries: Entry[] = []
    const work = async () => {
      for await (const batch of readEntries(failing(kind, bytes.subarray(0, -200)))) entries.push(...batch)
    }
    await expect(work()).rejects.toMatchObject({ code: 'file_cut_off' })
    expect(summaryOf(entries).slice(0, 2)).toEqual(['record', 'record'])
    expect(entries.reduce((sum, { length }) => sum + length, 0)).toBe(bytes.length - 200)
  },
)

test('a decoding that is chosen is used in every format', async () => {
  const marc8 = (text: string) => Buffer.from(text.replace('é', '\u00e2e'), 'latin1')
  const title = { tag: '245', indicators: '10', subfields: [['a', 'Dé']] as [string, string][] }
  const source = (kind: Source['kind'], bytes: Buffer): Source => ({
    kind,
    name: 'tệp',
    size: bytes.length,
    chunks: () => chunksOf(bytes),
  })
  const files = [
    source('iso2709', iso2709Of({ leader: '00000nam a2200000 a 4500', fields: [title] }, marc8)),
    source(
      'marcxml',
      Buffer.from(
        '<record><datafield tag="245" ind1="1" ind2="0"><subfield code="a">D\u00e2e</subfield></datafield></record>',
        'latin1',
      ),
    ),
    source('marc_text', Buffer.from('=245  10$aD\u00e2e\n', 'latin1')),
  ]
  for (const file of files) {
    const [entry] = await entriesIn(file, { decode: decodeMarc8 })
    expect(entry?.kind === 'record' && entry.record.fields).toEqual([title])
  }
})
