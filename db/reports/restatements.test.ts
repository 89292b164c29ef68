import { zstdDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
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
import { fileFrom, makeKey, nameLibrary, signQuarter, summer } from '../../test/support/signed.ts'

let test: TestEngine
let director: Person
let cataloguer: Person
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  cataloguer = await test.as('cataloguer')
  await nameLibrary(test)
  await makeKey(test)
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const buy = async (title: string, addedOn: string) =>
  valueOf(
    await cataloguer.client.catalogue.addTitle({
      title,
      material: 'digital',
      digitalOrigin: 'bought',
      addedOn,
    }),
  )
const changes = async (id: number) => valueOf(await director.client.reports.changes({ id }))
async function restate(id: number, reason: string) {
  const { rev } = valueOf(await director.client.reports.period({ id }))
  return director.client.reports.restate({ id, rev, reason, password: testPassword })
}
async function packageOf(periodId: number) {
  const { name, bytes } = await fileFrom(test, director, 'sync.exportPackage', { periodId })
  const text = zstdDecompressSync(bytes.subarray('KHOSACH1\n'.length + 65)).toString('utf8')
  const { payload } = JSON.parse(text) as {
    payload: { revision: number; figures: { code: string; value: number }[]; figuresHash: string }
  }
  return { name, ...payload, bought: payload.figures.find(({ code }) => code === 'M2b.09')?.value }
}

it('a signed figure stays, whatever is said anew of it; each restatement stands beside the one before', async () => {
  await buy('Một', '2026-08-01')
  const { id } = await signQuarter(test)
  await buy('Hai', '2026-08-02')
  const found = (await changes(id)).figures.find(({ code }) => code === 'M2b.09')
  expect(found).toMatchObject({ before: { value: 1 }, now: { value: 2 } })
  valueOf(await restate(id, 'Nhập sót một nhan đề'))
  expect((await changes(id)).figures).toEqual([])
  expect(codeOf(await restate(id, 'Lần nữa'))).toBe('nothing_changed')
  await buy('Ba', '2026-08-03')
  expect(valueOf(await restate(id, 'Nhập sót nữa')).restated).toBe(2)
  const { restatements } = await changes(id)
  expect(
    restatements.map(({ number, figures }) => [number, figures.find(({ code }) => code === 'M2b.09')]),
  ).toMatchObject([
    [1, { before: { value: 1 }, after: { value: 2 } }],
    [2, { before: { value: 2 }, after: { value: 3 } }],
  ])
  const { figures } = valueOf(await director.client.reports.period({ id }))
  expect(figures.find(({ code }) => code === 'M2b.09')).toMatchObject({ value: 1 })
  const autumn = { period: '2026-Q4' }
  const next = valueOf(await director.client.reports.openPeriod(autumn))
  const compared = valueOf(await director.client.reports.period({ id: next.id })).figures
  expect(compared.find(({ code }) => code === 'M2b.09')).toMatchObject({
    previous: { value: 3, isSigned: true },
  })
})

it('what does not touch the figures of a quarter is no reason to restate it', async () => {
  const { id: titleId, rev } = await buy('Một', '2026-08-01')
  const { id } = await signQuarter(test)
  valueOf(
    await cataloguer.client.catalogue.updateTitle({
      id: titleId,
      rev,
      title: 'Một, sửa tên',
      material: 'digital',
      digitalOrigin: 'bought',
      addedOn: '2026-08-01',
    }),
  )
  await buy('Hai', '2026-10-02')
  expect(await changes(id)).toEqual({ figures: [], restatements: [] })
})

it('the ministry gets it under the next number, the same bytes each time, and it waits until then', async () => {
  await buy('Một', '2026-08-01')
  const { id } = await signQuarter(test)
  const first = await packageOf(id)
  expect([first.revision, first.bought]).toEqual([1, 1])
  const unsent = async () => valueOf(await director.client.sync.status({})).unsent
  expect(await unsent()).toBe(0)
  await buy('Hai', '2026-08-02')
  valueOf(await restate(id, 'Nhập sót'))
  expect(await unsent()).toBe(1)
  const second = await packageOf(id)
  expect([second.revision, second.bought]).toEqual([2, 2])
  expect(second.name).toMatch(/-Q3-2\.khosach$/)
  expect(second.figuresHash).not.toBe(first.figuresHash)
  expect(await packageOf(id)).toEqual(second)
  expect(await unsent()).toBe(0)
})

it('its paper tells both numbers and the reason, and stays', async () => {
  await buy('Một', '2026-08-01')
  const { id } = await signQuarter(test)
  await buy('Hai', '2026-08-02')
  valueOf(await restate(id, 'Nhập sót hóa đơn tháng 8'))
  const paper = async () => {
    const input = { id, format: 'docx', restatement: 1 }
    const { name, bytes } = await fileFrom(test, director, 'reports.produce', input)
    expect(name).toBe('bao-cao-2026-Q3-dinh-chinh-1.docx')
    return partOf(bytes, 'word/document.xml').replace(/<[^>]+>/g, ' ')
  }
  const first = await paper()
  for (const words of ['Nhập sót hóa đơn tháng 8', 'Số đã báo cáo', 'Số đính chính', 'M2b.09'])
    expect(first).toContain(words)
  await buy('Ba', '2026-08-03')
  expect(await paper()).toBe(first)
})

it('a restated figure that was changed by hand is found', async () => {
  await buy('Một', '2026-08-01')
  const { id } = await signQuarter(test, summer)
  await buy('Hai', '2026-08-02')
  valueOf(await restate(id, 'Nhập sót'))
  test.engine.connection.raw.exec("update restatedFigure set value = 9 where code = 'M2b.09'")
  expect(valueOf(await director.client.reports.period({ id })).problems).toEqual(['figures_altered'])
})
