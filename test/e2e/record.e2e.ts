import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import { valueOf } from '../support/engine.ts'
import { enter, heading, toast } from './support/frame.ts'
import { holdBack } from './support/hold.ts'
import { openInputMethod } from './support/keyboard.ts'
import { gone, holds, isFocused, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { field } from './support/titles.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
const odd: MarcRecord['fields'][number] = {
  tag: '591',
  indicators: '7z',
  subfields: [
    ['x', 'Ghi riêng của thư viện, giá $12'],
    ['9', '  giữ nguyên  '],
  ],
}
let id: number

async function recordOf(titleId: number): Promise<MarcRecord> {
  const reader = await stage.client('reader')
  return valueOf(await reader.catalogue.record({ id: titleId })).record
}

beforeAll(async () => {
  const cataloguer = await stage.client('cataloguer')
  const added = valueOf(
    await cataloguer.catalogue.addTitle({ title: 'Truyện Kiều', authors: 'Nguyễn Du', publishedYear: 2015 }),
  )
  id = added.id
  const { record, rev } = valueOf(await cataloguer.catalogue.record({ id }))
  valueOf(
    await cataloguer.catalogue.saveRecord({
      id,
      rev,
      record: { ...record, fields: [...record.fields, odd] },
    }),
  )
})

function line(page: Page, tag: string): Locator {
  return page.getByLabel(vietnamese('catalogue.marc.cells.text', { tag }), { exact: true })
}

test('a field is added by keys alone, and what the editor does not change stays byte for byte', async () => {
  const before = await recordOf(id)
  const page = await stage.as('cataloguer', `/catalogue/${id}/marc`)
  await line(page, '245').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('246')
  await page.keyboard.type('3 ')
  await page.keyboard.press('Tab')
  await page.keyboard.type('$aĐoạn trường tân thanh')
  await see(page.getByText(vietnamese('marc.tags.246')))
  await page.keyboard.press('Control+Enter')
  await see(toast(page, vietnamese('common.saved')))
  const after = await recordOf(id)
  const at = before.fields.findIndex(({ tag }) => tag === '245') + 1
  expect(after.fields).toEqual(
    before.fields.toSpliced(at, 0, {
      tag: '246',
      indicators: '3 ',
      subfields: [['a', 'Đoạn trường tân thanh']],
    }),
  )
  await toast(page, vietnamese('common.saved'))
    .getByRole('button', { name: vietnamese('common.actions.undo') })
    .click()
  await see(toast(page, vietnamese('catalogue.marc.undone')))
  expect(await recordOf(id)).toEqual(before)
})

test('lines are doubled, moved, deleted and brought back by keys', async () => {
  const page = await stage.as('cataloguer', `/catalogue/${id}/marc`)
  const tags = () =>
    page.getByLabel(/^Nhãn trường/).evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value))
  await see(line(page, '245'))
  const before = await tags()
  await line(page, '245').focus()
  await page.keyboard.press('Control+d')
  await soon(tags).toEqual(before.toSpliced(before.indexOf('245'), 0, '245'))
  await page.keyboard.press('Control+Delete')
  await soon(tags).toEqual(before)
  await line(page, '245').focus()
  await page.keyboard.press('Alt+ArrowUp')
  const moved = before.filter((tag) => tag !== '245').toSpliced(before.indexOf('245') - 1, 0, '245')
  await soon(tags).toEqual(moved)
  await isFocused(line(page, '245'))
  await page.keyboard.press('Control+z')
  await soon(tags).toEqual(before)
})

test('an impossible tag is named beside its line and keeps the record from being saved', async () => {
  const page = await stage.as('cataloguer', `/catalogue/${id}/marc`)
  await line(page, '245').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('2a5')
  await see(page.getByText(vietnamese('marc.problems.tag_impossible', { tag: '2a5' })))
  await page.keyboard.press('Control+Enter')
  await see(page.getByText(vietnamese('catalogue.marc.errors', { count: 1 })))
  await isFocused(line(page, '2a5'))
  await page.keyboard.press('Control+Delete')
  await gone(page.getByText(vietnamese('marc.problems.tag_impossible', { tag: '2a5' })))
})

test('while an input method composes a word, its keys neither add a line nor save', async () => {
  const page = await stage.as('cataloguer', `/catalogue/${id}/marc`)
  await line(page, '245').focus()
  await page.keyboard.press('End')
  const lines = await page.getByLabel(/^Nhãn trường/).count()
  const method = await openInputMethod(page)
  await method.processKey()
  await method.compose('Kiều')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await method.commit('Kiều')
  expect(await page.getByLabel(/^Nhãn trường/).count()).toBe(lines)
  await soon(() => line(page, '245').inputValue()).toContain('Kiều')
  await page.getByRole('button', { name: vietnamese('common.actions.cancel') }).click()
})

