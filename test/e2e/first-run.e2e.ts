import { expect, test } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { heading, navigation } from './support/frame.ts'
import { everDrawn, gone, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { createSeat } from '../../db/host/seat.ts'
import { say, vietnamese } from './support/words.ts'

const stage = setStage({ isFirstRun: true })
const password = 'khi nào rảnh thì đọc'
const provinceCount = 34

test('an empty folder is set up in two steps and filled with the sample library', async () => {
  const page = await stage.open()
  const label = (key: string) => page.getByLabel(vietnamese(`users.fields.${key}`), { exact: true })
  const province = page.getByRole('combobox', { name: vietnamese('users.fields.province') })
  const former = label('formerProvince')

  await see(heading(page, vietnamese('users.firstRun.library.title')))
  await expectAccessible(page, 'first run, library')
  await page.keyboard.press('Enter')
  await see(page.getByText(vietnamese('ui.invalid.required')))

  await label('language').selectOption('en')
  await see(heading(page, say('en', 'users.firstRun.library.title')))
  await page.getByLabel(say('en', 'users.fields.language')).selectOption('vi')
  await see(heading(page, vietnamese('users.firstRun.library.title')))

  await label('libraryName').fill('Thư viện tỉnh Lâm Đồng')
  const seat = createSeat(stage.host())
  const provinces = valueOf(await seat.call('settings.provinces', {}))
  expect(provinces).toHaveLength(provinceCount)
  await province.click()
  const offered = page.getByRole('listbox', { name: vietnamese('users.fields.province') }).getByRole('option')
  await soon(() => offered.count()).toBe(provinceCount)
  await province.fill('lam dong')
  await page.keyboard.press('Enter')
  await soon(() => province.inputValue()).toBe('Lâm Đồng')
  const formerNames = await former.getByRole('option').allInnerTexts()
  expect(formerNames).toEqual(expect.arrayContaining(['Lâm Đồng', 'Bình Thuận', 'Đắk Nông']))
  await former.selectOption('Bình Thuận')
  await label('site').fill('Cơ sở 2, Phan Thiết')
  await page.getByRole('button', { name: vietnamese('common.actions.next') }).click()

  await see(heading(page, vietnamese('users.firstRun.administrator.title')))
  await expectAccessible(page, 'first run, administrator')
  await label('name').fill('Đặng Thị Ngọc Ánh')
  await soon(() => label('username').inputValue()).not.toBe('')
  await label('password').fill('11111111')
  await label('passwordAgain').fill('11111112')
  await page.keyboard.press('Enter')
  await see(page.getByText(vietnamese('ui.invalid.passwords_differ')))
  await label('passwordAgain').fill('11111111')
  await page.keyboard.press('Enter')
  await see(page.getByText(vietnamese('ui.invalid.weak_password', { minLength: 8 })))
  await label('password').fill(password)
  await label('passwordAgain').fill(password)
  await page.keyboard.press('Enter')

  await see(heading(page, vietnamese('users.firstRun.doors.title')))
  await soon(() => page.locator('.tile').count()).toBe(3)
  expect(
    await page
      .locator('.tile')
      .first()
      .evaluate((tile) => tile === document.activeElement),
  ).toBe(true)
  await expectAccessible(page, 'first run, doors')
  // A quick PC fills the sample within a blink.
  const progress = everDrawn(page, `progress[aria-label="Đang ${vietnamese('demo.operations.fill')}"]`)
  await page.getByRole('button', { name: vietnamese('users.firstRun.doors.sample.title') }).click()
  expect(await progress).toBe(true)
  // Five thousand titles take a busy machine a while.
  const opened = page.getByRole('button', { name: vietnamese('users.firstRun.doors.sample.open') })
  await opened.click({ timeout: 120_000 })
  await see(navigation(page))
  await gone(heading(page, vietnamese('users.firstRun.doors.title')))
  await navigation(page)
    .getByRole('link', { name: vietnamese('catalogue.menu.search') })
    .click()
  await see(page.getByText(vietnamese('catalogue.list.count', { shown: '5.000' })))

  await navigation(page)
    .getByRole('link', { name: vietnamese('settings.menu.library'), exact: true })
    .click()
  await soon(() => page.getByLabel(vietnamese('settings.fields.name'), { exact: true }).inputValue()).toBe(
    'Thư viện tỉnh Lâm Đồng',
  )
  await soon(() => page.getByLabel(vietnamese('settings.fields.site'), { exact: true }).inputValue()).toBe(
    'Cơ sở 2, Phan Thiết',
  )
})

test('a folder that is set up never shows the first steps again', async () => {
  const page = await stage.open()
  await see(heading(page, 'Thư viện tỉnh Lâm Đồng'))
  await page.getByRole('button', { name: 'Đặng Thị Ngọc Ánh' }).click()
  await page.getByLabel(vietnamese('users.fields.password')).fill(password)
  await page.keyboard.press('Enter')
  await see(navigation(page))
})
