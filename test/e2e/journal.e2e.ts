import { beforeAll, test } from 'vitest'
import { heading } from './support/frame.ts'
import { signQuarter } from './support/quarter.ts'
import { see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 100 })

beforeAll(async () => {
  await signQuarter(stage)
})

test('the chain of the journal is checked against what was signed and sent, and is whole', async () => {
  const page = await stage.as('director', '/journal/verify')
  await page.getByRole('button', { name: vietnamese('journal.verify.start') }).click()
  const verdict = page.getByRole('status', { name: vietnamese('journal.verdict.title') })
  await see(verdict.getByText(vietnamese('journal.verdict.whole')))
  await see(verdict.getByText(/Đã đối chiếu [1-9]/))
})

test('a mark kept outside that does not agree is found, with what to do', async () => {
  const page = await stage.as('director', '/journal/verify')
  await page.getByLabel(vietnamese('journal.verify.anchors')).fill('không phải mốc')
  await see(page.getByText(vietnamese('journal.verify.anchorsWrong', { line: 1 })))
  await page.getByLabel(vietnamese('journal.verify.anchors')).fill(`2 ${'ab'.repeat(32)}`)
  await page.keyboard.press('Control+Enter')
  await see(page.getByText(vietnamese('journal.verdict.faults.anchor_differs')))
  await see(page.getByText(vietnamese('journal.verdict.steps.stop')))
})

test('the journal tells who did what, is narrowed by what was done, and opens an entry', async () => {
  const page = await stage.as('director', '/journal')
  const grid = page.getByRole('grid', { name: vietnamese('journal.list.title') })
  await see(grid.getByRole('row').filter({ hasText: 'Người director' }))
  const signing = vietnamese('reports.operations.sign')
  await page.getByRole('combobox', { name: vietnamese('journal.filters.operation') }).fill(signing)
  await page.getByRole('option', { name: signing }).click()
  await soon(() => grid.getByRole('row').count()).toBe(2)
  await grid.getByRole('row').nth(1).dblclick()
  await see(heading(page, /^Mục nhật ký số \d+$/))
  await see(page.getByText('reports.sign', { exact: true }))
  await page.goBack()
  await soon(() => grid.getByRole('row').count()).toBe(2)
})
