import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JobState } from '../../shared/door.ts'
import { languages } from '../../shared/texts.ts'
import { partOf } from '../../test/documents/zip.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { fileFrom, nameLibrary } from '../../test/support/signed.ts'
import { createExchange } from '../host/exchange.ts'
import { endJob, runJob } from '../run-job.ts'
import { dispatch } from '../dispatch.ts'
import { privacy } from '../privacy.ts'
import { wordsIn } from '../words.ts'
import { tableFiles } from './everything.ts'
import { copyRows, titleRows } from '../standards/exported-titles.ts'
import { pageOfIds } from './export.ts'
import { meaningOf } from './readme.ts'

let test: TestEngine
let dataDir: string
let clerk: Person

beforeEach(async () => {
  dataDir = testFolder()
  test = await openTestEngine({ dataDir })
  await nameLibrary(test, { signerName: 'Nguyễn Giám Đốc' })
  clerk = await test.as('cataloguer')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const add = async (fields: object) =>
  valueOf(await clerk.client.catalogue.addTitle({ title: '', ...fields })).id
const exported = (input: object) => fileFrom(test, clerk, 'interchange.export', input)
const textOf = async (input: object) => (await exported(input)).bytes.toString('utf8')
const outcome = async (input: object): Promise<JobState> => finishedJob(clerk, 'interchange.export', input)

async function stock(titleId: number, copies: object[]): Promise<number[]> {
  const { client } = clerk
  const series = valueOf(await client.copies.addSeries({ name: `Sổ ${titleId}`, prefix: `S${titleId}.` }))
  const voucher = { number: `CT-${titleId}`, receivedOn: '2026-03-01', source: 'purchase' as const }
  const { id: voucherId } = valueOf(await client.copies.addVoucher(voucher))
  const line = { titleId, seriesId: series.id, siteId: 1, storeId: 1 }
  return valueOf(
    await client.copies.accession({ voucherId, copies: copies.map((copy) => ({ ...line, ...copy })) }),
  ).ids
}

describe('titles', () => {
  it('leave in the order they were chosen, found or numbered in', async () => {
    const [b, a, c] = [
      await add({ title: 'B lúa' }),
      await add({ title: 'A lúa' }),
      await add({ title: 'C ngô' }),
    ]
    const order = (text: string) => [...text.matchAll(/^TI {2}- (.)/gm)].map((match) => match[1]).join('')
    expect(order(await textOf({ selection: { ids: [c, a, b] }, format: 'ris' }))).toBe('CAB')
    expect(
      order(await textOf({ selection: { search: { text: 'lúa', sort: 'title' } }, format: 'ris' })),
    ).toBe('AB')
    expect(order(await textOf({ selection: { all: true }, format: 'ris' }))).toBe('BAC')
  })

  it('that are no longer in the catalogue stay out', async () => {
    const id = await add({ title: 'Đã bỏ' })
    await add({ title: 'Còn lại' })
    valueOf(await clerk.client.catalogue.removeTitle({ id, rev: 1 }))
    const { output } = await outcome({ selection: { all: true }, format: 'iso2709' })
    expect(output).toMatchObject({ titles: 1, leftOut: 0, file: { name: 'muc-luc-2026-11-10.mrc' } })
    const { error } = await outcome({ selection: { ids: [id] }, format: 'iso2709' })
    expect(error?.code).toBe('nothing_to_export')
  })

  it('get a number of this library where they came without one, and keep their own', async () => {
    await add({ title: 'Của nhà' })
    const record = { leader: '00000nam a2200000 a 4500', fields: [{ tag: '001', value: 'nlv-77' }] }
    await add({ title: 'Của nơi khác', record })
    const text = await textOf({ selection: { all: true }, format: 'marcxml' })
    expect(text).toContain(
      '<controlfield tag="001">KS00000001</controlfield>\n<controlfield tag="003">TV-01</controlfield>\n<controlfield tag="005">20261110020000.0</controlfield>',
    )
    expect(text.match(/tag="001">nlv-77/g)).toHaveLength(1)
    expect(text.match(/tag="003"/g)).toHaveLength(1)
  })

  it('that are articles say in which journal they stand', async () => {
    const hostId = await add({ title: 'Tạp chí Đà Lạt', material: 'serial' })
    await add({ title: 'Mùa hoa', material: 'article', hostId })
    const text = await textOf({ selection: { all: true }, format: 'marcxml' })
    expect(text).toContain(
      '<datafield tag="773" ind1="0" ind2=" "><subfield code="t">Tạp chí Đà Lạt</subfield><subfield code="w">(TV-01)KS00000001</subfield></datafield>',
    )
  })

  it('take the copies along that are in stock, and no others', async () => {
    const id = await add({ title: 'Có bản' })
    const ids = await stock(id, [{ barcode: '1' }, { barcode: '2' }, { barcode: '3' }])
    const [gone = 0] = ids
    const decision = {
      decisionNumber: '1',
      decidedOn: '2026-05-01',
      withdrawnOn: '2026-05-02',
      ground: 'lost' as const,
    }
    valueOf(await clerk.client.copies.withdraw({ ...decision, copyIds: [gone], isAboveLimitMeant: true }))
    const text = await textOf({ selection: { all: true }, format: 'marcxml', copies: '952' })
    expect([...text.matchAll(/code="p">(\d)</g)].map((match) => match[1])).toEqual(['2', '3'])
    const lines = (await textOf({ selection: { all: true }, format: 'csv', copies: '852' }))
      .trim()
      .split('\r\n')
    expect(lines).toHaveLength(3)
    const [head = '', line = ''] = (await textOf({ selection: { all: true }, format: 'csv' })).split('\r\n')
    expect([head.split(',').at(-1), line.split(',').at(-1)]).toEqual(['Số bản', '2'])
  })

  it('that a format cannot hold are named', async () => {
    const id = await add({ title: 'Dài', subjects: 'Lúa' })
    const subfields: [string, string][] = Array.from({ length: 30 }, () => ['x', 'ữ'.repeat(300)])
    const { record, rev } = valueOf(await clerk.client.catalogue.record({ id }))
    const long = { tag: '650', indicators: ' 4', subfields: [['a', 'Lúa'] as [string, string], ...subfields] }
    valueOf(
      await clerk.client.catalogue.saveRecord({
        id,
        rev,
        record: { ...record, fields: [...record.fields, long] },
      }),
    )
    await add({ title: 'Vừa' })
    const { output } = await outcome({ selection: { all: true }, format: 'iso2709' })
    expect(output).toMatchObject({
      titles: 1,
      leftOut: 1,
      problemCount: 1,
      problems: [{ titleId: id, code: 'field_too_long' }],
    })
  })

  it('are found by their keys, whatever is asked', async () => {
    const { db } = test.engine.connection
    const ids = '[1,2,3]'
    for (const query of [titleRows(ids, false), copyRows(ids), pageOfIds(7, false)]) {
      const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(db)
      const plan = rows.map(({ detail }) => detail).filter((detail) => !/wanted|TEMP B-TREE/.test(detail))
      expect(plan.length).toBeGreaterThan(0)
      for (const step of plan) expect(step).toMatch(/^SEARCH/)
    }
  })
})

it('a run that is cancelled or fails leaves no file', async () => {
  for (let at = 0; at < 3; at++) await add({ title: `Nhan đề ${at}` })
  const credentials = { username: 'administrator', password: 'mat-khau-thu' }
  const { session } = await dispatch(test.engine, 'users.signIn', credentials, null)
  const input = { selection: { all: true }, format: 'csv' }
  const { job } = await dispatch(test.engine, 'interchange.export', input, session ?? null)
  if (!job) throw new Error('no run')
  const exchange = createExchange(dataDir)
  let opened = 0
  const end = await runJob(test.engine, job, {
    write: () => Promise.resolve(),
    progress: () => undefined,
    isCancelled: () => opened > 0,
    offerFile: exchange.offer,
    openFile(name) {
      opened++
      return exchange.open(name)
    },
    pathOfFile: () => null,
    proxyFor: () => Promise.resolve(null),
  })
  await endJob(test.engine, job.id, end)
  expect({ end, opened }).toEqual({ end: { state: 'cancelled' }, opened: 1 })
  expect(existsSync(join(dataDir, 'exchange')) ? readdirSync(join(dataDir, 'exchange')) : []).toEqual([])
})

describe('the whole library', () => {
  const takenOut = async (input = {}) =>
    fileFrom(test, await test.as('administrator'), 'interchange.exportAll', input)
  const rowsIn = (zip: Uint8Array, path: string) => partOf(zip, path).trimEnd().split('\r\n')

  it('leaves in open formats, each file and column explained in both languages', async () => {
    const id = await add({ title: 'Truyện Kiều', authors: 'Nguyễn Du', material: 'book' })
    const removed = await add({ title: 'Đã bỏ' })
    valueOf(await clerk.client.catalogue.removeTitle({ id: removed, rev: 1 }))
    await stock(id, [{}, {}])
    const { name, bytes } = await takenOut()
    expect(name).toBe('kho-sach-toan-bo-2026-11-10.zip')
    expect(partOf(bytes, 'catalogue.xml')).toContain('Truyện Kiều')
    expect(partOf(bytes, 'catalogue.xml').match(/tag="952"/g)).toHaveLength(2)
    expect(partOf(bytes, 'removed.xml')).toContain('Đã bỏ')
    expect(rowsIn(bytes, 'titles.csv')).toHaveLength(3)
    const [head = '', first = ''] = rowsIn(bytes, 'copies.csv')
    expect(head).toMatch(/^\u{FEFF}id,rev,titleId,titleName,/u)
    expect(first).toContain(`1,1,${id},Truyện Kiều,`)
    for (const path of [
      'vouchers',
      'withdrawals',
      'register-lines',
      'authorities',
      'serial-issues',
      'opening-balances',
      'periods',
      'figures',
    ]) {
      expect(partOf(bytes, `${path}.csv`), path).toMatch(/^\u{FEFF}id,/u)
    }
    const text = partOf(bytes, 'README.txt')
    for (const words of [
      'TOÀN BỘ DỮ LIỆU',
      'ALL DATA OF',
      'copies.csv: Từng bản tài liệu',
      'copies.csv: Each copy',
      'hannom = Tài liệu Hán Nôm',
    ]) {
      expect(text).toContain(words)
    }
  })

  it('has every table but what leaves in another form, and a meaning for every column', async () => {
    const { db } = test.engine.connection
    const files = await tableFiles(db, { includesPeople: true, publishable: [] })
    const tables = new Set<string>(files.map(({ table }) => table))
    const missing = Object.keys(privacy).filter((table) => !tables.has(table))
    expect(missing).toEqual(['journalChain', 'journalCommand', 'journalRow', 'marcRecord'])
    for (const language of languages) {
      const t = wordsIn[language]
      for (const { table, columns } of files) {
        expect(t(`interchange.tables.${table}` as never)).not.toContain('interchange.')
        for (const column of columns) {
          expect(meaningOf(t, table, column), `${table}.${column.name}`).not.toMatch(/interchange\.|^$/)
        }
      }
    }
  })

  it('gives what stands on digitized pages by the right in the work alone', async () => {
    const { client } = await test.as('cataloguer')
    for (const title of ['Hết hạn bảo hộ', 'Còn hạn bảo hộ'])
      valueOf(await client.catalogue.addTitle({ title }))
    test.engine.connection.raw.exec(`
      insert into fileFolder (id, titleId, path, purpose, state, linkedAt) values
        (1, 1, '/a', 'master', 'checked', ''), (2, 2, '/b', 'master', 'checked', '');
      insert into digitalFile (folderId, path, size, modifiedMs, seenProblems, state, problems, sha256) values
        (1, '1.tif', 1, 1, '[]', 'good', '[]', 'tự do'), (2, '1.tif', 1, 1, '[]', 'good', '[]', 'còn hạn');
      insert into fileText (sha256, source, tool, languages, text, readAt) values
        ('tự do', 'read', '', 'vie', 'Trang ai cũng đọc được', ''), ('còn hạn', 'read', '', 'vie', 'Trang giữ lại', '');
      insert into digitizationRights (titleId, status, basis, evidence, decidedOn, decidedBy, createdAt) values
        (1, 'public_domain', '', '', '2020-01-01', '', '')`)
    const texts = partOf((await takenOut({ includesPeople: true })).bytes, 'tables/fileText.csv')
    expect(texts).toContain('Trang ai cũng đọc được')
    expect(texts).not.toContain('Trang giữ lại')
  })

  it('tells names of people only where they are asked for, and secrets never', async () => {
    const signer = 'Nguyễn Giám Đốc'
    const readable = (zip: Buffer) =>
      [
        'tables/library.csv',
        'tables/user.csv',
        'tables/signingKey.csv',
        'tables/session.csv',
        'tables/draft.csv',
        'tables/job.csv',
        'journal.jsonl',
      ]
        .map((path) => partOf(zip, path))
        .join('\n')
    const admin = await test.as('administrator')
    valueOf(await admin.client.drafts.save({ form: 'settings.setLibrary', values: { signerName: signer } }))
    const without = readable((await takenOut()).bytes)
    expect(without).not.toContain(signer)
    expect(without).not.toContain('Người cataloguer')
    const withPeople = readable((await takenOut({ includesPeople: true })).bytes)
    expect(withPeople).toContain(signer)
    expect(withPeople).toContain('Người cataloguer')
    for (const text of [without, withPeople])
      expect(text).not.toMatch(/passwordHash|tokenHash|privateKey|\$scrypt/)
  })

  it('has the journal line by line, sealed as it was', async () => {
    await add({ title: 'Ghi nhật ký' })
    const { bytes } = await takenOut()
    const lines = partOf(bytes, 'journal.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const { count } = test.engine.connection.raw
      .prepare('select count(*) as count from journalCommand')
      .get() as { count: number }
    expect(lines).toHaveLength(count)
    const entry = lines.find(({ operation }) => operation === 'catalogue.addTitle')
    expect(entry.rows.map(({ table }: { table: string }) => table)).toContain('title')
    expect(entry.rows[0].after).toMatchObject({ title: 'Ghi nhật ký' })
    expect(entry.hash).toMatch(/^[0-9a-f]{64}$/)
  })
})

it('an export is handed over under a token, and its bytes are the file’s', async () => {
  await add({ title: 'Một' })
  const { output } = await outcome({ selection: { all: true }, format: 'xlsx' })
  const { file } = output as { file: { token: string; size: number } }
  expect(readFileSync(createExchange(dataDir).pathOf(file.token) ?? '')).toHaveLength(file.size)
})
