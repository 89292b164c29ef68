import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { testFolder, valueOf } from '../support/engine.ts'
import { pdfOf, tiffOf } from '../support/images.ts'
import { outputOf } from './support/imports.ts'
import { see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 3 })
const look = process.env['LOOK']
const shot = async (page: Page, name: string) =>
  look && (await page.screenshot({ path: `${look}/${name}.png` }))
let folderId = 0

/** A folder with a TIFF of three pages and a PDF of words. */
beforeAll(async () => {
  const path = testFolder()
  const tone = (x: number, y: number) => (y % 40 < 8 && x % 30 < 20 ? 30 : 235)
  writeFileSync(join(path, 'Tap-01_0001.tif'), tiffOf({ width: 400, height: 560, pages: 3, tone }))
  writeFileSync(join(path, 'Tap-01_0002.pdf'), pdfOf({ pages: 2 }))
  const digitizer = await stage.client('digitizer')
  const { preservation } = digitizer
  const clerk = await stage.client('cataloguer')
  const { id: titleId } = valueOf(await clerk.catalogue.addTitle({ title: 'Truyện Kiều' }))
  const fields = { titleId, jobId: null, profileId: null, purpose: 'master', path } as const
  folderId = valueOf(await preservation.linkFolder(fields)).id
  const { jobId } = valueOf(await preservation.checkFolder({ id: folderId }))
  await outputOf(digitizer, jobId)
})

const isDrawn = (page: Page) =>
  page
    .locator('.page-viewer img')
    .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0)

it('every page of a file is looked at in its place, by the keyboard too', async () => {
  const page = await stage.as('digitizer', `/preservation/folders/${folderId}`)
  await page.getByRole('button', { name: /Tap-01_0001/ }).click()
  const pageBox = page.getByRole('spinbutton', { name: vietnamese('preservation.picture.page') })
  await see(pageBox)
  await see(page.locator('.page-viewer img'))
  expect(await isDrawn(page)).toBe(true)
  await page.locator('.page-viewer figure').first().focus()
  await page.keyboard.press(']')
  await page.keyboard.press(']')
  expect(await pageBox.inputValue()).toBe('3')
  await see(page.locator('.page-viewer img'))
  expect(await isDrawn(page)).toBe(true)
  await shot(page, 'viewer-tiff')
  await page.keyboard.press('PageDown')
  await see(page.getByText(vietnamese('preservation.picture.page_of_words')))
  await see(pageBox)
  await shot(page, 'viewer-words')
})

it('a contact sheet has a cell for every page of a file', async () => {
  const page = await stage.as('digitizer', `/preservation/folders/${folderId}/sheet`)
  await see(page.getByText(vietnamese('preservation.sheet.pageInFile', { at: 3, of: 3 })))
  await see(page.locator('.sheet-of-pages img').nth(2))
  await shot(page, 'sheet')
})
