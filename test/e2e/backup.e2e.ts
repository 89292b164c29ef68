import { test } from 'vitest'
import { testPassword } from '../support/engine.ts'
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
  await see(grid.getByText(vietnamese('backup.list.isProven')))
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
  await see(dialog.getByText(vietnamese('backup.restore.sound')))
  const titles = dialog.getByRole('row', { name: new RegExp(vietnamese('backup.restore.titles')) })
  await see(titles.getByText('100', { exact: true }))
  await see(titles.getByText('101', { exact: true }))
  const submit = dialog.getByRole('button', { name: vietnamese('backup.restore.submit') })
  await dialog.getByLabel(vietnamese('backup.restore.password')).fill('không phải')
  await submit.click()
  await see(dialog.getByText(vietnamese('backup.errors.wrong_credentials')))
  await dialog.getByLabel(vietnamese('backup.restore.password')).fill(testPassword)
  await submit.click()
  await see(page.getByRole('button', { name: vietnamese('users.signIn.submit') }))
})
