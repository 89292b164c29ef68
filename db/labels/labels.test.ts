import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LabelSource } from '../../shared/labels/contract.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'

let test: TestEngine
let clerk: Person
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  clerk = await test.as('cataloguer')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function shelve(count: number, prefix = 'VV'): Promise<number[]> {
  const { catalogue, copies } = clerk.client
  const title = valueOf(
    await catalogue.addTitle({
      title: 'Đất rừng phương Nam',
      ddc: '895.922334',
      callNumber: '895.922334 ĐRP T.2',
    }),
  )
  const series = valueOf(await copies.addSeries({ name: `Dãy ${prefix}`, prefix }))
  const voucher = valueOf(
    await copies.addVoucher({ number: `CT ${prefix}`, receivedOn: '2026-03-01', source: 'purchase' }),
  )
  const line = { titleId: title.id, seriesId: series.id, siteId: 1, storeId: 1 }
  const { ids } = valueOf(
    await copies.accession({ voucherId: voucher.id, copies: Array.from({ length: count }, () => line) }),
  )
  return ids
}
const template = async (name: RegExp) =>
  valueOf(await clerk.client.labels.templates({})).find((each) => name.test(each.name))?.id ?? 0
const sheet = async (name: RegExp) =>
  valueOf(await clerk.client.labels.sheets({})).find((each) => name.test(each.name))?.id ?? 0
async function asked(source: LabelSource, more: object = {}) {
  return { source, templateId: await template(/^Nhãn mã vạch nhỏ/), sheetId: await sheet(/65 nhãn/), ...more }
}
const print = async (source: LabelSource, more: object = {}) =>
  finishedJob(clerk, 'labels.print', await asked(source, more))

describe('ready sheets and templates', () => {
  it('are there from the first day, each sheet on its page', async () => {
    expect(valueOf(await clerk.client.labels.sheets({})).map(({ name }) => name)).toHaveLength(10)
    const kinds = valueOf(await clerk.client.labels.templates({})).map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(['spine', 'barcode', 'accession', 'card']))
  })

  it('keep one template of each kind, and one sheet', async () => {
    const { labels } = clerk.client
    const [card] = valueOf(await labels.templates({})).filter(({ kind }) => kind === 'card')
    expect(codeOf(await labels.removeTemplate({ id: card?.id ?? 0, rev: 1 }))).toBe('last_template')
    const { design } = valueOf(await labels.template({ id: card?.id ?? 0 }))
    const asSpine = { id: card?.id ?? 0, rev: 1, name: 'Nhãn', kind: 'spine', design } as const
    expect(codeOf(await labels.updateTemplate(asSpine))).toBe('last_template')
    const copy = valueOf(await labels.addTemplate({ name: 'Thẻ khác', kind: 'card', design }))
    valueOf(await labels.removeTemplate({ id: copy.id, rev: copy.rev }))
  })

  it('refuse a sheet whose labels stand over its page', async () => {
    const [first] = valueOf(await clerk.client.labels.sheets({}))
    if (!first) throw new Error('no sheet')
    const { id: _, rev: __, ...fields } = first
    const wide = { ...fields, name: 'Rộng quá', columns: fields.columns + 1 }
    expect(codeOf(await clerk.client.labels.addSheet(wide))).toBe('sheet_overhangs')
  })
})

