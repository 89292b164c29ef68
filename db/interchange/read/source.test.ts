import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collectionOf, iso2709Of, mnemonicOf, sampleRecord } from '../../../test/support/marc-files.ts'
import { zipOf } from '../../../test/support/zip-file.ts'
import { SourceProblem, whenOpening, whenReading } from './source-problem.ts'
import { openSource, type Source } from './source.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kho-sach-nguon-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function save(name: string, bytes: Buffer | string): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  return path
}

async function bytesOf({ chunks }: Source): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks()) parts.push(chunk)
  return Buffer.concat(parts)
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(() => null).catch((thrown: unknown) => thrown)
  return error instanceof SourceProblem ? error.code : String(error)
}

const samples = [0, 1, 2].map(sampleRecord)
const iso = Buffer.concat(samples.map((record) => iso2709Of(record)))
const xml = collectionOf(samples)
const mnemonic = samples.map(mnemonicOf).join('')
const csv = 'Nhan đề,Tác giả,Năm\r\n"Truyện Kiều, thơ",Nguyễn Du,1820\r\nDế mèn,Tô Hoài,1941\r\n'
const xlsx = zipOf([
  { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
  { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') },
])
const ole = (name: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(64),
  ])
const wide = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

describe('a file is known by what is in it, whatever its name says', () => {
  const cases: [string, string, Buffer | string][] = [
    ['records', 'iso2709', iso],
    ['records after line breaks', 'iso2709', Buffer.concat([Buffer.from('\r\n'), iso])],
    ['records after junk', 'iso2709', Buffer.concat([Buffer.from('xuất ngày 1/1\n'), iso])],
    ['a collection', 'marcxml', xml],
    ['a collection after a mark', 'marcxml', `\uFEFF${xml}`],
    ['a collection in UTF-16', 'marcxml', wide(xml)],
    ['a collection in UTF-16 without a mark', 'marcxml', Buffer.from(xml, 'utf16le')],
    ['MarcEdit', 'marc_text', mnemonic],
    ['MarcEdit in UTF-16', 'marc_text', wide(mnemonic)],
    ['yaz', 'marc_text', '00741nam a2200193 a 4500\n001 vtt1\n245 10 $a Tên $c Ai\n300    $a 20 tr.\n'],
    ['Aleph', 'marc_text', '000000001 LDR   L 00741nam^a2200193^a^4500\n000000001 24510 L $$aTên\n'],
    ['commas', 'csv', csv],
    ['semicolons', 'csv', 'a;b;c\n1;2;3\n'],
    ['tabs in UTF-16', 'csv', wide('Nhan đề\tNăm\r\nTruyện Kiều\t1820\r\n')],
    ['tabs with numbers like tags', 'csv', '001\tTruyện Kiều\t1820\n002\tDế mèn\t1941\n'],
    ['a new workbook', 'sheet', xlsx],
    [
      'an OpenDocument sheet',
      'sheet',
      zipOf([
        { name: 'mimetype', bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
        { name: 'content.xml', bytes: Buffer.from('<x/>') },
      ]),
    ],
    ['an old workbook', 'sheet', ole('Workbook')],
  ]
  test.each(cases)('%s: %s', async (_, kind, bytes) => {
    const [source, ...others] = await openSource(save('tệp.bin', bytes))
    expect([source?.kind, source?.name, source?.size, others.length]).toEqual([
      kind,
      'tệp.bin',
      Buffer.from(bytes).length,
      0,
    ])
    expect(source && (await bytesOf(source)).equals(Buffer.from(bytes))).toBe(true)
  })

  const strange: [string, Buffer | string][] = [
    ['prose', 'Thư viện tỉnh kính gửi.\n\nNội dung công văn như sau.\n'],
    ['a PDF', '%PDF-1.7\n1 0 obj, x\n2 0 obj, y\n'],
    ['a page of the web', '<!doctype html><html><table></table></html>'],
    ['JSON', '[{"a": 1, "b": 2},\n{"a": 1, "b": 2}]'],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))],
    ['an old Word file', ole('WordDocument')],
    [
      'a new Word file',
      zipOf([
        { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
        { name: 'word/document.xml', bytes: Buffer.from('<x/>') },
      ]),
    ],
  ]
  test.each(strange)('%s is refused', async (_, bytes) => {
    expect(await codeOf(openSource(save('tệp.mrc', bytes)))).toBe('unknown_format')
  })
})

