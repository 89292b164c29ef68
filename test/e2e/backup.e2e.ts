import { test } from 'vitest'
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
