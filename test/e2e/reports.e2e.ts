import { execFileSync } from 'node:child_process'
import type { Download, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { partOf } from '../documents/zip.ts'
import { quarterBounds } from '../../shared/dates.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import { testPassword, valueOf } from '../support/engine.ts'
import { rezipped } from '../support/rezipped.ts'
import { expectAccessible } from './support/axe.ts'
import { heading, pickFromUserMenu, toast } from './support/frame.ts'
import { bytesOf, gone, see, soon } from './support/see.ts'
import { endedQuarter, quarterName } from './support/quarter.ts'
import { setStage } from './support/stage.ts'
import { say, vietnamese, vietnameseLike } from './support/words.ts'

const stage = setStage({ titles: 2500 })
const ended = endedQuarter()
const period = quarterName(ended)
const figure = (page: Page) => page.getByRole('link', { name: `${vietnamese('indicators.names.M2b_02')}: ` })
const openFigures = (page: Page) =>
  page.getByRole('tab', { name: vietnamese('reports.annexTabs.figures') }).click()
let counted: string

beforeAll(async () => {
  const reader = await stage.client('reader')
  const { values } = valueOf(await reader.indicators.list({ period: quarterPeriod(ended) }))
  const value = values.find(({ code }) => code === 'M2b.02')?.value ?? 0
  counted = String(value).replace(/\B(?=(\d{3})+$)/g, '.')
  expect(value).toBeGreaterThan(1000)
})

async function produced(page: Page, format: 'docx' | 'xlsx' | 'pdf'): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page
    .getByRole('button', { name: vietnamese(`reports.produce.formats.${format}`), exact: true })
    .click()
  const file: Download = await download
  expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`))
  return bytesOf(file)
}

async function confirmCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: vietnamese('reports.steps.confirm') }).click()
  const dialog = page.getByRole('dialog', { name: vietnamese('reports.check.title', { period }) })
  await dialog.getByLabel(vietnameseLike('reports.sign.password')).fill(testPassword)
  await page.keyboard.press('Enter')
  await gone(dialog)
}

function countedTitles(): string {
  return vietnamese('indicators.explain.count', {
    what: vietnamese('indicators.rowCounts.title', { shown: counted }),
  })
}

function textOf(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).normalize('NFC')
}

test('the quarter is opened, and its figure leads to the very rows it counts', async () => {
  const page = await stage.as('activities', '/reports')
  await page.getByRole('button', { name: vietnamese('reports.list.openFirst') }).click()
  const dialog = page.getByRole('dialog', { name: vietnamese('reports.list.open') })
  await see(dialog.getByLabel(vietnamese('reports.periodField.period'), { exact: true }))
  await dialog.getByRole('button', { name: vietnamese('reports.openDialog.submit') }).click()
  await see(heading(page, vietnamese('reports.page.title', { period })))
  await openFigures(page)
  await soon(() => figure(page).first().innerText()).toBe(counted)
  await see(page.getByTitle(vietnamese('ui.figure.provisional')))
  await figure(page).first().click()
  await see(page.getByText(countedTitles()))
  await see(page.getByText(vietnamese('indicators.explain.provisional'), { exact: true }))
  const row = page
    .getByRole('grid', { name: vietnamese('indicators.explain.rows') })
    .getByRole('row')
    .nth(1)
  const label = await row.getByRole('gridcell').nth(1).innerText()
  await row.dblclick()
  await soon(async () => label.startsWith(await page.getByRole('heading', { level: 1 }).innerText())).toBe(
    true,
  )
})

test('a report that is not signed says on paper that its figures are provisional', async () => {
  const page = await stage.as('reader', '/reports')
  await page.getByRole('row').filter({ hasText: period }).dblclick()
  await see(heading(page, vietnamese('reports.page.title', { period })))
  expect(textOf(await produced(page, 'pdf')).replace(/\s+/g, ' ')).toContain('tạm tính')
})

test('what is unusual about a figure is explained before anybody says that it was checked', async () => {
  const page = await stage.as('activities', '/reports')
  await page.getByRole('row').filter({ hasText: period }).dblclick()
  await page.getByRole('button', { name: vietnamese('reports.steps.handOver') }).click()
  await see(page.getByText(vietnameseLike('reports.errors.unexplained')))
  // Who checks hears of it before a password is asked for.
  await page.getByRole('button', { name: vietnamese('reports.steps.confirm') }).click()
  const check = page.getByRole('dialog')
  await see(check.getByText(vietnameseLike('reports.errors.unexplained')))
  expect(await check.locator('input').count()).toBe(0)
  await page.keyboard.press('Escape')
  await gone(check)
  const open = page.getByRole('button', { name: vietnamese('reports.doubts.explain'), exact: true })
  const asked = await open.count()
  expect(asked).toBeGreaterThan(0)
  for (let left = asked; left > 0; left--) {
    await open.first().click()
    const dialog = page.getByRole('dialog', { name: vietnamese('reports.doubts.dialog') })
    await dialog.getByLabel(vietnamese('reports.doubts.text')).fill(`Lý do thứ ${left}`)
    await dialog.getByRole('button', { name: vietnamese('reports.doubts.submit') }).click()
    await gone(dialog)
    await soon(() => open.count()).toBe(left - 1)
  }
  await page.keyboard.press('Control+z')
  await soon(() => open.count()).toBe(1)
  await open.click()
  await page.getByLabel(vietnamese('reports.doubts.text')).fill('Đã xem lại')
  await page.getByRole('button', { name: vietnamese('reports.doubts.submit') }).click()
  await soon(() => open.count()).toBe(0)
  await expectAccessible(page, 'explained report')
  expect(textOf(await produced(page, 'pdf')).replace(/\s+/g, ' ')).toContain('Lý do: Đã xem lại')
})

test('a part is written, saved with the checking by one person, and sent back and checked again', async () => {
  const page = await stage.as('activities', '/reports')
  await page.getByRole('row').filter({ hasText: period }).dblclick()
  const block = vietnamese('reports.blocks.general')
  await page.getByRole('button', { name: vietnamese('reports.narrative.editing', { block }) }).click()
  const area = page.getByRole('textbox', { name: block })
  await area.fill('Vốn tài liệu tăng đều.')
  const insert = page.getByLabel(vietnamese('reports.narrative.insertWhich'))
  await insert.selectOption('M2b.02')
  await page.getByRole('button', { name: vietnamese('reports.narrative.insert') }).click()
  await soon(() => area.inputValue()).toMatch(/\{M2b\.02\}/)
  await area.press('End')
  await area.press('Backspace')
  await soon(() => area.inputValue()).toBe('Vốn tài liệu tăng đều.')
  await page.getByRole('button', { name: vietnamese('reports.narrative.save'), exact: true }).click()
  await see(toast(page, vietnamese('reports.narrative.saved', { block })))
  await page.keyboard.press('Control+z')
  await see(toast(page, vietnamese('reports.narrative.undone')))
  await soon(() => page.getByText('Vốn tài liệu tăng đều.').count()).toBe(0)
  await page.getByRole('button', { name: vietnamese('reports.narrative.editing', { block }) }).click()
  await area.fill('Vốn tài liệu tăng đều.')
  await page.getByRole('button', { name: vietnamese('reports.steps.handOver') }).click()
  await see(toast(page, vietnamese('reports.steps.handedOverNow')))
  await confirmCheck(page)
  await see(toast(page, vietnamese('reports.steps.checkedNow')))
  // The button of the step before has the same name, and takes the focus with it when it goes.
  await see(page.getByText(vietnamese('reports.states.checked')))
  // The words beside it are laid out anew meanwhile, and a mouse would miss it.
  await page.getByRole('button', { name: vietnamese('reports.steps.sendBack') }).press('Enter')
  await see(toast(page, vietnamese('reports.steps.sentBack')))
  await confirmCheck(page)
  await see(page.getByText(vietnamese('reports.states.checked')))
  await gone(page.getByRole('button', { name: vietnamese('reports.sign.submit') }))
})

test('the director signs with the password; a wrong one is refused at its field', async () => {
  const page = await stage.as('director', '/reports')
  await page.getByRole('row').filter({ hasText: period }).dblclick()
  await page.getByRole('button', { name: vietnamese('reports.sign.submit') }).click()
  const dialog = page.getByRole('dialog', { name: vietnamese('reports.sign.title', { period }) })
  await see(dialog.getByText(counted))
  await page.keyboard.type('sai-mat-khau')
  await page.keyboard.press('Enter')
  await see(dialog.getByText(vietnamese('reports.errors.wrong_credentials')))
  await page.keyboard.type(testPassword)
  await page.keyboard.press('Enter')
  await gone(dialog)
  await see(page.getByText(vietnamese('reports.states.signed'), { exact: true }))
  await openFigures(page)
  await see(figure(page).first())
  expect(await figure(page).first().getAttribute('title')).toBe(vietnamese('ui.figure.official'))
  await page.getByRole('tab', { name: vietnamese('reports.annexPart.report') }).click()
  await gone(page.getByRole('button', { name: vietnamese('reports.narrative.edit') }))
  await see(page.getByText(vietnamese('reports.seal.figuresHash')))
})

test('the signed report comes as Word, Excel and PDF, each holding the figure', async () => {
  const page = await stage.as('director', '/reports')
  await page.getByRole('row').filter({ hasText: period }).dblclick()
  const docx = await produced(page, 'docx')
  expect(docx.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  const words = partOf(docx, 'word/document.xml')
    .replace(/<[^>]+>/g, '')
    .normalize('NFC')
  expect(words).toContain(counted)
  expect(words).toContain('Vốn tài liệu tăng đều.')
  const xlsx = await produced(page, 'xlsx')
  expect(xlsx.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  expect(partOf(xlsx, '[Content_Types].xml')).toContain('spreadsheetml')
  const pdf = await produced(page, 'pdf')
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  const text = textOf(pdf)
  expect(text).toContain(counted)
  expect(text).toContain(vietnamese('documents.letterhead.motto'))
  expect(text).not.toContain('tạm tính')
})

test('the clerical desk gives the signed report its number, which a correction must explain', async () => {
  const page = await stage.as('activities', '/reports')
  await page.getByRole('row').filter({ hasText: period }).dblclick()
  await page.getByRole('button', { name: vietnamese('reports.registration.enter') }).click()
  await page.getByLabel(vietnamese('reports.registration.number')).fill('15')
  await page.keyboard.press('Enter')
  await see(toast(page, vietnamese('reports.registration.saved')))
  await see(page.getByText(/^Số: 15/))
  await page.getByRole('button', { name: vietnamese('reports.registration.correct') }).click()
  const dialog = page.getByRole('dialog', { name: vietnamese('reports.registration.correct') })
  expect(
    await dialog.getByRole('button', { name: vietnamese('reports.registration.submit') }).isDisabled(),
  ).toBe(true)
  await dialog.getByLabel(vietnamese('reports.registration.reason')).fill('Ghi nhầm')
  await dialog.getByLabel(vietnamese('reports.registration.number')).fill('16')
  await page.keyboard.press('Enter')
  await gone(dialog)
  await see(page.getByText('Ghi nhầm'))
  await expectAccessible(page, 'registered report')
})

test('a file that comes back is held against what was signed', async () => {
  const page = await stage.as('director', '/reports')
  await page.getByRole('row').filter({ hasText: period }).dblclick()
  const docx = await produced(page, 'docx')
  const edited = await rezipped(docx, (_, xml) => xml.replaceAll(`>${counted}<`, '>7.777<'))
  const opened = await stage.as('reader', '/reports/verify')
  const look = async (buffer: Buffer) => {
    const chooser = opened.waitForEvent('filechooser')
    await opened.getByRole('button', { name: /^Chọn tệp/ }).click()
    await (await chooser).setFiles({ name: 'bao-cao.docx', mimeType: 'application/octet-stream', buffer })
  }
  await look(docx)
  await see(opened.getByText(vietnamese('reports.verify.verdicts.intact.title'), { exact: true }))
  await look(edited)
  await see(opened.getByText(vietnamese('reports.verify.verdicts.figures_differ.title')))
  await see(opened.getByRole('cell', { name: '7.777' }).first())
  await expectAccessible(opened, 'verified report')
})

test('a signed paper keeps its language on an English page', async () => {
  const page = await stage.as('director', '/reports')
  await page.getByRole('row').filter({ hasText: period }).dblclick()
  await pickFromUserMenu(page, 'director', vietnamese('common.languages.en'))
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: say('en', 'reports.produce.formats.pdf'), exact: true }).click()
  expect(textOf(await bytesOf(await download))).toContain(vietnamese('reports.paper.kind'))
})

test('the frozen figure still opens its rows and marks those changed since', async () => {
  const cataloguer = await stage.client('cataloguer')
  const { rows } = valueOf(
    await cataloguer.indicators.explain({ code: 'M2b.02', period: quarterPeriod(ended) }),
  )
  const { id, rev, ...fields } = valueOf(await cataloguer.catalogue.title({ id: rows[0]?.rowId ?? 0 }))
  valueOf(await cataloguer.catalogue.updateTitle({ ...fields, id, rev, note: 'Sửa sau khi ký' }))
  const page = await stage.as('reader', '/reports')
  await page.getByRole('row').filter({ hasText: period }).dblclick()
  await openFigures(page)
  await figure(page).first().click()
  await see(page.getByText(vietnamese('indicators.explain.frozen'), { exact: true }))
  await see(page.getByText(countedTitles()))
  await see(page.getByText(vietnamese('indicators.explain.changedSince')))
  await page.getByRole('link', { name: vietnamese('indicators.explain.backToPeriod', { period }) }).click()
  await see(heading(page, vietnamese('reports.page.title', { period })))
})

test('the list of indicators says for a signed quarter who signed', async () => {
  const page = await stage.as('reader', `/indicators?period=${quarterPeriod(ended)}`)
  await see(page.getByText(vietnamese('indicators.list.signed', { period, by: 'Người director' })))
  await page.getByLabel(vietnamese('reports.periodField.period'), { exact: true }).selectOption({ index: 0 })
  await see(page.getByText(vietnamese('indicators.list.provisional')))
})

test('a figure that counts otherwise after the signing is restated beside what was signed', async () => {
  const cataloguer = await stage.client('cataloguer')
  const late = { title: 'Ghi sót', material: 'digital', digitalOrigin: 'bought' } as const
  valueOf(await cataloguer.catalogue.addTitle({ ...late, addedOn: quarterBounds(ended).to }))
  const page = await stage.as('director', '/reports')
  await page.getByRole('row').filter({ hasText: period }).dblclick()
  await see(page.getByText(vietnamese('reports.restatement.some')))
  await page.getByRole('button', { name: vietnamese('reports.restatement.restate') }).click()
  const dialog = page.getByRole('dialog', { name: vietnamese('reports.restatement.dialog', { period }) })
  await see(dialog.getByText(vietnamese('indicators.names.M2b_09')))
  await expectAccessible(page, 'restating')
  await dialog.getByLabel(vietnamese('reports.restatement.reason')).fill('Hóa đơn về muộn')
  await dialog.getByLabel(vietnameseLike('reports.sign.password')).fill(testPassword)
  await dialog.getByRole('button', { name: vietnamese('reports.restatement.submit') }).click()
  await gone(dialog)
  await see(page.getByRole('heading', { name: vietnamese('reports.restatement.given', { number: 1 }) }))
  await see(page.getByText(vietnamese('reports.restatement.none')))
  await see(page.getByRole('link', { name: vietnamese('reports.steps.export'), exact: true }))
})

test('a quarter that still runs may be watched but not checked', async () => {
  const page = await stage.as('activities', '/reports')
  await page.getByRole('button', { name: vietnamese('reports.list.open') }).click()
  const dialog = page.getByRole('dialog', { name: vietnamese('reports.list.open') })
  await dialog
    .getByLabel(vietnamese('reports.periodField.period'), { exact: true })
    .selectOption({ index: 0 })
  await see(dialog.getByText(vietnameseLike('reports.openDialog.running')))
  await dialog.getByRole('button', { name: vietnamese('reports.openDialog.submit') }).click()
  await see(page.getByText(vietnameseLike('reports.problems.period_not_ended')))
  expect(await page.getByRole('button', { name: vietnamese('reports.steps.confirm') }).isDisabled()).toBe(
    true,
  )
})