describe('a run', () => {
  it('counts labels and pages from the place that is free', async () => {
    const copyIds = await shelve(70)
    const first = valueOf(await clerk.client.labels.preview(await asked({ by: 'copies', copyIds })))
    expect(first).toMatchObject({ labels: 70, copies: 70, pages: 2, problemCount: 0, isFitted: false })
    const later = await asked({ by: 'copies', copyIds }, { startAt: 60, each: 2 })
    expect(valueOf(await clerk.client.labels.preview(later))).toMatchObject({ labels: 140, pages: 4 })
    expect(
      codeOf(await clerk.client.labels.preview(await asked({ by: 'copies', copyIds }, { startAt: 66 }))),
    ).toBe('start_off_sheet')
  })

  it('names the copies whose codes no reader reads back, and prints the others when asked to', async () => {
    const good = await shelve(2)
    const bad = await shelve(3, 'VĐ')
    const source = { by: 'copies' as const, copyIds: [...good, ...bad] }
    const { problems, problemCount, labels } = valueOf(await clerk.client.labels.preview(await asked(source)))
    expect({ problemCount, labels }).toEqual({ problemCount: 3, labels: 2 })
    expect(problems[0]).toMatchObject({ copyId: bad[0], name: 'VĐ000001', problem: 'code_not_ascii' })
    expect((await print(source)).error).toMatchObject({ code: 'codes_unprintable', details: { count: 3 } })
    expect((await print(source, { isLeavingOut: true })).output).toMatchObject({ labels: 2, leftOut: 3 })
  })

  it('takes what has no label yet, until it has one, and again once the paper was spoiled', async () => {
    await shelve(4)
    const source = { by: 'unlabelled' as const, siteId: null }
    const { output } = await print(source)
    expect(output).toMatchObject({ labels: 4 })
    expect((await print(source)).error?.code).toBe('nothing_to_print')
    const { batchId } = output as { batchId: number }
    valueOf(await clerk.client.labels.forgetBatch({ id: batchId }))
    expect((await print(source)).output).toMatchObject({ labels: 4 })
    const batches = valueOf(await clerk.client.labels.batches({})).rows
    expect(batches.map(({ copies, forgottenAt }) => [copies, forgottenAt !== null])).toEqual([
      [4, false],
      [4, true],
    ])
    expect(batches[0]).toMatchObject({ first: 'VV000001', last: 'VV000004' })
  })

  it('of another kind of label still waits for it', async () => {
    await shelve(2)
    await print({ by: 'unlabelled', siteId: null })
    const spine = { templateId: await template(/^Nhãn gáy:/) }
    expect((await print({ by: 'unlabelled', siteId: null }, spine)).output).toMatchObject({ labels: 2 })
  })

  it('is printed once more as it was, without the copies that have left', async () => {
    const copyIds = await shelve(3)
    const { output } = await print({ by: 'copies', copyIds }, { each: 2 })
    const { batchId } = output as { batchId: number }
    valueOf(await clerk.client.copies.cancelCopies({ copyIds: copyIds.slice(0, 1), reason: 'Ghi nhầm' }))
    const again = await finishedJob(clerk, 'labels.reprint', { batchId, startAt: 2 })
    expect(again.output).toMatchObject({ labels: 4, pages: 1 })
  })

  it('of cards needs a template of cards, and keeps no name anywhere', async () => {
    const cards = [{ personName: 'Nguyễn Thị Hoàng Yến', cardNumber: 'TV001', unit: '', validUntil: '' }]
    expect((await print({ by: 'cards', cards })).error?.code).toBe('source_wrong')
    const card = { templateId: await template(/^Thẻ/), sheetId: await sheet(/10 thẻ/) }
    expect((await print({ by: 'cards', cards }, card)).output).toMatchObject({ labels: 1 })
    const unreadable = cards.map((each) => ({ ...each, cardNumber: 'THẺ 001' }))
    expect((await print({ by: 'cards', cards: unreadable }, card)).error).toMatchObject({
      code: 'codes_unprintable',
      details: { count: 1 },
    })
    const { raw } = test.engine.connection
    for (const table of ['job', 'labelBatch', 'journalRow', 'journalChain'])
      expect(JSON.stringify(raw.prepare(`select * from ${table}`).all())).not.toContain('Hoàng Yến')
  })

  it('is fitted to stock of another size', async () => {
    const copyIds = await shelve(1)
    const other = await asked({ by: 'copies', copyIds }, { sheetId: await sheet(/24 nhãn/) })
    const { isFitted, drawings } = valueOf(await clerk.client.labels.preview(other))
    expect(isFitted).toBe(true)
    expect(drawings[0]).toMatchObject({ widthMm: 70, heightMm: 37 })
  })
})
