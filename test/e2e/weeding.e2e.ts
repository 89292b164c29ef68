import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '../../shared/client.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { partOf } from '../documents/zip.ts'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { heading, toast } from './support/frame.ts'
import { bytesOf, gone, holds, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese, vietnameseLike } from './support/words.ts'

const stage = setStage()
const year = isoDateAt(Date.now()).slice(0, 4)
const name = vietnamese('weeding.form.defaultName', { year })
let clerk: Client
let weedingId = 0

/** Forty copies of two titles, of which three are damaged and one is missing. */
beforeAll(async () => {
  clerk = await stage.client('cataloguer')
  const { catalogue, copies } = clerk
  const series = valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VV' }))
  const voucher = { number: 'CT-01', receivedOn: '2015-03-01', source: 'purchase' } as const
  const { id: voucherId } = valueOf(await copies.addVoucher(voucher))
  for (const title of ['Tin học căn bản', 'Đất rừng phương Nam']) {
    const { id: titleId } = valueOf(await catalogue.addTitle({ title, ddc: '004', publishedYear: 2003 }))
    const line = { titleId, seriesId: series.id, siteId: 1, storeId: 1, priceMinor: 40_000 }
    valueOf(await copies.accession({ voucherId, copies: Array.from({ length: 20 }, () => line) }))
  }
  valueOf(await copies.setCondition({ copyIds: [1, 2, 3], condition: 'damaged', on: '2026-01-10' }))
})

const paper = (page: Page, kind: string) =>
  page.getByRole('button', { name: vietnameseLike('weeding.steps.step', { name: step(kind) }) })
const step = (kind: string) => vietnamese(`weeding.steps.names.${kind}`)
const list = (page: Page) => page.getByRole('grid', { name: vietnamese('weeding.items.label') })

/** The next paper has come back signed. */
async function record(page: Page, kind: string, number: string): Promise<void> {
  await paper(page, kind).click()
  await page.getByRole('button', { name: vietnamese('weeding.record.open') }).click()
  const title = vietnamese('weeding.record.title', { name: vietnamese(`weeding.papers.${kind}`) })
  const dialog = page.getByRole('dialog', { name: title })
  if (number !== '') await dialog.getByLabel(vietnamese('weeding.record.number')).first().fill(number)
  await dialog.getByRole('button', { name: vietnamese('weeding.record.submit') }).click()
  await see(toast(page, vietnamese('weeding.record.done', { name: vietnamese(`weeding.papers.${kind}`) })))
  await gone(dialog)
}

test('rules find candidates that say why, and bring them into a dossier; the whole act can be taken back', async () => {
  const page = await stage.as('cataloguer', '/weeding')
  await see(page.getByText(vietnamese('weeding.list.empty')))
  await page.getByRole('link', { name: vietnamese('weeding.tabs.candidates') }).click()
  await see(page.getByText(vietnamese('weeding.candidates.noRule')))
  await see(page.getByLabel(vietnamese('weeding.rulesForm.unused'), { exact: true }))
  await page.getByLabel(vietnamese('weeding.rulesForm.damaged'), { exact: true }).check()
  await page.getByRole('button', { name: vietnamese('weeding.rulesForm.submit'), exact: true }).click()
  const found = page.getByRole('grid', { name: vietnamese('weeding.candidates.label') })
  await soon(() => found.getByRole('row').filter({ hasText: 'tình trạng: Hỏng' }).count()).toBe(3)
  await expectAccessible(page, 'candidates')
  const putIn = (key: string, count: number) =>
    page.getByRole('button', { name: vietnamese(key, { count, shown: String(count) }) })
  await found.getByRole('row').nth(1).getByRole('checkbox').check()
  await see(putIn('weeding.candidates.gatherChosen', 1))
  await page.getByRole('button', { name: vietnamese('ui.chosen.clear') }).click()
  await putIn('weeding.candidates.gather', 3).click()
  const dialog = page.getByRole('dialog')
  await holds(dialog.getByLabel(vietnamese('weeding.fields.name')), name)
  await dialog
    .getByRole('button', { name: vietnamese('weeding.gather.submit', { count: 3, shown: '3' }) })
    .click()
  await see(heading(page, name))
  await soon(() => list(page).getByRole('row').count()).toBe(4)
  await page.keyboard.press('Control+z')
  await see(toast(page, vietnamese('weeding.gather.undone', { count: 3, shown: '3' })))
  await see(page.getByText(vietnamese('weeding.items.empty.listed')))
  weedingId = valueOf(await clerk.weeding.list({})).rows[0]?.id ?? 0
})

