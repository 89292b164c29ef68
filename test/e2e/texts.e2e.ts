import { beforeAll, expect, it } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { printedPages } from '../support/text-pages.ts'
import { outputOf } from './support/imports.ts'
import { see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 20 })
const look = process.env['LOOK']
let folderId: number

beforeAll(async () => {
  const digitizer = await stage.client('digitizer')
  const path = await printedPages([
    [
      'Trăm năm trong cõi người ta,',
      'Chữ tài chữ mệnh khéo là ghét nhau.',
      'Trải qua một cuộc bể dâu,',
      'Những điều trông thấy mà đau đớn lòng.',
    ],
    ['Lạ gì bỉ sắc tư phong,', 'Trời xanh quen thói má hồng đánh ghen.'],
    ['Cảo thơm lần giở trước đèn,', 'Phong tình cổ lục còn truyền sử xanh.'],
  ])
  const clerk = await stage.client('cataloguer')
  const kieu = { title: 'Truyện Kiều', responsibility: 'Nguyễn Du' }
  const { id: titleId } = valueOf(await clerk.catalogue.addTitle(kieu))
  const scans = { titleId, path, purpose: 'master' } as const
  folderId = valueOf(await digitizer.preservation.linkFolder(scans)).id
  await outputOf(digitizer, valueOf(await digitizer.preservation.checkFolder({ id: folderId })).jobId)
})

it('reads the text of a folder, finds it from the catalogue and has it put right beside the page', async () => {
  const page = await stage.as('digitizer', `/preservation/folders/${folderId}`)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const shot = async (name: string) => look && (await page.screenshot({ path: `${look}/${name}.png` }))
  await button(vietnamese('preservation.folder.more')).click()
  await page.getByRole('menuitem', { name: vietnamese('preservation.readForm.open') }).click()
  await see(page.getByRole('checkbox', { name: vietnamese('preservation.languages.vie'), checked: true }))
  await shot('1-dialog')
  await button(vietnamese('preservation.readForm.start')).click()
  await see(page.getByText(/Đã đọc 3 trang/))
  await shot('2-folder')
  await page.goto(`${page.url().split('#')[0] ?? ''}#/catalogue`)
  await page.getByRole('searchbox', { name: vietnamese('catalogue.list.search') }).fill('bể dâu')
  await see(page.getByText('1 trang có chữ này trong tài liệu số hóa (1 nhan đề)'))
  await shot('3-catalogue')
  await page.getByRole('link', { name: vietnamese('preservation.texts.open') }).click()
  await see(page.locator('mark', { hasText: 'dâu' }))
  await shot('4-hits')
  await page.getByRole('link', { name: 'SH000001_0001.tif' }).click()
  await see(page.locator('.page-text-body mark').first())
  await see(page.locator('.viewer-pages img'))
  await shot('5-page')
  await page.keyboard.press('e')
  const box = page.getByRole('textbox', { name: vietnamese('preservation.page.text') })
  await box.fill('Trăm năm trong cõi người ta (bản Nôm 1866)')
  await shot('6-edit')
  await button(vietnamese('common.actions.save')).click()
  await see(page.getByText(/Người sửa/))
  await see(page.locator('.page-text-body', { hasText: 'bản Nôm 1866' }))
  await shot('7-corrected')
  await page.getByRole('button', { name: vietnamese('common.actions.undo') }).click()
  await see(page.locator('.page-text-body', { hasText: 'đau đớn lòng' }))
  await page.keyboard.press('PageDown')
  await see(page.locator('.page-text-body', { hasText: 'bỉ sắc tư phong' }))
  expect(page.url()).toContain('text=')
})
