import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  codeOf,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { fileFrom, nameLibrary, signQuarter, summer } from '../../test/support/signed.ts'
import { partOf } from '../../test/documents/zip.ts'
import { hashFigures } from '../indicators/frozen.ts'
import { journalHead } from '../journal/index.ts'

let test: TestEngine
let cataloguer: Person
let director: Person
let preparer: Person

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  cataloguer = await test.as('cataloguer')
  director = await test.as('director')
  preparer = await test.as('activities')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function add(title: string, addedOn = '2026-08-01') {
  return valueOf(await cataloguer.client.catalogue.addTitle({ title, material: 'digital', addedOn }))
}
const explained = async (quarter = summer) =>
  valueOf(await director.client.indicators.explain({ code: 'M2b.06', ...quarter }))
const isDigital = ({ code }: { code: string }) => code === 'M2b.06'
const listed = async (quarter = summer) =>
  valueOf(await director.client.indicators.list(quarter)).values.find(isDigital)?.value
const shown = async (id: number) => valueOf(await director.client.reports.period({ id }))
const digitalIn = async (id: number) => (await shown(id)).figures.find(isDigital)

describe('a quarter', () => {
  it('goes from open to checked to signed, naming who did what and when', async () => {
    const { id, rev } = valueOf(await preparer.client.reports.openPeriod(summer))
    test.clock.nowMs += 60_000
    const checked = valueOf(await preparer.client.reports.check({ id, rev, password: testPassword }))
    test.clock.nowMs += 60_000
    const signed = valueOf(
      await director.client.reports.sign({ id, rev: checked.rev, password: testPassword }),
    )
    expect(signed).toMatchObject({
      state: 'signed',
      rev: 3,
      from: '2026-07-01',
      to: '2026-09-30',
      preparedBy: 'Người activities',
      checkedBy: 'Người activities',
      checkedAt: '2026-11-10T02:01:00.000Z',
      signedBy: 'Người director',
      signedAt: '2026-11-10T02:02:00.000Z',
    })
  })

  it('can be checked on the first day after it in Viet Nam, and not before', async () => {
    const autumn = valueOf(await preparer.client.reports.openPeriod({ period: '2026-Q4' }))
    const check = async () => {
      await preparer.client.users.unlock({ password: testPassword })
      return codeOf(
        await preparer.client.reports.check({ id: autumn.id, rev: autumn.rev, password: testPassword }),
      )
    }
    const shiftBack = 7 * 3_600_000
    // A session lives sixteen hours, so each moment is met by a new one.
    for (const [day, code] of [
      ['2026-12-31T23:59:59Z', 'period_not_ended'],
      ['2027-01-01T00:00:00Z', 'ok'],
    ] as const) {
      test.clock.nowMs = Date.parse(day) - shiftBack
      valueOf(await preparer.client.users.signIn({ username: 'user-activities', password: testPassword }))
      expect(await check()).toBe(code)
    }
  })

  it('is not opened before it begins', async () => {
    expect(codeOf(await preparer.client.reports.openPeriod({ period: '2026-Q4' }))).toBe('ok')
    expect(codeOf(await preparer.client.reports.openPeriod({ period: '2027-Q1' }))).toBe('period_in_future')
  })

  it('that was sent back is checked again before it is signed', async () => {
    const { id, rev } = valueOf(await preparer.client.reports.openPeriod(summer))
    valueOf(await preparer.client.reports.check({ id, rev, password: testPassword }))
    valueOf(await director.client.reports.sendBack({ id, rev: 2 }))
    expect(codeOf(await director.client.reports.sign({ id, rev: 3, password: testPassword }))).toBe(
      'wrong_state',
    )
  })

  it('is not signed by two people, nor over a version nobody saw', async () => {
    const { id } = await signQuarter(test)
    expect(codeOf(await director.client.reports.sign({ id, rev: 3, password: testPassword }))).toBe(
      'wrong_state',
    )
    expect(codeOf(await director.client.reports.sign({ id, rev: 2, password: testPassword }))).toBe('stale')
  })

  it('tells what still stands in its way', async () => {
    const { id } = valueOf(await preparer.client.reports.openPeriod({ period: '2026-Q4' }))
    expect((await shown(id)).problems).toEqual(['period_not_ended', 'profile_incomplete'])
  })
})

