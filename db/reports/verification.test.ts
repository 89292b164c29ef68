import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Verification } from '../../shared/reports/contract.ts'
import type { OfficialDocument } from '../documents/document.ts'
import { createExchange } from '../host/exchange.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  writeTestFile,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { partOf } from '../../test/documents/zip.ts'
import { rezipped } from '../../test/support/rezipped.ts'
import { fileFrom, nameLibrary, signQuarter } from '../../test/support/signed.ts'

let test: TestEngine
let director: Person
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  await nameLibrary(test)
  await buy('Một', '2026-08-01')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function buy(title: string, addedOn: string) {
  const { client } = await test.as('cataloguer')
  valueOf(await client.catalogue.addTitle({ title, material: 'digital', digitalOrigin: 'bought', addedOn }))
}
const made = async (id: number, format: string, restatement?: number) =>
  (await fileFrom(test, director, 'reports.produce', { id, format, restatement: restatement ?? null })).bytes
async function verified(bytes: Uint8Array, name = 'bao-cao.docx', at = test): Promise<Verification> {
  const file = await createExchange(at.engine.dataDir).admit(writeTestFile(name, bytes))
  const { state, output, error } = await finishedJob(await at.as('director'), 'reports.verifyFile', { file })
  if (state !== 'done') throw new Error(JSON.stringify(error))
  return output as Verification
}
const inDocument = (bytes: Uint8Array, change: (xml: string) => string) =>
  rezipped(bytes, (name, xml) => (name === 'word/document.xml' ? change(xml) : xml))
