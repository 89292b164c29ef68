import { join } from 'node:path'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAscii } from '../../shared/labels/rules.ts'
import { ReaderRule } from '../../shared/readers/contract.ts'
import { cardNumber } from '../../shared/readers/lending.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'

let test: TestEngine
let desk: Person
let folder: string

beforeEach(async () => {
  folder = testFolder()
  test = await openTestEngine({ dataDir: folder })
  desk = await test.as('desk')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const today = '2026-11-10'
const consent = { givenBy: 'reader', form: 'paper', givenOn: today } as const
const an = { name: 'Nguyễn Thị Ân', groupId: 2, phone: '0912 345 678', consents: [consent] }

async function turnOn(more: object = {}) {
  const administrator = await test.as('administrator')
  const settings = valueOf(await administrator.client.readers.settings({}))
  return administrator.client.readers.setSettings({ ...settings, mode: 'loans', ...more })
}

async function stock(copies = 4) {
  const { client } = await test.as('cataloguer')
  const { id: titleId } = valueOf(await client.catalogue.addTitle({ title: 'Đất rừng phương Nam' }))
  valueOf(await client.copies.addSeries({ name: 'Sách', prefix: 'VN.' }))
  valueOf(await client.copies.addVoucher({ number: 'CT-01', receivedOn: '2026-01-05', source: 'purchase' }))
  const line = { titleId, seriesId: 1, siteId: 1, storeId: 1 }
  valueOf(await client.copies.accession({ voucherId: 1, copies: Array.from({ length: copies }, () => line) }))
  return titleId
}
const scan = (code: string, readerId: number | null = null, more: object = {}) =>
  desk.client.readers.scan({ code, siteId: 1, readerId, ...more })
const number = (at: number) => `VN.${String(at).padStart(6, '0')}`
/** Days later, when everybody has to sign in again. */
async function later(days: number) {
  test.clock.nowMs += days * 86_400_000
  desk = test.stranger()
  valueOf(await desk.call('users.signIn', { username: 'user-desk', password: testPassword }))
}
async function statusOf(at: number) {
  return valueOf(await desk.client.copies.byCode({ code: number(at) }))[0]?.status
}

describe('readers', () => {
  it('are nobody while the library only counts', async () => {
    expect(codeOf(await desk.client.readers.addReader(an))).toBe('cards_not_kept')
    expect(codeOf(await scan('BD000001'))).toBe('loans_not_kept')
  })

  it('have a card at once, are found without marks and by its number', async () => {
    valueOf(await turnOn())
    const reader = valueOf(await desk.client.readers.addReader(an))
    expect(reader.cards).toMatchObject([{ number: 'BD000001', expiresOn: '2027-11-10' }])
    for (const text of ['thi an', 'ÂN NGUYỄN', 'bd000001']) {
      const found = valueOf(await desk.client.readers.list({ text }))
      expect(
        found.rows.map(({ name, standing }) => [name, standing]),
        text,
      ).toEqual([['Nguyễn Thị Ân', 'valid']])
    }
    expect(valueOf(await desk.client.readers.list({ text: 'binh' })).rows).toEqual([])
  })

  it('are asked about when they may be there already', async () => {
    valueOf(await turnOn())
    valueOf(await desk.client.readers.addReader(an))
    const again = { ...an, name: 'nguyễn thị ân', phone: '0912345678' }
    expect(codeOf(await desk.client.readers.addReader(again))).toBe('same_person')
    const other = valueOf(await desk.client.readers.addReader({ ...again, accepted: ['same_person'] }))
    expect(other.cards[0]?.number).toBe('BD000002')
  })

  it('who are children need a guardian, and consent themselves from seven on', async () => {
    valueOf(await turnOn())
    const child = { ...an, groupId: 1, bornOn: '2016-05-01' }
    expect(await desk.client.readers.addReader(child)).toMatchObject({
      error: { code: 'consent_missing', details: { givenBy: 'guardian' } },
    })
    const guardian = { ...consent, givenBy: 'guardian' } as const
    expect(codeOf(await desk.client.readers.addReader({ ...child, consents: [guardian] }))).toBe(
      'consent_missing',
    )
    expect(await desk.client.readers.addReader({ ...child, consents: [] })).toMatchObject({
      error: { code: 'consent_missing', details: { givenBy: 'both' } },
    })
    const small = { ...child, bornOn: '2021-05-01', consents: [guardian] }
    expect(codeOf(await desk.client.readers.addReader(small))).toBe('guardian_missing')
    const named = { ...small, guardian: 'Lê Văn Tám' }
    expect(valueOf(await desk.client.readers.addReader(named)).consents).toHaveLength(1)
  })

  it('who become children need a guardian too, and what was lacking before holds up nothing else', async () => {
    valueOf(await turnOn())
    const { id, rev, consents } = valueOf(await desk.client.readers.addReader(an))
    const child = { ...an, guardian: 'Lê Văn Tám', groupId: 1, bornOn: '2016-05-01', id, rev }
    expect(await desk.client.readers.updateReader(child)).toMatchObject({
      error: { code: 'consent_first', details: { givenBy: 'guardian' } },
    })
    valueOf(await desk.client.readers.addConsent({ ...consent, givenBy: 'guardian', readerId: id }))
    const changed = valueOf(await desk.client.readers.updateReader(child))
    expect(changed.groupId).toBe(1)
    valueOf(await desk.client.readers.withdrawConsent({ id: consents[0]?.id ?? 0 }))
    const moved = { ...child, rev: changed.rev, address: 'Thôn Đoài' }
    expect(valueOf(await desk.client.readers.updateReader(moved)).address).toBe('Thôn Đoài')
  })

  it('have cards that a scanner reads', async () => {
    expect(isAscii(cardNumber(ReaderRule.parse({}), 1))).toBe(true)
    expect(await turnOn({ cardPrefix: 'BĐ' })).toMatchObject({
      error: { code: 'prefix_unreadable', details: { instead: 'BD' } },
    })
  })

  it('renew before the end without losing a day, and a replaced card opens nobody', async () => {
    valueOf(await turnOn())
    const { id, rev } = valueOf(await desk.client.readers.addReader(an))
    const renewed = valueOf(await desk.client.readers.renewCard({ id, rev }))
    expect(renewed.cards[0]?.expiresOn).toBe('2028-11-10')
    const replaced = valueOf(
      await desk.client.readers.replaceCard({ id, rev: renewed.rev, endedFor: 'lost' }),
    )
    expect(replaced.cards.map((card) => [card.number, card.endedFor])).toEqual([
      ['BD000002', null],
      ['BD000001', 'lost'],
    ])
    expect(await scan('bd000001')).toMatchObject({
      error: { code: 'card_ended', details: { newNumber: 'BD000002' } },
    })
    expect(await scan('BD000002')).toMatchObject({ value: { kind: 'reader', reader: { id, loans: [] } } })
  })

  it('leave the counting mode only for good, and go back to it only when nobody is left', async () => {
    valueOf(await turnOn())
    valueOf(await desk.client.readers.addReader(an))
    expect(codeOf(await turnOn({ mode: 'counters', rev: 2 }))).toBe('still_kept')
  })
})

describe('at the desk', () => {
  let readerId: number
  beforeEach(async () => {
    valueOf(await turnOn({ copies: 2, rev: 1 }))
    await stock()
    readerId = valueOf(await desk.client.readers.addReader(an)).id
  })

  it('a copy is lent, comes back, and is what stocktakes and lists say it is', async () => {
    expect(codeOf(await scan(number(1)))).toBe('reader_first')
    const lent = valueOf(await scan(number(1), readerId))
    expect(lent).toMatchObject({ kind: 'lent', loan: { dueOn: '2026-11-24', readerName: an.name } })
    expect(await statusOf(1)).toBe('on_loan')
    expect(valueOf(await scan(number(1), readerId)).kind).toBe('again')
    await later(20)
    expect(valueOf(await scan(number(1)))).toMatchObject({
      kind: 'returned',
      ownSite: null,
      loan: { lateDays: 6 },
    })
    expect(await statusOf(1)).toBe('available')
  })

  it('an expired or suspended card takes back and lends nothing', async () => {
    valueOf(await scan(number(1), readerId))
    const { rev } = valueOf(await desk.client.readers.reader({ id: readerId }))
    const suspended = valueOf(
      await desk.client.readers.suspend({ id: readerId, rev, until: '2026-11-12', reason: 'Làm rách sách' }),
    )
    expect(suspended.standing).toBe('suspended')
    expect(codeOf(await scan(number(2), readerId))).toBe('card_suspended')
    await later(3)
    expect(valueOf(await scan(number(2), readerId)).kind).toBe('lent')
    await later(400)
    expect(codeOf(await scan(number(3), readerId))).toBe('card_expired')
    expect(valueOf(await scan(number(1), readerId)).kind).toBe('returned')
  })

  it('no more is lent than the rule allows, and what is overdue is asked about', async () => {
    valueOf(await scan(number(1), readerId))
    valueOf(await scan(number(2), readerId))
    expect(await scan(number(3), readerId)).toMatchObject({
      error: { code: 'too_many_loans', details: { most: 2 } },
    })
    valueOf(await undoOf(number(2)))
    await later(20)
    expect(codeOf(await scan(number(3), readerId))).toBe('owes_overdue')
    expect(valueOf(await scan(number(3), readerId, { accepted: ['owes_overdue'] })).kind).toBe('lent')
    const late = valueOf(await desk.client.readers.loans({ state: 'overdue' }))
    expect(late.rows.map(({ accessionNumber, lateDays }) => [accessionNumber, lateDays])).toEqual([
      [number(1), 6],
    ])
  })

  async function undoOf(code: string) {
    const open = valueOf(await desk.client.readers.loans({ state: 'open' })).rows
    const loan = open.find(({ accessionNumber }) => accessionNumber === code)
    return desk.client.readers.undoLoan({ id: loan?.id ?? 0, rev: loan?.rev ?? 0 })
  }

  it('the last step is taken back: the loan, its renewal, its return', async () => {
    const lent = valueOf(await scan(number(1), readerId))
    if (lent.kind !== 'lent') throw new Error('not lent')
    const renewed = valueOf(await desk.client.readers.renewLoan({ id: lent.loan.id, rev: lent.loan.rev }))
    expect(renewed.dueOn).toBe('2026-12-08')
    expect(codeOf(await desk.client.readers.renewLoan({ id: renewed.id, rev: renewed.rev }))).toBe(
      'renewed_enough',
    )
    test.clock.nowMs += 60_000
    const back = valueOf(await scan(number(1), readerId))
    if (back.kind !== 'returned') throw new Error('not returned')
    const undo = async (rev: number) => valueOf(await desk.client.readers.undoLoan({ id: renewed.id, rev }))
    const open = await undo(back.loan.rev)
    expect([open.undone, await statusOf(1)]).toEqual(['returned', 'on_loan'])
    const before = await undo(open.loan?.rev ?? 0)
    expect([before.undone, before.loan?.dueOn]).toEqual(['renewed', '2026-11-24'])
    expect((await undo(before.loan?.rev ?? 0)).undone).toBe('lent')
    expect(await statusOf(1)).toBe('available')
  })

  it('a copy that comes back elsewhere waits to go home, and is on its shelf once scanned there', async () => {
    const cataloguer = await test.as('cataloguer')
    const { id: elsewhere } = valueOf(await cataloguer.client.copies.addSite({ name: 'Cơ sở 2' }))
    valueOf(await scan(number(1), readerId))
    test.clock.nowMs += 60_000
    expect(valueOf(await scan(number(1), null, { siteId: elsewhere }))).toMatchObject({
      kind: 'returned',
      ownSite: 'Thư viện thử nghiệm',
    })
    expect(await statusOf(1)).toBe('in_process')
    expect(codeOf(await scan(number(1), readerId, { siteId: elsewhere }))).toBe('copy_on_the_way')
    expect(valueOf(await scan(number(1))).kind).toBe('arrived')
    expect(await statusOf(1)).toBe('available')
  })

  it('what is withdrawn, rotated or kept is not lent, and each says so', async () => {
    const { client } = await test.as('cataloguer')
    valueOf(await client.copies.setStatus({ copyIds: [1], status: 'in_rotation' }))
    expect(codeOf(await scan(number(1), readerId))).toBe('copy_rotated')
    valueOf(await client.copies.setStatus({ copyIds: [1], status: 'in_repair' }))
    expect(await scan(number(1), readerId)).toMatchObject({
      error: { code: 'copy_not_ready', details: { status: 'in_repair' } },
    })
    valueOf(await client.copies.cancelCopies({ copyIds: [2], reason: 'Ghi nhầm' }))
    expect(codeOf(await scan(number(2), readerId))).toBe('copy_gone')
    valueOf(
      await client.catalogue.setClass({ titleIds: [1], class: 'rare', evidence: 'QĐ 12', setOn: today }),
    )
    expect(codeOf(await scan(number(3), readerId))).toBe('copy_kept')
    expect(codeOf(await scan('VN.999999', readerId))).toBe('code_unknown')
  })

  it('loans count as circulation', async () => {
    valueOf(await scan(number(1), readerId))
    const { values } = valueOf(await desk.client.indicators.list({ period: '2026-Q4' }))
    const of = (code: string) => values.find((each) => each.code === code)?.value
    expect([of('M2a.14'), of('M2a.09a'), of('M2a.10'), of('g.4')]).toEqual([1, 1, 1, 1])
  })
})

describe('erasing a person', () => {
  /** Long enough to be found anywhere, and to move rows from page to page. */
  const marked = (at: number) => ({
    ...an,
    name: `Dấu-Riêng-Không-Đâu-Có ${at} ${'x'.repeat(at % 97)}`,
    phone: `0999-${String(at).padStart(6, '0')}`,
    address: `Số nhà ${at} đường Dấu-Riêng`,
  })
  const bytesOf = () =>
    ['library.db', 'library.db-wal', 'logs/engine.log']
      .map((name) => join(folder, name))
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path))

  it('leaves nothing of them in the bytes of the file, and every figure as it was', async () => {
    valueOf(await turnOn())
    await stock()
    const ids: number[] = []
    for (let at = 1; at <= 120; at += 1) ids.push(valueOf(await desk.client.readers.addReader(marked(at))).id)
    const id = ids[57] ?? 0
    const { rev } = valueOf(await desk.client.readers.reader({ id }))
    valueOf(
      await desk.client.readers.updateReader({
        ...marked(58),
        id,
        rev,
        note: 'Dấu-Riêng-Ghi-Chú',
        name: `${marked(58).name} Sửa`,
      }),
    )
    valueOf(await scan(number(1), id))
    test.clock.nowMs += 60_000
    valueOf(await scan(number(1), id))
    valueOf(
      await desk.client.drafts.save({
        form: `readers.updateReader/${id}`,
        values: { name: `${marked(58).name} Nháp` },
      }),
    )
    valueOf(await desk.client.drafts.save({ form: 'readers.addReader', values: { phone: marked(58).phone } }))
    await finishedJob(desk, 'readers.exportReader', { id, format: 'docx' })
    const before = valueOf(await desk.client.indicators.list({ period: '2026-Q4' })).values
    const { state, output } = await finishedJob(desk, 'readers.eraseReader', { id })
    expect([state, output]).toMatchObject(['done', { traces: 0 }])
    for (const mark of [
      marked(58).phone,
      `Dấu-Riêng-Không-Đâu-Có 58 `,
      'Dấu-Riêng-Ghi-Chú',
      'dau-rieng-khong-dau-co 58 ',
    ])
      for (const bytes of bytesOf()) expect(bytes.includes(mark), mark).toBe(false)
    expect(codeOf(await desk.client.readers.reader({ id }))).toBe('reader_not_found')
    // What happened stays counted; that somebody has a valid card ends today.
    const now = valueOf(await desk.client.indicators.list({ period: '2026-Q4' })).values
    const flows = (values: typeof now) => values.filter(({ code }) => !['M2a.10', 'g.4'].includes(code))
    expect(flows(now)).toEqual(flows(before))
    expect(now.find(({ code }) => code === 'M2a.10')?.value).toBe(119)
    const verified = await finishedJob(await test.as('director'), 'journal.verifyChain', {})
    expect(verified.output).toMatchObject({ isWhole: true })
  }, 60_000)

  it('who owes a book is asked about; meant so, the book is missing', async () => {
    valueOf(await turnOn())
    await stock()
    const { id } = valueOf(await desk.client.readers.addReader(an))
    valueOf(await scan(number(1), id))
    const refused = await finishedJob(desk, 'readers.eraseReader', { id })
    expect(refused.error).toMatchObject({ code: 'owes_copies', details: { count: 1 } })
    expect(await statusOf(1)).toBe('on_loan')
    const done = await finishedJob(desk, 'readers.eraseReader', { id, accepted: ['owes_copies'] })
    expect(done.state).toBe('done')
    expect(await statusOf(1)).toBe('missing')
  })

  it('names the backups that still hold them, and a library put aside by an upgrade', async () => {
    valueOf(await turnOn())
    const { id } = valueOf(await desk.client.readers.addReader(an))
    await finishedJob(await test.as('director'), 'backup.make', {})
    mkdirSync(join(folder, 'before-upgrade'))
    writeFileSync(join(folder, 'before-upgrade/library-0100.db'), '')
    const asked = valueOf(await desk.client.readers.erasure({ id }))
    // Beside the library, until the rule lets go of it; somebody may hold it longer.
    expect(asked.backups).toMatchObject([{ place: '', heldFor: '' }])
    expect(asked.backups[0]?.expiresOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    const { output } = await finishedJob(desk, 'readers.eraseReader', { id })
    expect(asked.aside).toMatchObject([{ path: 'before-upgrade/library-0100.db' }])
    expect(output).toMatchObject({ backups: asked.backups, aside: asked.aside })
  })
})
