import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { partOf } from '../../test/documents/zip.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  writeTestFile,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { fileFrom, nameLibrary, signQuarter, summer } from '../../test/support/signed.ts'
import { createExchange } from '../host/exchange.ts'

let test: TestEngine
let director: Person
let preparer: Person
const password = testPassword
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  preparer = await test.as('activities')
  await nameLibrary(test, { reportSymbol: 'BC-TVT' })
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})
const shown = async (id: number) => valueOf(await director.client.reports.period({ id }))
const waits = async () => valueOf(await preparer.client.home.overview({})).due.map(({ kind }) => kind)

describe('preparing, checking and signing', () => {
  it('go from hand to hand, each naming who did it', async () => {
    const { reports } = preparer.client
    const { id } = valueOf(await reports.openPeriod(summer))
    expect(await waits()).not.toContain('reportsToCheck')
    const given = valueOf(await reports.handOver({ id, rev: 1 }))
    expect(given).toMatchObject({ state: 'open', preparedBy: 'Người activities' })
    expect(given.handedOverAt).not.toBeNull()
    expect(await waits()).toContain('reportsToCheck')
    const checked = valueOf(await director.client.reports.check({ id, rev: given.rev, password }))
    expect(checked).toMatchObject({ state: 'checked', checkedBy: 'Người director' })
    expect(await waits()).not.toContain('reportsToCheck')
  })
  it('give back from the checker to the preparer', async () => {
    const { reports } = preparer.client
    const { id } = valueOf(await reports.openPeriod(summer))
    valueOf(await reports.handOver({ id, rev: 1 }))
    const back = valueOf(await director.client.reports.sendBack({ id, rev: 2 }))
    expect(back).toMatchObject({ state: 'open', handedOverAt: null })
    expect(codeOf(await reports.sendBack({ id, rev: 3 }))).toBe('wrong_state')
  })
  it('take only the password of whoever is signed in', async () => {
    const { id } = valueOf(await preparer.client.reports.openPeriod(summer))
    expect(codeOf(await preparer.client.reports.check({ id, rev: 1, password: 'sai' }))).toBe(
      'wrong_credentials',
    )
    expect((await shown(id)).state).toBe('open')
  })
  it('let one of two people through who sign at once', async () => {
    const { id } = valueOf(await preparer.client.reports.openPeriod(summer))
    const { rev } = valueOf(await preparer.client.reports.check({ id, rev: 1, password }))
    const sign = () => director.client.reports.sign({ id, rev, password })
    const codes = (await Promise.all([sign(), sign()])).map(codeOf)
    expect(codes.toSorted()).toEqual(['ok', 'stale'])
  })
  it('wait while the clock is behind what was recorded', async () => {
    const { id } = valueOf(await preparer.client.reports.openPeriod(summer))
    const { rev } = valueOf(await preparer.client.reports.check({ id, rev: 1, password }))
    test.clock.nowMs -= 3_600_000
    expect((await shown(id)).problems).toContain('clock_set_back')
    expect(codeOf(await director.client.reports.sign({ id, rev, password }))).toBe('clock_set_back')
    test.clock.nowMs += 3_600_000
    expect((await shown(id)).problems).not.toContain('clock_set_back')
    expect(codeOf(await director.client.reports.sign({ id, rev, password }))).toBe('ok')
  })
  it('say when a quarter is signed before the one that was begun earlier', async () => {
    valueOf(await preparer.client.reports.openPeriod({ period: '2026-Q2' }))
    const { id } = valueOf(await preparer.client.reports.openPeriod(summer))
    expect((await shown(id)).unsignedBefore).toMatchObject([{ period: '2026-Q2' }])
    const { rev } = valueOf(await preparer.client.reports.check({ id, rev: 1, password }))
    valueOf(await director.client.reports.sign({ id, rev, password }))
    expect((await shown(id)).remark).toBe('Ký khi báo cáo quý trước chưa ký.')
  })
})

describe('the register of papers', () => {
  const textOf = async (id: number) =>
    partOf(
      (await fileFrom(test, director, 'reports.produce', { id, format: 'docx' })).bytes,
      'word/document.xml',
    ).replace(/<[^>]+>/g, '')
  const sealOf = (text: string) => /KHOSACH:\S+[0-9A-F]{64}/.exec(text)?.[0]

  it('waits on the home page until a signed report is in it', async () => {
    const { id } = await signQuarter(test)
    expect(await waits()).toContain('reportsUnregistered')
    valueOf(await preparer.client.reports.register({ periodId: id, number: '15', on: '2026-11-12' }))
    expect(await waits()).not.toContain('reportsUnregistered')
  })
  it('gives number and day to what is printed from then on, and changes nothing that was signed', async () => {
    const { id } = await signQuarter(test)
    const before = await shown(id)
    const early = await fileFrom(test, director, 'reports.produce', { id, format: 'docx' })
    valueOf(await preparer.client.reports.register({ periodId: id, number: '7', on: '2026-11-12' }))
    const text = await textOf(id)
    expect(text).toContain('Số: 07/BC-TVT')
    expect(text).toContain('ngày 12 tháng 11 năm 2026')
    const after = await shown(id)
    expect(after).toMatchObject({ figuresHash: before.figuresHash, problems: [], rev: before.rev })
    expect(after.sheet).toMatchObject({ number: '7', date: '2026-11-12', foot: before.sheet.foot })
    expect(sealOf(after.sheet.foot)).toBe(sealOf(before.sheet.foot))
    for (const { bytes } of [
      early,
      await fileFrom(test, director, 'reports.produce', { id, format: 'docx' }),
    ]) {
      const file = await createExchange(test.engine.dataDir).admit(writeTestFile('bao-cao.docx', bytes))
      const { output } = await finishedJob(director, 'reports.verifyFile', { file })
      expect(output).toMatchObject({ verdict: 'intact' })
    }
  })
  it('is corrected with a reason, and the journal keeps what stood there', async () => {
    const { id } = await signQuarter(test)
    const { reports } = preparer.client
    const { journal } = director.client
    const entered = { periodId: id, number: '15', on: '2026-11-12' }
    const { rev } = valueOf(await reports.register(entered))
    expect(codeOf(await reports.register({ ...entered, rev, number: '16' }))).toBe('reason_missing')
    expect(codeOf(await reports.register({ ...entered, number: '16', reason: 'Ghi nhầm' }))).toBe('stale')
    valueOf(await reports.register({ ...entered, rev, number: '16', reason: 'Ghi nhầm' }))
    const [entry] = valueOf(await journal.list({})).rows
    const { rows } = valueOf(await journal.entry({ id: entry?.id ?? 0 }))
    expect(rows).toMatchObject([{ before: { number: '15' }, after: { number: '16', reason: 'Ghi nhầm' } }])
  })
  it('keeps the scan by its hash, and knows when it was changed on the disk', async () => {
    const { id } = await signQuarter(test)
    valueOf(await preparer.client.reports.register({ periodId: id, number: '15', on: '2026-11-12' }))
    const scan = Buffer.from('%PDF-1.7 bản đóng dấu')
    const file = await createExchange(test.engine.dataDir).admit(writeTestFile('Bản đóng dấu.pdf', scan))
    const attached = await finishedJob(preparer, 'reports.attachScan', { periodId: id, file })
    expect(attached.state).toBe('done')
    const [registration] = (await shown(id)).registrations
    expect(registration?.scan).toMatchObject({ name: 'Bản đóng dấu.pdf', size: scan.length })
    const kept = await fileFrom(test, director, 'reports.openScan', { id: registration?.id })
    expect(kept.bytes.equals(scan)).toBe(true)
  })
})