it('signed by the one who prepared and checked it says so, on its page and in the journal', async () => {
  const { client } = director
  const { id } = valueOf(await client.reports.openPeriod(summer))
  expect((await shown(id)).isAllMine).toBe(false)
  const { rev } = valueOf(await client.reports.check({ id, rev: 1, password: testPassword }))
  expect((await shown(id)).isAllMine).toBe(true)
  valueOf(await client.reports.sign({ id, rev, password: testPassword }))
  const remark = 'Một người lập, kiểm tra và ký báo cáo này.'
  expect((await shown(id)).remark).toBe(remark)
  const { rows } = valueOf(await client.journal.list({}))
  const entry = rows.find(({ operation }) => operation === 'reports.sign')
  const entered = valueOf(await client.journal.entry({ id: entry?.id ?? 0 }))
  expect(entered.rows.find(({ tableName }) => tableName === 'period')?.after).toMatchObject({ remark })
  const other = await signQuarter(test, { period: '2026-Q2' })
  expect(other.remark).toBe('')
})

describe('a signed figure', () => {
  it('stays as it was signed, while the same indicator moves on', async () => {
    for (const title of ['Một', 'Hai', 'Ba']) await add(title)
    const { id } = await signQuarter(test)
    await add('Bốn, nhập bù', '2026-09-01')
    expect(await listed()).toBe(4)
    expect(await digitalIn(id)).toMatchObject({ version: 2, status: 'known', value: 3 })
    expect((await explained()).value).toMatchObject({ value: 3, version: 2 })
  })

  it('keeps the rows it was counted from, and marks those changed since', async () => {
    const [one, two, three] = [await add('Một'), await add('Hai'), await add('Ba')]
    await signQuarter(test)
    valueOf(await cataloguer.client.catalogue.updateTitle({ ...two, title: 'Hai, sửa lại' }))
    valueOf(await cataloguer.client.catalogue.removeTitle({ id: three.id, rev: three.rev }))
    await add('Bốn', '2026-09-01')
    const { rows, rowCount, isFrozen } = await explained()
    expect({ rowCount, isFrozen }).toEqual({ rowCount: 3, isFrozen: true })
    expect(rows).toMatchObject([
      { rowId: one.id, label: 'Một', changedSince: false },
      { rowId: two.id, label: 'Hai, sửa lại', changedSince: true },
      { rowId: three.id, label: 'Ba', changedSince: true },
    ])
  })

  it('names the place in the journal up to which it knows', async () => {
    await add('Một')
    const head = await journalHead(test.engine.connection.db)
    const { id } = await signQuarter(test)
    const { journalHead: sealed, figuresHash } = await shown(id)
    // Two people came in, then three steps; the signature itself is not part of what it seals.
    const entries = test.engine.connection.raw.prepare(
      'select id, operation from journalCommand where id > ?',
    )
    expect(entries.all(head.position).at(-2)).toMatchObject({
      id: sealed?.position,
      operation: 'reports.check',
    })
    expect((await explained()).position).toBe(sealed?.position)
    expect(figuresHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is covered by one hash over value, version, parameters and rows', async () => {
    await add('Một')
    const { id } = await signQuarter(test)
    const { figuresHash } = await shown(id)
    const figures = test.engine.connection.raw.prepare('select * from figure').all() as Parameters<
      typeof hashFigures
    >[0]
    const figure = figures.find(isDigital)
    if (!figure) throw new Error('no figure')
    const others = figures.filter((each) => each !== figure)
    expect(hashFigures([...others, figure])).toBe(figuresHash)
    for (const change of [
      { value: 2 },
      { version: 1 },
      { parameters: '{}' },
      { rowSet: '[]' },
      { status: 'zero_base' as const },
    ]) {
      expect(hashFigures([{ ...figure, ...change }, ...others])).not.toBe(figuresHash)
    }
  })

  it('is what the next quarter and the next year are compared with; an unsigned one is counted and said so', async () => {
    await add('Một', '2025-08-01')
    await signQuarter(test, { period: '2025-Q3' })
    await add('Hai', '2026-06-01')
    await signQuarter(test, { period: '2026-Q2' })
    const { id } = valueOf(await preparer.client.reports.openPeriod(summer))
    const signed = (value: number) => ({ status: 'known', value, isSigned: true })
    expect(await digitalIn(id)).toMatchObject({
      value: 2,
      previous: signed(2),
      samePeriodLastYear: signed(1),
    })
    const autumn = valueOf(await preparer.client.reports.openPeriod({ period: '2026-Q4' }))
    expect(await digitalIn(autumn.id)).toMatchObject({
      previous: { status: 'known', value: 2, isSigned: false },
      samePeriodLastYear: { status: 'known', value: 1, isSigned: false },
    })
  })

  it('keeps what it was compared with, and has no figure of days before anything was recorded', async () => {
    await add('Một', '2026-05-01')
    const { id } = await signQuarter(test, { period: '2026-Q3' })
    const compared = {
      previous: { status: 'known', value: 1, isSigned: false },
      samePeriodLastYear: { status: 'not_collected', value: null, isSigned: false },
    }
    expect(await digitalIn(id)).toMatchObject(compared)
    await add('Ghi muộn', '2025-09-01')
    expect(await digitalIn(id)).toMatchObject(compared)
  })
})

describe('a signed sheet', () => {
  const rename = () => nameLibrary(test, { name: 'Một tên khác', language: 'en' })
  const printed = async (id: number) => {
    const { bytes } = await fileFrom(test, director, 'reports.produce', { id, format: 'docx' })
    return partOf(bytes, 'word/document.xml')
  }

  it('keeps name, language and every word, whatever the library calls itself later', async () => {
    const { id } = await signQuarter(test)
    const [before, paper] = [await shown(id), await printed(id)]
    await rename()
    const after = await shown(id)
    expect(after.sheet).toEqual(before.sheet)
    expect(after.sheet.language).toBe('vi')
    expect(await printed(id)).toBe(paper)
  })

  it('follows the library until it is signed', async () => {
    const { id } = valueOf(await preparer.client.reports.openPeriod(summer))
    await rename()
    expect((await shown(id)).sheet).toMatchObject({ libraryName: 'Một tên khác', language: 'en' })
  })

  it('that was changed by hand says so', async () => {
    const { id } = await signQuarter(test)
    expect((await shown(id)).problems).toEqual([])
    test.engine.connection.raw.exec(`update period set paper = replace(paper, 'Thư viện', 'Thu vien')`)
    expect((await shown(id)).problems).toEqual(['figures_altered'])
  })
})

describe('the paper', () => {
  it.each([
    ['docx', Buffer.from('PK\u0003\u0004')],
    ['xlsx', Buffer.from('PK\u0003\u0004')],
    ['pdf', Buffer.from('%PDF-')],
  ])('is a real %s, under the name of its quarter', async (format, magic) => {
    await add('Một')
    const { id } = await signQuarter(test)
    const { name, bytes } = await fileFrom(test, director, 'reports.produce', { id, format })
    expect(name).toBe(`bao-cao-2026-Q3.${format}`)
    expect(bytes.subarray(0, magic.length)).toEqual(magic)
    expect(bytes.length).toBeGreaterThan(2000)
  })

  it('bears the day of the signature as it was in Viet Nam', async () => {
    test.clock.nowMs = Date.parse('2026-11-10T18:30:00Z')
    for (const [person, username] of [
      [director, 'user-director'],
      [preparer, 'user-activities'],
    ] as const) {
      valueOf(await person.client.users.signIn({ username, password: testPassword }))
    }
    const { id } = await signQuarter(test)
    const { bytes } = await fileFrom(test, director, 'reports.produce', { id, format: 'docx' })
    const words = partOf(bytes, 'word/document.xml').replace(/<[^>]+>/g, '')
    expect(words).toMatch(/ngày 11 tháng 11 năm 2026/)
  })

  it('shows signed figures, with the hash that proves them, or says that they are provisional', async () => {
    await add('Một')
    const { id } = await signQuarter(test)
    await add('Hai')
    const textOf = async (period: number) => {
      const { bytes } = await fileFrom(test, director, 'reports.produce', { id: period, format: 'docx' })
      return ['word/document.xml', 'word/footer1.xml']
        .map((part) => {
          try {
            return partOf(bytes, part)
          } catch {
            return ''
          }
        })
        .join('')
        .replace(/<[^>]+>/g, '')
    }
    const { foot } = (await shown(id)).sheet
    expect(foot).toMatch(/KHOSACH:-\/2026-Q3\/1\/[0-9A-F]{64}/)
    expect(await textOf(id)).toContain(foot)
    const autumn = valueOf(await preparer.client.reports.openPeriod({ period: '2026-Q4' }))
    expect(await textOf(autumn.id)).toContain('tạm')
  })
})