test('two specialists at one record: what one changed is merged, what both changed is asked about', async () => {
  const first = await stage.as('cataloguer', `/catalogue/${id}/marc`)
  const second = await stage.as('administrator', `/catalogue/${id}/marc`)
  await see(line(second, '245'))
  await line(second, '245').fill('$aTruyện Thúy Kiều$cNguyễn Du')
  await line(second, '591').fill('$xGhi của người thứ hai')
  await line(first, '245').fill('$aKim Vân Kiều$cNguyễn Du')
  await first.keyboard.press('Control+Enter')
  await see(toast(first, vietnamese('common.saved')))

  await second.keyboard.press('Control+Enter')
  const dialog = second.getByRole('dialog', { name: vietnamese('ui.conflict.title') })
  await see(dialog.getByText(/Kim Vân Kiều/))
  await see(dialog.getByText(/Truyện Thúy Kiều/))
  await dialog.getByRole('radio').nth(1).check()
  await dialog.getByRole('button', { name: vietnamese('ui.conflict.save') }).click()
  await see(toast(second, vietnamese('ui.conflict.merged')))
  const { fields } = await recordOf(id)
  expect(JSON.stringify(fields)).toContain('Kim Vân Kiều')
  expect(JSON.stringify(fields)).toContain('Ghi của người thứ hai')
})

/** Another person's change of one field meanwhile. */
async function changed(titleId: number, tag: string, text: string): Promise<void> {
  const other = await stage.client('administrator')
  const { record, rev } = valueOf(await other.catalogue.record({ id: titleId }))
  const field = { tag, indicators: '  ', subfields: [['a', text]] as [string, string][] }
  const fields = [...record.fields.filter((each) => each.tag !== tag), field]
  valueOf(await other.catalogue.saveRecord({ id: titleId, rev, record: { ...record, fields } }))
}

test('to undo a merged saving takes back what was changed here and keeps what the other changed', async () => {
  const cataloguer = await stage.client('cataloguer')
  const added = valueOf(
    await cataloguer.catalogue.addTitle({ title: 'Bước đường cùng', edition: 'In lần 1' }),
  )
  const page = await stage.as('cataloguer', `/catalogue/${added.id}/marc`)
  const release = await holdBack(page, 'catalogue.saveRecord')
  await line(page, '245').fill('$aBước đường mới')
  await page.keyboard.press('Control+Enter')
  await changed(added.id, '500', 'Ghi của đồng nghiệp')
  release()
  const merged = toast(page, vietnamese('ui.conflict.merged'))
  await see(merged)
  expect(JSON.stringify(await recordOf(added.id))).toMatch(/Bước đường mới.*Ghi của đồng nghiệp/)
  await merged.getByRole('button', { name: vietnamese('common.actions.undo') }).click()
  await see(toast(page, vietnamese('catalogue.marc.undone')))
  expect(JSON.stringify(await recordOf(added.id))).toMatch(/Bước đường cùng.*Ghi của đồng nghiệp/)
  await holds(line(page, '245'), '$aBước đường cùng')
})

test('what is typed while a record is being saved, and after it, is neither saved unasked nor lost', async () => {
  const cataloguer = await stage.client('cataloguer')
  const added = valueOf(await cataloguer.catalogue.addTitle({ title: 'Lều chõng', edition: 'In lần 1' }))
  const page = await stage.as('cataloguer', `/catalogue/${added.id}/marc`)
  const release = await holdBack(page, 'catalogue.saveRecord')
  await line(page, '245').fill('$aLều chõng mới')
  await page.keyboard.press('Control+Enter')
  await line(page, '250').fill('$aIn lần 2')
  release()
  const saved = toast(page, vietnamese('common.saved'))
  await see(saved)
  await holds(line(page, '250'), '$aIn lần 2')
  expect(JSON.stringify(await recordOf(added.id))).toMatch(/Lều chõng mới.*In lần 1/)
  await saved.getByRole('button', { name: vietnamese('common.actions.undo') }).click()
  await see(toast(page, vietnamese('catalogue.marc.undone')))
  await holds(line(page, '250'), '$aIn lần 2')
  await line(page, '250').focus()
  await page.keyboard.press('Control+Enter')
  await soon(async () => JSON.stringify(await recordOf(added.id))).toMatch(/Lều chõng".*In lần 2/)
})

test('a draft of the field editor survives leaving, and a new title can be written by fields', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new/marc')
  await line(page, '245').fill('$aSách viết theo trường$bthử')
  await enter(page, '/home')
  await enter(page, '/catalogue/new/marc')
  await holds(line(page, '245'), '$aSách viết theo trường$bthử')
  await line(page, '245').focus()
  await page.keyboard.press('Control+Enter')
  await see(heading(page, /Sách viết theo trường : thử/))
})

