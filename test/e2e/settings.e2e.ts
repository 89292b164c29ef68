import { test } from 'vitest'
import { toast } from './support/frame.ts'
import { gone, see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()

test('settings are shown to a reader and changed by the administrator, with a number that is none refused', async () => {
  const theirs = await stage.as('reader', '/settings')
  await see(theirs.getByText(vietnamese('settings.library.readOnly')))
  await gone(theirs.getByRole('button', { name: vietnamese('common.actions.save') }))
  const page = await stage.as('administrator', '/settings')
  const minutes = page.getByLabel(vietnamese('settings.fields.lockAfterMinutes'), { exact: true })
  await minutes.fill('mười')
  await see(page.getByText(vietnamese('settings.library.lockAdvice')))
  await minutes.fill('20')
  await page.getByLabel(vietnamese('settings.fields.signerName'), { exact: true }).fill('Đặng Thị Ngọc Ánh')
  await page.getByRole('button', { name: vietnamese('common.actions.save') }).click()
  await see(toast(page, vietnamese('settings.library.saved')))
  await see(theirs.getByText('Đặng Thị Ngọc Ánh').first())
})