test('copies are scanned in one after another; one that is not there says so, one is taken off with a reason', async () => {
  const page = await stage.as('cataloguer', `/weeding/${weedingId}`)
  await page.getByRole('button', { name: vietnamese('weeding.items.scan'), exact: true }).click()
  const box = page.getByRole('searchbox', { name: vietnamese('weeding.add.scan') })
  await box.fill('VV000001')
  await box.press('Enter')
  await see(page.getByText(vietnamese('weeding.add.groundFirst', { code: 'VV000001' })))
  await page.getByRole('combobox', { name: vietnamese('weeding.add.ground') }).selectOption('damaged')
  for (const code of ['VV000001', 'VV000002', 'VV000003', 'VV000004']) {
    await box.fill(code)
    await box.press('Enter')
  }
  await soon(() => list(page).getByRole('row').count()).toBe(5)
  await box.fill('KHONGCO')
  await box.press('Enter')
  await see(page.getByRole('alert').filter({ hasText: 'KHONGCO' }))
  const fourth = list(page).getByRole('row').filter({ hasText: 'VV000004' })
  await fourth.getByRole('checkbox').check()
  await page.getByRole('button', { name: vietnamese('weeding.items.remove') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(vietnamese('weeding.drop.reason')).fill('Còn dùng tốt')
  await dialog
    .getByRole('button', { name: vietnamese('weeding.drop.submit', { count: 1, shown: '1' }) })
    .click()
  await gone(fourth)
  await expectAccessible(page, 'dossier')
})

test('a dossier begun from the list is open at once, and the way back asks for no other', async () => {
  const page = await stage.as('cataloguer', '/weeding')
  await page.getByRole('button', { name: vietnamese('weeding.list.add') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(vietnamese('weeding.fields.name')).fill('Thanh lọc báo cũ')
  await dialog.getByRole('button', { name: vietnamese('common.actions.save') }).click()
  await see(heading(page, 'Thanh lọc báo cũ'))
  await page.goBack()
  await see(heading(page, vietnamese('weeding.list.title')))
  expect(await dialog.count()).toBe(0)
})

test('the list to fetch by goes along the shelves', async () => {
  const page = await stage.as('reader', `/weeding/${weedingId}`)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: vietnamese('weeding.items.fetchLabel') }).click()
  await page.getByRole('menuitem', { name: vietnamese('weeding.items.fetch.xlsx') }).click()
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
})

test('five papers in order: a council with its chair, one copy struck off, votes, and back one step with a reason', async () => {
  const page = await stage.as('cataloguer', `/weeding/${weedingId}`)
  await record(page, 'proposal', '05')
  await record(page, 'list', '')
  await paper(page, 'council').click()
  await see(page.getByText(vietnamese('weeding.missing.chair')).last())
  // What a step waits for stands within its box.
  expect(await paper(page, 'council').evaluate((box) => box.scrollHeight <= box.clientHeight)).toBe(true)
  await page.getByRole('button', { name: vietnamese('weeding.council.add') }).click()
  await page
    .getByRole('textbox', { name: vietnamese('weeding.council.name'), exact: true })
    .fill('Trần Quang Huy')
  await see(page.getByText(vietnamese('weeding.missing.saved')))
  await page.keyboard.press('Control+Enter')
  await see(toast(page, vietnamese('common.saved')))
  await record(page, 'council', '41')
  await page.getByRole('tab', { name: vietnamese('weeding.page.tabs.items', { shown: '3' }) }).click()
  await list(page).getByRole('row').filter({ hasText: 'VV000003' }).getByRole('checkbox').check()
  await page.getByRole('button', { name: vietnamese('weeding.items.strike') }).click()
  await page.getByRole('dialog').getByLabel(vietnamese('weeding.drop.reason')).fill('Bạn đọc còn tìm')
  await page.keyboard.press('Enter')
  await soon(() => list(page).getByRole('row').count()).toBe(3)
  await paper(page, 'minutes').click()
  await page.getByLabel(vietnamese('weeding.content.votesFor')).fill('3')
  await page.keyboard.press('Control+Enter')
  await gone(page.getByText(vietnamese('weeding.missing.saved')))
  await record(page, 'minutes', '')
  await page.getByRole('button', { name: vietnamese('weeding.acts.back') }).click()
  await page.getByRole('dialog').getByLabel(vietnamese('weeding.back.reason')).fill('Ghi nhầm ngày họp')
  await page.getByRole('button', { name: vietnamese('weeding.back.submit') }).click()
  await see(page.getByText(vietnamese('weeding.page.backReason', { reason: 'Ghi nhầm ngày họp' })))
  await record(page, 'minutes', '')
})

test('only the approval takes copies out, after it said how many; its paper is the same whenever it is made', async () => {
  const page = await stage.as('director', `/weeding/${weedingId}?part=papers&paper=approval`)
  expect(valueOf(await clerk.copies.copy({ id: 1 })).withdrawnOn).toBe(null)
  await page.getByRole('button', { name: vietnamese('weeding.approve.open') }).click()
  const dialog = page.getByRole('dialog', { name: vietnamese('weeding.approve.title') })
  await see(dialog.getByText(/80\.000/))
  await dialog.getByLabel(vietnamese('weeding.record.number')).first().fill('52/QĐ-SVHTTDL')
  await dialog
    .getByRole('button', { name: vietnamese('weeding.approve.submit', { count: 2, shown: '2' }) })
    .click()
  await see(toast(page, vietnamese('weeding.approve.done', { count: 2, shown: '2' })))
  await see(page.getByText(vietnamese('weeding.stages.approved')))
  expect(valueOf(await clerk.copies.copy({ id: 1 })).withdrawnOn).not.toBe(null)
  expect(valueOf(await clerk.copies.copy({ id: 3 })).withdrawnOn).toBe(null)
  const first = await produced(page)
  expect(partOf(first, 'word/document.xml')).toContain('52/QĐ-SVHTTDL')
  expect(partOf(await produced(page), 'word/document.xml')).toBe(partOf(first, 'word/document.xml'))
  await expectAccessible(page, 'approved dossier')
})

test('a list above the limit is signed only with a meant yes and its reason, which the paper keeps', async () => {
  const { id } = valueOf(await clerk.weeding.addWeeding({ name: 'Sau trận lụt', year: Number(year) }))
  const copyIds = Array.from({ length: 6 }, (_, at) => at + 10)
  valueOf(await clerk.weeding.addItems({ id, copyIds, ground: 'damaged' }))
  const page = await stage.as('cataloguer', `/weeding/${id}?part=papers&paper=proposal`)
  await page.getByRole('button', { name: vietnamese('weeding.record.open') }).click()
  const dialog = page.getByRole('dialog')
  const submit = dialog.getByRole('button', { name: vietnamese('weeding.record.submit') })
  await dialog.getByLabel(vietnamese('weeding.record.number')).first().fill('06')
  expect(await submit.isDisabled()).toBe(true)
  await dialog.getByLabel(vietnamese('weeding.record.isMeant', { limit: '10' })).check()
  await dialog
    .getByRole('textbox', { name: vietnamese('weeding.content.aboveLimitReason') })
    .fill('Kho bị ngập')
  await expectAccessible(page, 'signing above the limit')
  await submit.click()
  await gone(dialog)
  expect(partOf(await produced(page), 'word/document.xml')).toContain('Kho bị ngập')
  expect(await page.locator('.share-meter.over').count()).toBe(1)
})

async function produced(page: Page): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: vietnamese('weeding.files.docx') }).click()
  return bytesOf(await download)
}

test('who may only read sees the dossier and can change nothing of it', async () => {
  const page = await stage.as('desk', `/weeding/${weedingId}?part=papers&paper=council`)
  await see(page.getByText('Trần Quang Huy'))
  for (const key of ['weeding.acts.change', 'weeding.scan.attach', 'weeding.acts.back'])
    expect(await page.getByRole('button', { name: vietnamese(key) }).count(), key).toBe(0)
})

test('the library sets its own years; figures that cannot be are named where they stand', async () => {
  const page = await stage.as('director', '/weeding/rules')
  await page.getByLabel(vietnamese('weeding.rule.interval')).fill('3')
  await page.getByLabel(vietnamese('weeding.rule.kept')).fill('4')
  await see(page.getByText(vietnamese('weeding.rule.keptWrong', { least: 5 })))
  await page.getByLabel(vietnamese('weeding.rule.kept')).fill('10')
  await page.getByRole('button', { name: vietnamese('common.actions.save'), exact: true }).click()
  await see(toast(page, vietnamese('common.saved')))
  expect(valueOf(await clerk.weeding.rule({}))).toMatchObject({ intervalYears: 3, keptYears: 10 })
  await expectAccessible(page, 'rules')
})