test('what was changed by fields is told by its fields, what was changed in the form by its boxes', async () => {
  const cataloguer = await stage.client('cataloguer')
  const added = valueOf(await cataloguer.catalogue.addTitle({ title: 'Đời thừa', publisher: 'NXB Cũ' }))
  const { record, rev } = valueOf(await cataloguer.catalogue.record({ id: added.id }))
  const fields = record.fields.map((each) =>
    'subfields' in each && each.tag === '260'
      ? { ...each, subfields: [['b', 'NXB Mới'] as [string, string]] }
      : each,
  )
  const saved = valueOf(
    await cataloguer.catalogue.saveRecord({ id: added.id, rev, record: { ...record, fields } }),
  )
  const title = valueOf(await cataloguer.catalogue.title({ id: added.id }))
  valueOf(await cataloguer.catalogue.updateTitle({ ...title, rev: saved.rev, subtitle: 'truyện ngắn' }))
  const page = await stage.as('cataloguer', `/catalogue/${added.id}/history`)
  const acts = page.getByRole('tabpanel').locator('ol > li')
  await soon(() => acts.count()).toBe(3)
  await see(acts.nth(0).getByRole('insertion').filter({ hasText: 'truyện ngắn' }))
  await see(acts.nth(1).getByRole('insertion').filter({ hasText: '$b NXB Mới' }))
  for (const act of [acts.nth(0), acts.nth(1)]) expect(await act.getByRole('insertion').count()).toBe(1)
})

test('a run of issues is added at once, an issue is marked missing, and all of it is there after a reload', async () => {
  const cataloguer = await stage.client('cataloguer')
  const serial = valueOf(await cataloguer.catalogue.addTitle({ title: 'Tạp chí Xứ sở', material: 'serial' }))
  for (const [startsOn, frequency] of [
    ['2020-01-01', 'monthly'],
    ['2026-01-01', 'weekly'],
  ] as const) {
    valueOf(await cataloguer.catalogue.setSubscription({ titleId: serial.id, startsOn, frequency }))
  }
  const page = await stage.as('cataloguer', `/catalogue/${serial.id}/issues`)
  const run = page.getByRole('form', { name: vietnamese('catalogue.serials.add') })
  await holds(run.getByLabel(vietnamese('catalogue.serials.frequency')), 'weekly')
  await page.getByLabel(vietnamese('catalogue.serials.run')).fill('1–12/2026')
  await see(page.getByText(vietnamese('catalogue.serials.runCount', { count: 12 })))
  await page.keyboard.press('Enter')
  await see(toast(page, vietnamese('catalogue.serials.added', { count: 12 })))
  await page.getByLabel(vietnamese('catalogue.serials.stateOf', { number: '3/2026' })).selectOption('missing')
  await soon(async () => {
    const { rows } = valueOf(await cataloguer.catalogue.issues({ titleId: serial.id }))
    return rows.find(({ number }) => number === '3/2026')?.state
  }).toBe('missing')
  await page.getByLabel(vietnamese('catalogue.serials.run')).fill('tháng ba')
  await page.keyboard.press('Enter')
  await see(page.getByText(vietnamese('catalogue.serials.runAdvice')))
})

test('a title is put into a special class with its evidence, and taken out again from a day on', async () => {
  const page = await stage.as('cataloguer', `/catalogue/${id}/classes`)
  await page.getByLabel(vietnamese('catalogue.classes.evidence')).fill('Biên bản thẩm định số 3')
  await page.getByRole('button', { name: vietnamese('catalogue.classes.add') }).click()
  const row = page.getByRole('row').filter({ hasText: 'Biên bản thẩm định số 3' })
  await see(row)
  await row.getByRole('button', { name: vietnamese('catalogue.classes.end') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: vietnamese('catalogue.classes.end') }).click()
  await gone(dialog)
  await gone(row.getByRole('button'))
})

test('an article finds the journal it stands in by typing, and stands among its articles', async () => {
  const page = await stage.as('cataloguer', '/catalogue/new')
  await page.getByLabel(vietnamese('catalogue.fields.material'), { exact: true }).selectOption('article')
  await field(page, 'title').fill('Một bài về thơ Nôm')
  await page.getByRole('combobox', { name: vietnamese('catalogue.fields.hostId') }).focus()
  await page.keyboard.type('tap chi xu so')
  await see(page.getByRole('option', { name: /Tạp chí Xứ sở/ }))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: vietnamese('catalogue.form.saveAndOpen') }).click()
  await see(heading(page, 'Một bài về thơ Nôm'))
  await page.getByRole('link', { name: 'Tạp chí Xứ sở' }).click()
  await page.getByRole('tab', { name: vietnamese('catalogue.record.tabs.articles') }).click()
  await see(page.getByRole('link', { name: 'Một bài về thơ Nôm' }))
})

test('the call number rule shows at once what comes of it, and the form proposes by it', async () => {
  const page = await stage.as('administrator', '/settings/call-numbers')
  await page.getByLabel(vietnamese('settings.callNumbers.ddcDecimals')).fill('1')
  await see(page.getByText('895.9 TK', { exact: true }))
  await page.keyboard.press('Control+Enter')
  await see(toast(page, vietnamese('common.saved')))
  await enter(page, '/catalogue/new')
  await field(page, 'title').fill('Truyện Kiều')
  await field(page, 'ddc').fill('895.92212')
  await see(page.getByText(vietnamese('catalogue.callNumber.proposal', { callNumber: '895.9 TK' })))
  await page.getByRole('button', { name: vietnamese('catalogue.callNumber.take') }).click()
  await holds(field(page, 'callNumber'), '895.9 TK')
})