describe('archives and folders', () => {
  test('gzip is transparent, in several members, too', async () => {
    const packed = Buffer.concat([gzipSync(iso.subarray(0, 500)), gzipSync(iso.subarray(500))])
    const [source] = await openSource(save('xuất.mrc.gz', packed))
    expect([source?.kind, source?.name, source?.size]).toEqual(['iso2709', 'xuất.mrc', iso.length - 500])
    expect(source && (await bytesOf(source)).equals(iso)).toBe(true)
  })

  test('a zip of several files, with files packed again inside', async () => {
    const inner = zipOf([
      { name: 'sách.xlsx', bytes: xlsx },
      { name: 'c.csv', bytes: Buffer.from(csv) },
    ])
    const path = save(
      'gói.zip',
      zipOf([
        { name: 'năm/', bytes: Buffer.alloc(0) },
        { name: 'năm/a.mrc', bytes: iso },
        { name: '../../etc/b.xml', bytes: Buffer.from(xml) },
        { name: 'C:\\d\\d.mrk.gz', bytes: gzipSync(mnemonic) },
        { name: '__MACOSX/._a.mrc', bytes: iso },
        { name: 'e.zip', bytes: inner },
        { name: 'f.txt', bytes: Buffer.from('một dòng') },
        { name: 'g.txt', bytes: Buffer.alloc(0) },
      ]),
    )
    const sources = await openSource(path)
    expect(sources.map(({ kind, name, problem }) => [kind, name, problem?.code])).toEqual([
      ['iso2709', 'năm/a.mrc', undefined],
      ['marcxml', 'etc/b.xml', undefined],
      ['marc_text', 'd/d.mrk', undefined],
      ['sheet', 'sách.xlsx', undefined],
      ['csv', 'c.csv', undefined],
      ['unknown', 'f.txt', 'unknown_format'],
      ['unknown', 'g.txt', 'file_empty'],
    ])
    const contents = await Promise.all(sources.slice(0, 5).map(bytesOf))
    expect(
      contents.map((bytes, at) =>
        bytes.equals([iso, Buffer.from(xml), Buffer.from(mnemonic), xlsx, Buffer.from(csv)][at] ?? iso),
      ),
    ).toEqual([true, true, true, true, true])
  })

  test('a folder, with what it holds in order, without what is hidden or linked', async () => {
    for (const name of ['10.mrc', '2.mrc', '.ẩn.mrc', '~$sổ.xlsx', 'con/3.mrc']) save(`kho/${name}`, iso)
    save('kho/ghi chú.txt', 'một dòng')
    symlinkSync(join(folder, 'kho/2.mrc'), join(folder, 'kho/4.mrc'))
    const sources = await openSource(join(folder, 'kho'))
    expect(sources.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'iso2709 2.mrc',
      'iso2709 10.mrc',
      'iso2709 con/3.mrc',
      'unknown ghi chú.txt',
    ])
    mkdirSync(join(folder, 'trống'))
    expect(await codeOf(openSource(join(folder, 'trống')))).toBe('file_empty')
  })

  test('a third archive inside the second is refused', async () => {
    const deep = zipOf([
      { name: '1.zip', bytes: zipOf([{ name: '2.zip', bytes: zipOf([{ name: 'a.mrc', bytes: iso }]) }]) },
    ])
    expect(await codeOf(openSource(save('sâu.zip', deep)))).toBe('archive_nested')
    expect(await codeOf(openSource(save('sâu.gz', gzipSync(gzipSync(gzipSync(iso))))))).toBe('archive_nested')
  })
})

