import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '../../shared/client.ts'
import { partOf } from '../documents/zip.ts'
import { valueOf } from '../support/engine.ts'
import { folderWith, scannedPages } from '../support/scans.ts'
import { expectAccessible } from './support/axe.ts'
import { heading, toast } from './support/frame.ts'
import { outputOf } from './support/imports.ts'
import { bytesOf, gone, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
const name = 'Nghiệm thu sách địa chí'
let operator: Client
let page: Page

/** SH1 with six page files that were checked, SH2 with twenty pages counted by hand; both wait to be inspected. */
beforeAll(async () => {
  const { catalogue } = await stage.client('cataloguer')
  operator = await stage.client('digitizer')
  const ids: number[] = []
  for (const title of ['Địa chí Hà Tĩnh', 'Hương ước làng Quỳnh Đôi'])
    ids.push(valueOf(await catalogue.addTitle({ title })).id)
  const { digitization, preservation } = operator
  const { id: projectId } = valueOf(await digitization.addProject({ year: 2026, name: 'Sách địa chí' }))
  const making = { selection: { ids }, projectId, name: 'Đợt 1' }
  await outputOf(operator, valueOf(await digitization.makeJobs(making)).jobId)
  valueOf(await digitization.move({ ids: [1, 2], to: 'scan' }))
  for (const [id, pages] of [
    [1, 6],
    [2, 20],
  ] as const) {
    const { stageId } = valueOf(await digitization.job({ id }))
    valueOf(await digitization.finish({ id, stageId, pages, machine: 'Máy quét A3' }))
  }
  valueOf(await digitization.move({ ids: [1, 2], to: 'check' }))
  const scans = { titleId: 1, jobId: 1, path: folderWith(scannedPages(6)), purpose: 'master' } as const
  const { id } = valueOf(await preservation.linkFolder(scans))
  await outputOf(operator, valueOf(await preservation.checkFolder({ id })).jobId)
})

const inspectionOf = async () => valueOf(await operator.inspection.inspection({ id: 1 }))
const countsOf = async () => (await inspectionOf()).counts

test('a sample is drawn from a lot, with its plan said beforehand and its seed after', async () => {
  page = await stage.as('digitizer', '/inspection')
  await see(page.getByText(vietnamese('inspection.list.empty')))
  await expectAccessible(page, 'no inspection yet')
  await page.getByRole('link', { name: vietnamese('inspection.list.drawFirst') }).click()
  await page
    .getByLabel(vietnamese('digitization.fields.batch'), { exact: true })
    .selectOption({ label: 'Đợt 1' })
  await page.getByLabel(vietnamese('inspection.draw.sizeBy')).selectOption('number')
  await page.getByLabel(vietnamese('inspection.draw.sizeValue.number')).fill('5')
  await page.getByLabel(vietnamese('inspection.draw.fromEachJob')).check()
  await page.getByLabel(vietnamese('inspection.fields.name')).fill(name)
  await page.getByLabel(vietnamese('inspection.fields.seed')).fill('2026')
  const would = { size: '5', population: '26', jobs: '2', withFiles: '1' }
  await see(page.getByText(vietnamese('inspection.draw.would', would)))
  await expectAccessible(page, 'the drawing')
  await page.getByRole('button', { name: vietnamese('inspection.draw.submit') }).click()
  await see(heading(page, name))
  await see(toast(page, vietnamese('inspection.draw.done', { seed: 2026 })))
  await expectAccessible(page, 'an inspection')
  expect(await inspectionOf()).toMatchObject({ seed: 2026, counts: { size: 5 } })
})

test('its pages are looked at with the keyboard alone, and the last verdict is taken back', async () => {
  page = await stage.as('cataloguer', '/inspection/1/look')
  const image = page.getByRole('figure').getByRole('img')
  await see(image)
  await expectAccessible(page, 'looking at a page')
  await page.keyboard.press('Enter')
  await soon(countsOf).toMatchObject({ good: 1 })
  await see(page.getByText(vietnamese('inspection.look.progress', { looked: '1', size: '5' })))
  await see(page.getByText(vietnamese('inspection.look.place', { place: '2' })))
  await page.keyboard.press('3', { delay: 80 })
  await page.keyboard.press('1', { delay: 80 })
  await see(page.getByRole('button', { name: vietnamese('inspection.look.bad') }))
  await page.keyboard.press('g', { delay: 80 })
  await page.keyboard.type('Mất dòng cuối')
  await page.keyboard.press('Enter')
  await soon(countsOf).toMatchObject({ good: 1, critical: 1 })
  await see(page.getByText(vietnamese('inspection.look.place', { place: '3' })))
  await page.keyboard.press('Control+z')
  await soon(countsOf).toMatchObject({ good: 1, critical: 0 })
  await see(page.getByText(vietnamese('inspection.look.place', { place: '2' })))
  await page.keyboard.press('3', { delay: 80 })
  await page.keyboard.press('Space')
  await soon(countsOf).toMatchObject({ critical: 1 })
  for (const place of ['3', '4', '5']) {
    await see(page.getByText(vietnamese('inspection.look.place', { place })))
    await see(image.or(page.getByText(vietnamese('inspection.look.noFile'))))
    await page.keyboard.press('Enter')
    await soon(countsOf).toMatchObject({ good: Number(place) - 1 })
  }
  await see(page.getByText(vietnamese('inspection.look.over')))
})

test('it is closed as its figures say, and its jobs go back with the reason', async () => {
  page = await stage.as('digitizer', '/inspection/1')
  await page.getByRole('button', { name: vietnamese('inspection.acts.close') }).click()
  const closing = page.getByRole('dialog')
  await closing.getByLabel(vietnamese('inspection.fields.conclusion')).fill('Quét lại các trang bị cắt.')
  await expectAccessible(page, 'closing')
  await closing.getByRole('button', { name: vietnamese('inspection.closing.submit.failed') }).click()
  await gone(closing)
  await page.getByRole('tab', { name: vietnamese('inspection.parts.rescan') }).click()
  await see(page.getByRole('rowheader', { name: /^SH\d/ }))
  await expectAccessible(page, 'what is scanned again')
  const words = { count: 1, shown: '1' }
  await page.getByRole('button', { name: vietnamese('inspection.rescan.send', words) }).click()
  const sending = page.getByRole('dialog')
  await sending.getByLabel(vietnamese('inspection.sending.reason')).fill('Trang bị cắt')
  await sending.getByRole('button', { name: vietnamese('inspection.sending.submit', { shown: '1' }) }).click()
  await gone(sending)
  const [job] = valueOf(await operator.inspection.rescan({ id: 1 })).rows
  const { events, stageKind } = valueOf(await operator.digitization.job({ id: job?.jobId ?? 0 }))
  expect(stageKind).toBe('scan')
  expect(events[0]).toMatchObject({ kind: 'sent_back', reason: 'Trang bị cắt' })
})

test('the minutes are a paper of the figures, and the rates open their pages', async () => {
  page = await stage.as('digitizer', '/inspection/1')
  await page.getByRole('tab', { name: vietnamese('inspection.parts.minutes') }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: vietnamese('inspection.paper.docx') }).click()
  const text = partOf(await bytesOf(await downloading), 'word/document.xml')
  expect(text.includes(vietnamese('inspection.minutes.verdicts.failed'))).toBe(true)
  await page.goto(page.url().replace(/#.*/, '#/inspection/rates'))
  const row = page.getByRole('row', { name: /Máy quét A3/ })
  await see(row.getByText(/^1\/5 trang lỗi \(từ/))
  await expectAccessible(page, 'rates')
  await row.getByRole('link', { name: '1', exact: true }).first().click()
  await see(page.getByRole('grid').getByText('Cắt mất nội dung'))
})

test('kinds of findings and the table are the library’s own', async () => {
  page = await stage.as('digitizer', '/inspection/rules')
  const field = page.getByLabel(`${vietnamese('inspection.minutes.finding')} 11`, { exact: true })
  await field.fill('Có vân')
  await expectAccessible(page, 'rules')
  await page.getByRole('button', { name: vietnamese('inspection.rules.saveKinds') }).click()
  await soon(async () => valueOf(await operator.inspection.kinds({})).at(-1)?.name).toBe('Có vân')
})