/** The figure of bought digital documents, as each format writes it. */
const boughtInWord = /(KS_M2b_09_value".*?<w:t[^>]*>)1(<\/w:t>)/
const seal = /KHOSACH:TV-01\/2026-Q3\/1\/[0-9A-F]{64}/

describe.each(['docx', 'xlsx', 'pdf'] as const)('a signed report in %s', (format) => {
  it('is intact as it was made, and names its report', async () => {
    const { id } = await signQuarter(test)
    const found = await verified(await made(id, format))
    expect(found).toMatchObject({
      verdict: 'intact',
      format,
      report: { periodId: id, period: '2026-Q3', revision: 1, latestRevision: 1 },
      differences: [],
    })
    expect(found.seal).toMatch(seal)
  })
  it('bears the same bytes each time it is made', async () => {
    const { id } = await signQuarter(test)
    const [one, two] = [await made(id, format), await made(id, format)]
    if (format === 'pdf') expect(one.equals(two)).toBe(true)
    expect((await verified(two)).verdict).toBe('intact')
  })
  it('is not the file of another library', async () => {
    const { id } = await signQuarter(test)
    const bytes = await made(id, format)
    const other = await openTestEngine({ dataDir: testFolder() })
    await nameLibrary(other, { code: 'TV-02' })
    expect((await verified(bytes, 'la.docx', other)).verdict).toBe('not_ours')
    await nameLibrary(other, { code: 'TV-01' })
    expect((await verified(bytes, 'la.docx', other)).verdict).toBe('unknown_revision')
    await other.close()
  })
  it('proves nothing once what is kept was changed behind the program', async () => {
    const { id } = await signQuarter(test)
    const bytes = await made(id, format)
    test.engine.connection.raw.exec(`update figure set value = 2 where code = 'M2b.09'`)
    expect((await verified(bytes)).verdict).toBe('record_altered')
  })
  it('is told apart from one that is not signed', async () => {
    const { client } = await test.as('activities')
    const { id } = valueOf(await client.reports.openPeriod({ period: '2026-Q4' }))
    expect(await verified(await made(id, format))).toMatchObject({ verdict: 'no_seal', report: null })
  })
})

describe('a document that was edited', () => {
  it('whose words differ has its figures intact', async () => {
    const { id } = await signQuarter(test)
    const edited = await inDocument(await made(id, 'docx'), (xml) =>
      xml.replace('I. KẾT QUẢ THỰC HIỆN', 'I. KẾT QUẢ'),
    )
    expect(await verified(edited)).toMatchObject({
      verdict: 'text_edited',
      differences: [],
      words: { signed: ['I. KẾT QUẢ THỰC HIỆN'], found: ['I. KẾT QUẢ'] },
    })
  })
  it.each([
    ['is another number', boughtInWord, '$12$2', '2'],
    ['has a digit beside its control', /(KS_M2b_09_value".*?<\/w:sdt>)/, '$1<w:r><w:t>0</w:t></w:r>', '10'],
    ['is gone', boughtInWord, '$1$2', ''],
  ])('whose figure %s names code, column and both values', async (_, where, written, shown) => {
    const { id } = await signQuarter(test)
    const edited = await inDocument(await made(id, 'docx'), (xml) => xml.replace(where, written))
    const { verdict, differences, report } = await verified(edited)
    expect({ verdict, periodId: report?.periodId }).toEqual({ verdict: 'figures_differ', periodId: id })
    expect(differences).toMatchObject([{ code: 'M2b.09', column: 'Kỳ này', signed: '1', found: shown }])
  })
  it('whose figure in the sheet of the Ministry is another number names the line', async () => {
    const { id } = await signQuarter(test)
    const edited = await inDocument(await made(id, 'docx'), (xml) =>
      xml.replace(/(KS_g_2_value".*?<w:t[^>]*>)0(<\/w:t>)/, '$19$2'),
    )
    const { verdict, differences } = await verified(edited)
    expect(verdict).toBe('figures_differ')
    expect(differences).toEqual([
      { code: 'g.2', name: 'Vốn tài liệu', column: 'Kỳ này', signed: '0', found: '9' },
    ])
  })
  it('has no number in any of its tables that could be changed unseen', async () => {
    await signQuarter(test)
    const { paper } = await test.engine.connection.db
      .selectFrom('period')
      .select('paper')
      .executeTakeFirstOrThrow()
    const tables = (JSON.parse(paper ?? '') as OfficialDocument).annexes?.flatMap(({ blocks }) =>
      blocks.filter((block) => block.type === 'table'),
    )
    const rows = tables?.flatMap(({ rows: all }) => all.filter((row) => row.type !== 'group')) ?? []
    expect(rows.length).toBeGreaterThan(170)
    // The line of the sheet that only heads the two below it holds none.
    expect(rows.filter(({ code }) => code === undefined)).toMatchObject([{ values: { value: null } }])
  })
  it('whose capitals alone are others is the same', async () => {
    const { id } = await signQuarter(test)
    const edited = await inDocument(await made(id, 'docx'), (xml) =>
      xml.replace('I. KẾT QUẢ THỰC HIỆN', 'I. Kết quả thực hiện'),
    )
    expect((await verified(edited)).verdict).toBe('intact')
  })
  it('whose figure was only written otherwise is the same figure', async () => {
    const { id } = await signQuarter(test)
    const edited = await inDocument(await made(id, 'docx'), (xml) => xml.replace(boughtInWord, '$11,0$2'))
    expect((await verified(edited)).verdict).toBe('intact')
  })
  it('that lost a row says which figures are gone', async () => {
    const { id } = await signQuarter(test)
    const edited = await inDocument(await made(id, 'docx'), (xml) => {
      const rows = xml.split('<w:tr>')
      return rows.filter((row) => !row.includes('KS_M2b_09_value')).join('<w:tr>')
    })
    const { verdict, differences } = await verified(edited)
    expect(verdict).toBe('figures_differ')
    expect(differences).toContainEqual(
      expect.objectContaining({ code: 'M2b.09', column: 'Kỳ này', signed: '1', found: null }),
    )
  })
  it('with a row that bears a name of its own was edited', async () => {
    const { id } = await signQuarter(test)
    const edited = await inDocument(await made(id, 'docx'), (xml) => {
      const row = xml.split('<w:tr>').find((each) => each.includes('KS_M2b_09_value')) ?? ''
      return xml.replace(`<w:tr>${row}`, `<w:tr>${row}<w:tr>${row.replaceAll('KS_M2b_09', 'KS_M9x_99')}`)
    })
    expect((await verified(edited)).verdict).toBe('text_edited')
  })
  it('whose seal was changed is held against the report it names, and never believed', async () => {
    const { id } = await signQuarter(test)
    const edited = await rezipped(await made(id, 'docx'), (_, xml) =>
      xml.replace(/(KHOSACH:TV-01\/2026-Q3\/1\/)[0-9A-F]{64}/g, `$1${'A'.repeat(64)}`),
    )
    expect(await verified(edited)).toMatchObject({ verdict: 'text_edited', report: { periodId: id } })
  })
})

it('a sheet whose cell was changed names the figure', async () => {
  const { id } = await signQuarter(test)
  const sheet = await made(id, 'xlsx')
  const book = partOf(sheet, 'xl/workbook.xml')
  const [, tab, column, row] = /KS_M2b_06_value"[^>]*>'?([^'!<]+)'?!\$([A-Z]+)\$(\d+)/.exec(book) ?? []
  const tabs = [...book.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, each]) => each)
  const part = `worksheets/sheet${tabs.indexOf(tab) + 1}.xml`
  const cell = new RegExp(`(<c r="${column}${row}"[^>]*>)<v>1</v>`)
  const edited = await rezipped(sheet, (name, xml) =>
    name.endsWith(part) ? xml.replace(cell, '$1<v>7</v>') : xml,
  )
  const { verdict, differences } = await verified(edited, 'bao-cao.xlsx')
  expect(verdict).toBe('figures_differ')
  expect(differences).toEqual([expect.objectContaining({ column: 'Kỳ này', signed: '1', found: '7' })])
})

it('a pdf with something behind its end is not called intact, and an edited one is not called ours', async () => {
  const { id } = await signQuarter(test)
  const bytes = await made(id, 'pdf')
  const signedDigitally = Buffer.concat([bytes, Buffer.from('\n1 0 obj\n<<>>\nendobj\n')])
  expect(await verified(signedDigitally)).toMatchObject({ verdict: 'appended', report: { periodId: id } })
  const edited = Buffer.from(bytes)
  edited[2000] = (edited[2000] ?? 0) ^ 1
  expect(await verified(edited)).toMatchObject({ verdict: 'other_pdf', report: { periodId: id } })
})

it('each restatement is proved by itself, and what came before says that it is not the last word', async () => {
  const { id, rev } = await signQuarter(test)
  const first = await made(id, 'docx')
  await buy('Hai', '2026-08-02')
  valueOf(await director.client.reports.restate({ id, rev, reason: 'Nhập sót', password: testPassword }))
  const report = (revision: number) => ({ periodId: id, revision, latestRevision: 2 })
  expect(await verified(first)).toMatchObject({ verdict: 'intact', report: report(1) })
  for (const format of ['docx', 'xlsx', 'pdf'])
    expect(await verified(await made(id, format, 1))).toMatchObject({ verdict: 'intact', report: report(2) })
  const edited = await inDocument(await made(id, 'docx', 1), (xml) =>
    xml.replace(/(KS_M2b_09_after".*?<w:t[^>]*>)2(<\/w:t>)/, '$13$2'),
  )
  expect((await verified(edited)).differences).toMatchObject([{ code: 'M2b.09', signed: '2', found: '3' }])
})

it.each([
  ['torn', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ['empty', () => Buffer.alloc(0)],
  ['of another kind', () => Buffer.from('xin chào')],
])('a file that is %s cannot be read', async (_, spoil) => {
  const { id } = await signQuarter(test)
  expect((await verified(spoil(await made(id, 'docx')))).verdict).toBe('unreadable')
})
