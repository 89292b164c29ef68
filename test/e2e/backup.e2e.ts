import { test } from 'vitest'
import { testFolder, testPassword } from '../support/engine.ts'
import { statusBar } from './support/frame.ts'
import { see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 100 })

test('a copy is made and proven, and the status bar of another window says so', async () => {
  const other = await stage.as('reader')
  await see(statusBar(other).getByText(vietnamese('shell.status.noBackup')))
  const page = await stage.as('administrator', '/backup')
  await page.getByRole('button', { name: vietnamese('backup.page.make') }).click()
  const grid = page.getByRole('grid', { name: vietnamese('backup.list.title') })
  // Copied, read back, restored and checked: the one thing here that takes its time.
  await grid.getByText(vietnamese('backup.list.isProven')).first().waitFor({ timeout: 60_000 })
  await see(page.getByText(/Đã sao lưu và kiểm chứng/))
  await see(statusBar(page).getByText(/Bản sao lưu đã kiểm chứng: \d{2}\/\d{2}\/\d{4}/))
  await see(statusBar(other).getByText(/Bản sao lưu đã kiểm chứng: \d{2}\/\d{2}\/\d{4}/))
})

test('a copy is proven, compared and put in place, and everybody signs in again', async () => {
  const page = await stage.as('administrator', '/backup')
  const client = await stage.client('administrator')
  await client.catalogue.addTitle({ title: 'Ghi sau bản sao' })
  await page
    .getByRole('grid', { name: vietnamese('backup.list.title') })
    .getByRole('row')
    .nth(1)
    .click()
  await page.getByRole('button', { name: vietnamese('backup.restore.open') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(vietnamese('backup.restore.sound')).waitFor({ timeout: 60_000 })
  const titles = dialog.getByRole('row', { name: new RegExp(vietnamese('backup.restore.titles')) })
  await see(titles.getByText('100', { exact: true }))
  await see(titles.getByText('101', { exact: true }))
  const submit = dialog.getByRole('button', { name: vietnamese('backup.restore.submit') })
  await dialog.getByLabel(vietnamese('backup.restore.password')).fill('không phải')
  await submit.click()
  await see(dialog.getByText(vietnamese('backup.errors.wrong_credentials')))
  await dialog.getByLabel(vietnamese('backup.restore.password')).fill(testPassword)
  await submit.click()
  await page.getByRole('button', { name: vietnamese('users.signIn.submit') }).waitFor({ timeout: 60_000 })
})

test('a stick is a place from now on, and copies there are encrypted with a sheet for the safe', async () => {
  const stick = testFolder()
  const page = await stage.as('director', '/backup/places')
  await page.getByRole('button', { name: vietnamese('backup.places.add') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(vietnamese('backup.placeFields.name')).fill('USB xanh')
  await dialog.getByRole('textbox', { name: vietnamese('backup.placeFields.path') }).fill(stick)
  await dialog.getByRole('button', { name: vietnamese('backup.places.addAct') }).click()
  const grid = page.getByRole('grid', { name: vietnamese('backup.places.title') })
  await see(grid.getByRole('row', { name: /USB xanh/ }))
  await page.getByRole('button', { name: vietnamese('backup.encryption.start') }).click()
  await dialog.getByLabel(vietnamese('backup.encryption.passphrase')).fill('một câu dễ nhớ mà dài')
  await dialog.getByLabel(vietnamese('backup.encryption.again')).fill('một câu dễ nhớ mà dài')
  await dialog.getByRole('button', { name: vietnamese('backup.encryption.submit') }).click()
  await see(dialog.getByText('AGE-SE'))
  await dialog.getByRole('button', { name: vietnamese('backup.sheet.done') }).click()
  await see(page.getByText(/Các bản từ .* được mã hóa/))
})
