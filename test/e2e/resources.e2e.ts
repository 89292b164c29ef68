import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { toast } from './support/frame.ts'
import { see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
const today = () => new Date().toISOString().slice(0, 10)

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const field = (page: Page, name: string) => page.getByRole('dialog').getByLabel(name)
const save = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: vietnamese('common.actions.save') })

/** Of the first row of a grid that is typed into. */
const cell = (page: Page, column: string) => page.getByLabel(vietnamese('ui.grid.cell', { column, row: 1 }))

async function openNew(page: Page, name: string): Promise<void> {
  await button(page, name).first().click()
  await see(page.getByRole('dialog'))
}

test('a room with its area is entered, taken away, and brought back as it was', async () => {
  const page = await stage.as('director', '/facilities')
  await openNew(page, vietnamese('facilities.lists.rooms.add'))
  await field(page, vietnamese('facilities.fields.name')).fill('Phòng đọc tổng hợp')
  for (const [column, text] of [
    ['fromOn', '01/01/2024'],
    ['areaM2', '240,5'],
    ['seats', '120'],
  ] as const)
    await cell(page, vietnamese(`facilities.fields.${column}`)).fill(text)
  await field(page, vietnamese('facilities.fields.openedOn')).fill('01/01/2024')
  await expectAccessible(page, 'the form of a room')
  await save(page).click()
  const row = page.getByRole('row', { name: /Phòng đọc tổng hợp/ })
  await see(row)
  await see(page.getByText('240,5 m², 120', { exact: false }))
  await row.click()
  await button(page, vietnamese('common.list.remove')).click()
  await toast(page, 'Phòng đọc tổng hợp')
    .getByRole('button', { name: vietnamese('common.actions.undo') })
    .click()
  await see(row)
  const { rows } = valueOf(await (await stage.client('director')).facilities.rooms({ on: today() }))
  expect(rows).toMatchObject([{ areaM2: 240.5, seats: 120 }])
})

test('a list pasted from Excel becomes equipment, one of which breaks and is retired by decision', async () => {
  const page = await stage.as('director', '/facilities/equipment/many')
  await cell(page, vietnamese('facilities.fields.inventoryNumber')).focus()
  const lines = [
    'TB-01\tMáy tính để bàn\tMáy tính\tBạn đọc',
    'TB-02\tMáy quét A3\tMáy quét số hóa\tNghiệp vụ',
  ]
  await page.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, lines.join('\n'))
  await button(page, vietnamese('facilities.many.save', { count: 2 })).click()
  // The rows that were pasted are called the same.
  await page.waitForURL(/facilities\/equipment$/)
  await see(page.getByRole('row', { name: /TB-02/ }))
  await page.getByRole('row', { name: /TB-01/ }).dblclick()
  await see(page.getByRole('heading', { name: 'Máy tính để bàn' }))
  await openNew(page, vietnamese('facilities.event.add'))
  await save(page).click()
  await see(page.getByText(vietnamese('facilities.states.broken')))
  await openNew(page, vietnamese('facilities.retire.open'))
  await field(page, vietnamese('facilities.retire.number')).fill('12/QĐ-TV')
  await field(page, vietnamese('facilities.retire.reason')).fill('Hỏng, không sửa được')
  await save(page).click()
  await see(page.getByText(vietnamese('facilities.states.retired')))
  await page.goto(`${page.url().split('#')[0]}#/facilities/retirements`)
  await page.getByRole('row', { name: /12\/QĐ-TV/ }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, vietnamese('facilities.retirements.docx')).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^thanh-ly-.*\.docx$/)
})

test('a line of the checklist is said to be done by machine, and the share is there', async () => {
  const page = await stage.as('director', '/facilities/workflow')
  await see(page.getByText(vietnamese('facilities.checklist.notCollected')))
  await page
    .getByRole('row', { name: new RegExp(vietnamese('facilities.workflowLines.cataloguing')) })
    .click()
  await openNew(page, vietnamese('facilities.checklist.setState'))
  await save(page).click()
  await see(page.getByText('6,67 %', { exact: false }))
})

test('a person is entered and goes to a course; a figure opens the row with the name', async () => {
  const page = await stage.as('director', '/staff')
  await openNew(page, vietnamese('staff.people.add'))
  await field(page, vietnamese('staff.fields.name')).fill('Nguyễn Thị Bích Ngọc')
  await save(page).click()
  await see(page.getByRole('row', { name: /Bích Ngọc/ }))
  const director = await stage.client('director')
  const year = Number(today().slice(0, 4))
  const course = { year, name: 'Kỹ năng số', heldFrom: today(), attendances: [{ memberId: 1 }] }
  valueOf(await director.staff.addCourse(course))
  await soon(() => page.getByText('100 %', { exact: false }).count()).toBeGreaterThan(0)
  await page.goto(`${page.url().split('#')[0]}#/indicators/M2d.01`)
  await see(page.getByText('Nguyễn Thị Bích Ngọc'))
})
