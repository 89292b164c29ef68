import { afterEach, beforeEach, expect, it } from 'vitest'
import type { BlockName } from '../../shared/reports/outline.ts'
import { partOf } from '../../test/documents/zip.ts'
import {
  codeOf,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { answerDoubts, fileFrom, signQuarter } from '../../test/support/signed.ts'

let test: TestEngine
let director: Person
let preparer: Person
let cataloguer: Person

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  preparer = await test.as('activities')
  cataloguer = await test.as('cataloguer')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const add = async (title: string, addedOn = '2026-08-01') =>
  valueOf(await cataloguer.client.catalogue.addTitle({ title, material: 'digital', addedOn }))
const open = async (period: string) => valueOf(await preparer.client.reports.openPeriod({ period }))
const blockIn = async (id: number, block: BlockName) => {
  const found = valueOf(await director.client.reports.narrative({ id })).find((each) => each.block === block)
  return found ?? expect.unreachable(block)
}
const write = async (id: number, block: BlockName, text: string | null, rev: number) =>
  preparer.client.reports.setBlock({ id, block, rev, text })
async function printed(id: number): Promise<string> {
  const { bytes } = await fileFrom(test, director, 'reports.produce', { id, format: 'docx' })
  return partOf(bytes, 'word/document.xml')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
}

it('speaks by itself of what is known, and its numbers follow the data', async () => {
  await add('Một')
  const { id } = await open('2026-Q3')
  expect((await blockIn(id, 'm2b')).text).toContain(
    'Có {M2b.06} tài liệu điện tử, tài liệu số, bằng {M2b.07} %',
  )
  await add('Hai')
  expect((await blockIn(id, 'm3')).text).toBe('Trong kỳ không phát sinh.')
  expect((await blockIn(id, 'm2d')).text).toBe('Chưa có số liệu trong kỳ.')
  const [body] = (await printed(id)).split('Phụ lục')
  expect(body).toContain('Có 2 tài liệu điện tử, tài liệu số, bằng 100 % tổng vốn tài liệu')
  expect(body).toContain('3. Xã hội hóa\nTrong kỳ không phát sinh.')
  valueOf(await write(id, 'm3', '', 0))
  expect((await printed(id)).split('Phụ lục')[0]).not.toContain('Xã hội hóa')
})

it('two people write two parts, and the second of one part is told of the first', async () => {
  const { id } = await open('2026-Q3')
  valueOf(await write(id, 'strengths', 'Tốt', 0))
  valueOf(await director.client.reports.setBlock({ id, block: 'causes', rev: 0, text: 'Do mưa' }))
  expect(
    codeOf(await director.client.reports.setBlock({ id, block: 'strengths', rev: 0, text: 'Khá' })),
  ).toBe('stale')
  valueOf(await write(id, 'strengths', null, 1))
  // Whoever had the first words open does not write over what came between.
  expect(codeOf(await write(id, 'strengths', 'Cũ', 1))).toBe('stale')
  expect(await blockIn(id, 'strengths')).toMatchObject({ isWritten: false, rev: 2 })
})

it('words of the last report of the kind come along and wait for somebody to look at them', async () => {
  const spring = await open('2026-Q2')
  valueOf(await write(spring.id, 'causes', 'Thiếu 3 máy quét, vốn {M2b.01} bản.', 0))
  const half = await open('2026-H1')
  expect((await blockIn(half.id, 'causes')).rememberedFrom).toBeNull()
  const { id } = await open('2026-Q3')
  const remembered = await blockIn(id, 'causes')
  expect(remembered).toMatchObject({ text: 'Thiếu 3 máy quét, vốn {M2b.01} bản.', rememberedFrom: '2026-Q2' })
  await answerDoubts(preparer.client, id)
  expect(codeOf(await preparer.client.reports.check({ id, rev: 1, password: testPassword }))).toBe(
    'unreviewed',
  )
  const { periodRev } = valueOf(await write(id, 'causes', remembered.text, remembered.rev))
  expect(codeOf(await preparer.client.reports.check({ id, rev: periodRev, password: testPassword }))).toBe(
    'ok',
  )
})

it('is signed as it stands, whatever the data say later', async () => {
  await add('Một')
  const { id } = await signQuarter(test)
  const before = await blockIn(id, 'm2b')
  expect(before).toMatchObject({ isWritten: false, writtenAt: null })
  await add('Hai')
  expect(await blockIn(id, 'm2b')).toEqual(before)
  expect(await printed(id)).toContain('Có 1 tài liệu điện tử')
  expect(codeOf(await write(id, 'm2b', 'x', before.rev))).toBe('wrong_state')
})

it('whoever signs has read the words: changed since, they ask to be read again', async () => {
  const { id, rev } = await open('2026-Q3')
  const checked = valueOf(await preparer.client.reports.check({ id, rev, password: testPassword }))
  valueOf(await write(id, 'general', 'Thêm', 0))
  const signing = { id, rev: checked.rev, password: testPassword }
  expect(codeOf(await director.client.reports.sign(signing))).toBe('stale')
})

it('tasks ahead are what the plans ask for in the time to come', async () => {
  const administrator = await test.as('administrator')
  const roadmap = valueOf(
    await administrator.client.plans.addRoadmap({
      name: 'Lộ trình',
      startsOn: '2026-01-01',
      endsOn: '2027-12-31',
    }),
  )
  const due = async (name: string, dueOn: string) =>
    valueOf(await administrator.client.plans.addMilestone({ roadmapId: roadmap.id, name, dueOn }))
  await due('Nâng cấp máy chủ', '2026-11-15')
  await due('Mua máy quét', '2027-02-01')
  const { id } = await open('2026-Q3')
  expect((await blockIn(id, 'next')).text).toBe('- Nâng cấp máy chủ (hạn 15/11/2026).')
  expect(await printed(id)).toContain('PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ IV NĂM 2026')
})