describe('bombs', () => {
  const zeros = gzipSync(Buffer.alloc(80_000_000, 'a,b\n'))

  test('a gzip that grows without end is left when it has', async () => {
    const [source] = await openSource(save('bom.gz', zeros))
    expect(source && (await codeOf(bytesOf(source)))).toBe('archive_bomb')
  })

  test('a zip is judged by its directory, before anything is unpacked', async () => {
    const entry = { name: 'a.csv', bytes: Buffer.from(csv), claimedSize: 900_000_000 }
    expect(await codeOf(openSource(save('bom.zip', zipOf([entry]))))).toBe('archive_bomb')
    const sheet = zipOf([
      { name: '[Content_Types].xml', bytes: Buffer.from('<Types/>') },
      { name: 'xl/sheet1.xml', bytes: Buffer.alloc(80_000_000, '<row/>') },
    ])
    expect(await codeOf(openSource(save('bom.xlsx', sheet)))).toBe('archive_bomb')
  })

  test('an entry larger than its directory says is not read on', async () => {
    const path = save(
      'dối.zip',
      zipOf([{ name: 'a.csv', bytes: Buffer.from(csv.repeat(20_000)), claimedSize: 500_000 }]),
    )
    const [source] = await openSource(path)
    expect(source && (await codeOf(bytesOf(source)))).toBe('archive_broken')
  })

  test('a hundred thousand files are too many', async () => {
    const entries = Array.from({ length: 10_001 }, (_, at) => ({ name: `${at}`, bytes: Buffer.from('x') }))
    expect(await codeOf(openSource(save('nhiều.zip', zipOf(entries))))).toBe('too_many_files')
  })
})

describe('what cannot be read says why', () => {
  const one = (entry: Partial<Parameters<typeof zipOf>[0][number]>) =>
    zipOf([{ name: 'a.mrc', bytes: iso, ...entry }])
  const cases: [string, Buffer | string][] = [
    ['file_empty', ''],
    ['archive_encrypted', one({ flag: 1 })],
    ['archive_encrypted', one({ flag: 0x41 })],
    ['archive_encrypted', ole('EncryptedPackage')],
    ['archive_method_unknown', one({ method: 9 })],
    ['archive_broken', one({}).subarray(0, 300)],
    ['archive_broken', gzipSync(iso).fill(7, 20, 200)],
  ]
  test.each(cases)('%s', async (code, bytes) => {
    expect(await codeOf(openSource(save('hỏng', bytes)))).toBe(code)
  })

  test('a missing one, and one whose folder is a file', async () => {
    expect(await codeOf(openSource(join(folder, 'không có')))).toBe('file_missing')
    expect(await codeOf(openSource(join(save('tệp', iso), 'x')))).toBe('file_missing')
  })

  test('what is held by another program, what the disk no longer gives', () => {
    const failure = (code: string) => Object.assign(new Error(code), { code })
    expect(['EBUSY', 'EPERM', 'EACCES'].map((code) => whenOpening(failure(code), 'x').code)).toEqual([
      'file_busy',
      'file_busy',
      'file_busy',
    ])
    expect(['EIO', 'ENODEV', 'UNKNOWN', 'ENXIO'].map((code) => whenReading(failure(code), 'x').code)).toEqual(
      Array(4).fill('file_cut_off'),
    )
  })

  test('a wrong checksum at the end of an entry, a gzip cut off, a file that became shorter', async () => {
    const [wrong] = await openSource(save('sai.zip', one({ crc: 1 })))
    expect(wrong && (await codeOf(bytesOf(wrong)))).toBe('archive_broken')
    const long = Buffer.concat(Array.from({ length: 400 }, (_, at) => iso2709Of(sampleRecord(at))))
    const packed = gzipSync(long)
    const [cut] = await openSource(save('cụt.gz', packed.subarray(0, packed.length - 100)))
    expect(cut && (await codeOf(bytesOf(cut)))).toBe('archive_broken')
    const path = save('rút.mrc', long)
    const [shrunk] = await openSource(path)
    truncateSync(path, 1000)
    expect(shrunk && (await codeOf(bytesOf(shrunk)))).toBe('file_cut_off')
  })
})
