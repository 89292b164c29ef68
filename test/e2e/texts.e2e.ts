import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { printedPages } from '../support/text-pages.ts'
import { outputOf } from './support/imports.ts'
import { gone, see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 20 })
const look = process.env['LOOK']
const shot = async (page: Page, name: string) =>
  look && (await page.screenshot({ path: `${look}/${name}.png` }))
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
let path: string
let jobId: number

/** A job that stands where its text is to be read. */
beforeAll(async () => {
  path = await printedPages([
    [
      'Trăm năm trong cõi người ta,',
      'Chữ tài chữ mệnh khéo là ghét nhau.',
      'Trải qua một cuộc bể dâu,',
      'Những điều trông thấy mà đau đớn lòng.',
    ],
    ['Lạ gì bỉ sắc tư phong,', 'Trời xanh quen thói má hồng đánh ghen.'],
    ['Cảo thơm lần giở trước đèn,', 'Phong tình cổ lục còn truyền sử xanh.'],
  ])
  const { catalogue } = await stage.client('cataloguer')
  const tale = { title: 'Truyện Kiều', responsibility: 'Nguyễn Du' }
  const { id: titleId } = valueOf(await catalogue.addTitle(tale))
  const digitizer = await stage.client('digitizer')
  const { digitization } = digitizer
  const { id: projectId } = valueOf(await digitization.addProject({ year: 2026, name: 'Sách quý' }))
  const making = { selection: { ids: [titleId] }, projectId, name: 'Đợt 1', priority: 0 }
  await outputOf(digitizer, valueOf(await digitization.makeJobs(making)).jobId)
  jobId = valueOf(await digitization.jobs({ limit: 1 })).rows[0]?.id ?? 0
  valueOf(await digitization.move({ ids: [jobId], to: 'ocr' }))
})

it('a job gets its folder, its text and its next stage from its own page', async () => {
  const page = await stage.as('digitizer', `/digitization/jobs/${jobId}`)
  await see(page.getByText(vietnamese('preservation.jobFiles.empty')))
  await button(page, vietnamese('preservation.folders.add')).click()
  await page.getByRole('textbox', { name: vietnamese('preservation.folderForm.path') }).fill(path)
  await button(page, vietnamese('common.actions.save')).click()
  await button(page, vietnamese('preservation.folder.check')).click()
  await see(page.getByRole('link', { name: /SH000001_0001/ }).locator('img'))
  await shot(page, '0-job')
  await page.getByRole('link', { name: vietnamese('preservation.jobFiles.open') }).click()
  await button(page, vietnamese('preservation.folder.more')).click()
  await page.getByRole('menuitem', { name: vietnamese('preservation.readForm.open') }).click()
  await see(page.getByRole('checkbox', { name: vietnamese('preservation.languages.vie'), checked: true }))
  await shot(page, '1-dialog')
  await button(page, vietnamese('preservation.readForm.start')).click()
  await see(page.getByText(/Đã đọc 3 trang/))
  await shot(page, '2-folder')
  await page.getByRole('link', { name: vietnamese('preservation.readOutcome.job', { code: 'SH1' }) }).click()
  await see(page.getByText(/Cả 3 trang đã có văn bản/))
  await shot(page, '2-job-read')
  await page.locator('.rights-card .notice').getByRole('button').click()
  await gone(page.getByText(/Cả 3 trang đã có văn bản/))
  const { digitization } = await stage.client('digitizer')
  expect(valueOf(await digitization.job({ id: jobId })).stageKind).toBe('describe')
})

it('where the program is missing, the page says so, and that it can be done by hand', async () => {
  const { preservation } = await stage.client('digitizer')
  const rule = { secondsPerPage: 180, lowBelow: 70 }
  valueOf(await preservation.setTextRule({ ...rule, path: '/khong-co/tesseract' }))
  const page = await stage.as('digitizer', '/preservation/folders/1')
  await button(page, vietnamese('preservation.folder.more')).click()
  await page.getByRole('menuitem', { name: vietnamese('preservation.readForm.open') }).click()
  await see(page.getByText(vietnamese('preservation.readForm.byHand')))
  expect(await button(page, vietnamese('preservation.readForm.start')).isDisabled()).toBe(true)
  await shot(page, '11-missing')
  await button(page, vietnamese('preservation.readForm.setting')).click()
  await page.getByLabel(vietnamese('preservation.textRuleForm.path')).fill('/usr/bin/rm')
  await button(page, vietnamese('common.actions.save')).click()
  await see(page.getByText(/không phải chương trình Tesseract/))
  await shot(page, '12-setting')
  await page.getByLabel(vietnamese('preservation.textRuleForm.path')).fill('')
  await button(page, vietnamese('common.actions.save')).click()
  await see(page.getByText(/Tesseract 5/))
})

it('words on a page are found from the catalogue and put right beside the page', async () => {
  const page = await stage.as('digitizer', '/catalogue')
  await page.getByRole('searchbox', { name: vietnamese('catalogue.list.search') }).fill('bể dâu')
  await see(page.getByText('1 trang có chữ này trong tài liệu số hóa (1 nhan đề)'))
  await shot(page, '3-catalogue')
  await page.getByRole('link', { name: vietnamese('preservation.texts.open') }).click()
  await see(page.locator('mark', { hasText: 'dâu' }))
  await shot(page, '4-hits')
  await page.getByRole('link', { name: 'SH000001_0001.tif' }).click()
  await see(page.locator('.page-text-body mark'))
  await see(page.locator('.viewer-pages img'))
  await shot(page, '5-page')
  await page.keyboard.press('e')
  const box = page.getByRole('textbox', { name: vietnamese('preservation.page.text') })
  await box.fill('Trăm năm trong cõi người ta (bản Nôm 1866)')
  await shot(page, '6-edit')
  await button(page, vietnamese('common.actions.save')).click()
  await see(page.getByText(/Người sửa/))
  await see(page.locator('.page-text-body', { hasText: 'bản Nôm 1866' }))
  await shot(page, '7-corrected')
  await button(page, vietnamese('common.actions.undo')).click()
  await see(page.locator('.page-text-body', { hasText: 'đau đớn lòng' }))
  await page.keyboard.press('PageDown')
  await see(page.locator('.page-text-body', { hasText: 'bỉ sắc tư phong' }))
  expect(page.url()).toContain('text=')
})

it('the pages of a folder are printed small, twenty-five on a sheet', async () => {
  const page = await stage.as('digitizer', '/preservation/folders/1/sheet')
  const printing = button(page, vietnamese('preservation.sheet.print'))
  await see(page.locator('.contact-picture img').nth(2))
  expect(await printing.isEnabled()).toBe(true)
  await shot(page, '8-sheet')
  const pdf = await page.pdf({ preferCSSPageSize: true, ...(look ? { path: `${look}/sheet.pdf` } : {}) })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})
