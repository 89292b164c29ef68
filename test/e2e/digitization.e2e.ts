import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Client } from '../../shared/client.ts'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { heading, toast } from './support/frame.ts'
import { gone, isFocused, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()
const project = 'Sách địa chí năm nay'
let operator: Client

/** Three titles of local history, which nobody has digitized yet. */
beforeAll(async () => {
  const { catalogue } = await stage.client('cataloguer')
  operator = await stage.client('digitizer')
  const titles = ['Địa chí Hà Tĩnh', 'Địa chí Nghệ An', 'Hương ước làng Quỳnh Đôi']
  const titleIds: number[] = []
  for (const title of titles) titleIds.push(valueOf(await catalogue.addTitle({ title })).id)
  const evidence = 'Sổ địa chí'
  valueOf(await catalogue.setClass({ titleIds, class: 'local_history', evidence, setOn: '2026-01-02' }))
})

const list = (page: Page) => page.getByRole('grid', { name: vietnamese('digitization.list.title') })
const box = (page: Page) => page.getByRole('textbox', { name: vietnamese('digitization.desk.box') })
const jobOf = async (id: number) => valueOf(await operator.digitization.job({ id }))

/** As a scanner sends it: fast keys that end in Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await box(page).fill(code)
  await box(page).press('Enter')
}

test('jobs are made of a class of titles, shown in a list and on a board', async () => {
  const page = await stage.as('digitizer', '/digitization/jobs')
  await see(page.getByText(vietnamese('digitization.list.empty')))
  await page.getByRole('link', { name: vietnamese('digitization.list.first') }).click()
  await page.getByLabel(vietnamese('digitization.make.class'), { exact: true }).selectOption('local_history')
  await see(page.getByText(vietnamese('digitization.make.found', { shown: '3' }), { exact: true }))
  await page.getByLabel(vietnamese('digitization.make.projectName')).fill(project)
  await page.getByRole('button', { name: vietnamese('digitization.make.submit'), exact: true }).click()
  await see(page.getByText(vietnamese('digitization.make.done', { shown: '3' })))
  await page.getByRole('button', { name: vietnamese('digitization.make.look') }).click()
  await see(list(page).getByText('Hương ước làng Quỳnh Đôi'))
  await page.getByRole('combobox', { name: vietnamese('digitization.list.view') }).selectOption('board')
  await see(page.getByRole('link', { name: vietnamese('digitization.board.jobs', { shown: '3' }) }))
  await expectAccessible(page, 'board')
})

test('many are moved at once, and brought back', async () => {
  const page = await stage.as('digitizer', '/digitization/jobs')
  await see(list(page).getByText('SH1'))
  await list(page).getByRole('checkbox').first().click()
  await page.getByRole('button', { name: vietnamese('digitization.acts.move') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(vietnamese('digitization.move.to')).selectOption('scan')
  await dialog.getByRole('button', { name: vietnamese('digitization.move.submit', { shown: '3' }) }).click()
  const said = vietnamese('digitization.acts.moved', {
    shown: '3',
    stage: vietnamese('digitization.kinds.scan'),
  })
  await see(toast(page, said))
  await page.getByRole('button', { name: vietnamese('common.actions.undo') }).click()
  await soon(async () => (await jobOf(1)).stageKind).toBe('select')
})

test('at the desk a slip shows its task, Enter ends it, and what was ended by mistake is taken back', async () => {
  const moved = await operator.digitization.move({ ids: [1], to: 'scan' })
  valueOf(moved)
  const page = await stage.as('digitizer', '/digitization/jobs/desk')
  await scan(page, 'SH999')
  await see(page.getByText(vietnamese('digitization.desk.unknown', { code: 'SH999' })))
  await scan(page, 'sh1')
  const pages = page.getByLabel(vietnamese('digitization.finish.pages'))
  await isFocused(pages)
  await pages.fill('320')
  await page.getByLabel(vietnamese('digitization.fields.machine')).fill('Máy quét A3')
  await expectAccessible(page, 'desk')
  await pages.press('Enter')
  await soon(async () => (await jobOf(1)).stageKind).toBe('process')
  expect((await jobOf(1)).events[0]).toMatchObject({ pages: 320, machine: 'Máy quét A3' })
  await isFocused(box(page))
  await page.getByRole('button', { name: vietnamese('common.actions.undo') }).click()
  await soon(async () => (await jobOf(1)).stageKind).toBe('scan')
})

test('a job goes back with a reason', async () => {
  valueOf(await operator.digitization.move({ ids: [2], to: 'check' }))
  const page = await stage.as('digitizer', '/digitization/jobs/2')
  await page.getByRole('button', { name: vietnamese('digitization.acts.sendBack') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(vietnamese('digitization.sendBack.reason')).fill('Trang 12 mờ')
  const stageName = (await jobOf(2)).stages.find(({ kind }) => kind === 'scan')?.name ?? ''
  await dialog
    .getByRole('button', { name: vietnamese('digitization.sendBack.submit', { stage: stageName }) })
    .click()
  await gone(dialog)
  await see(page.getByRole('cell', { name: 'Trang 12 mờ' }))
})

test('nothing is published before somebody has decided about its rights', async () => {
  valueOf(await operator.digitization.move({ ids: [3], to: 'publish' }))
  const page = await stage.as('digitizer', '/digitization/jobs/3')
  await page.getByRole('button', { name: vietnamese('digitization.acts.finish') }).click()
  const finishing = page.getByRole('dialog')
  await finishing.getByRole('button', { name: /^Xong/ }).click()
  await see(finishing.getByRole('alert'))
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: vietnamese('digitization.rights.decide') }).click()
  const deciding = page.getByRole('dialog')
  await deciding.getByLabel(vietnamese('digitization.rights.basis')).fill('Hết thời hạn bảo hộ')
  await deciding.getByLabel(vietnamese('digitization.rights.evidence')).fill('Tác giả mất năm 1940')
  await deciding.getByLabel(vietnamese('digitization.rights.decidedBy')).fill('Lê Văn A')
  await deciding
    .getByRole('button', { name: vietnamese('digitization.rights.submit', { shown: '1' }) })
    .click()
  await see(page.getByText(vietnamese('digitization.rights.mayYes'), { exact: true }))
  await page.getByRole('button', { name: vietnamese('digitization.acts.finish') }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^Xong/ }).click()
  await soon(async () => (await jobOf(3)).stageKind).toBe('preserve')
})

test('a plan shows what was carried through against its targets, and each figure opens its jobs', async () => {
  const { stageId } = await jobOf(3)
  valueOf(await operator.digitization.finish({ id: 3, stageId }))
  const page = await stage.as('director', '/digitization')
  await page.getByRole('button', { name: vietnamese('common.actions.edit'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^Tài liệu địa chí: Tên/).fill('4')
  await dialog.getByRole('button', { name: vietnamese('common.actions.save') }).click()
  await gone(dialog)
  const row = page.getByRole('row', { name: /^Tài liệu địa chí/ })
  await see(row.getByText('(25 %)'))
  await row.getByRole('link').first().click()
  await see(heading(page, vietnamese('digitization.list.title')))
  await see(list(page).getByText('SH3'))
  await soon(() => list(page).getByText('SH1').count()).toBe(0)
})
