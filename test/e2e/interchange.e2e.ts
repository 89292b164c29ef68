import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { encodeText } from '../../shared/legacy/rules.ts'
import type { MarcField, MarcRecord } from '../../shared/catalogue/contract.ts'
import { valueOf } from '../support/engine.ts'
import { foreignRecord } from '../support/marc-file.ts'
import { expectAccessible } from './support/axe.ts'
import { enter, heading, toast } from './support/frame.ts'
import { chooseFiles, fileOf, marcBytes, outputOf, pickImport, stagedRun } from './support/imports.ts'
import { scan } from './support/keyboard.ts'
import { bytesOf, gone, holds, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { field, isbnOf, titleSearch, titlesShown } from './support/titles.ts'
import { vietnamese, vietnameseLike } from './support/words.ts'

const stage = setStage({ titles: 300 })

function button(page: Page, key: string, details = {}) {
  return page.getByRole('button', { name: vietnamese(key, details), exact: true })
}

function records(page: Page) {
  return page.getByRole('grid', { name: vietnamese('interchange.run.tabs.records') })
}

/** Another library's record under a title that is found again. */
function named(number: number, title: string, more: MarcField[] = []): MarcRecord {
  const { leader, fields } = foreignRecord(number, 2)
  const others = fields.filter(({ tag }) => tag !== '245' && tag !== '020')
  return { leader, fields: [...others, { tag: '245', indicators: '00', subfields: [['a', title]] }, ...more] }
}

test('a file of another system is looked into, read on trial, decided on, written, and taken back', async () => {
  const page = await stage.as('cataloguer', '/interchange')
  await see(page.getByText(vietnamese('interchange.runs.empty')))
  await expectAccessible(page, 'imports, none yet')
  await page.getByRole('link', { name: vietnamese('interchange.runs.begin') }).click()
  const bytes = Buffer.concat([
    marcBytes([named(1, 'Zê sách thứ nhất'), named(2, 'Zê sách thứ hai')]),
    Buffer.from('--- rác giữa tệp ---'),
    marcBytes([named(1, 'Zê sách thứ nhất')]),
  ])
  await pickImport(page, fileOf('Koha xuất.mrc', bytes))
  await see(page.getByText('Zê sách thứ nhất'))
  await holds(page.getByLabel(vietnamese('interchange.facts.source'), { exact: true }), 'Koha')
  await expectAccessible(page, 'an import, looked into')
  await page.keyboard.press('Control+Enter')

  await page.waitForURL(/interchange\/\d+$/)
  await see(page.getByText(vietnamese('interchange.states.staged'), { exact: true }))
  await expectAccessible(page, 'a run read on trial')
  const door = (verdict: string, shown: number) =>
    page.getByRole('link', {
      name: vietnamese('interchange.run.door', {
        name: vietnamese(`interchange.verdicts.${verdict}`),
        shown,
      }),
    })
  await see(door('new', 2))
  await see(door('inside', 1))
  await door('unread', 1).click()
  await records(page).getByRole('row').nth(1).click()
  await page.getByText(vietnamese('interchange.records.bytes', { shown: 25 })).click()
  await see(page.getByText('--- r'))

  await button(page, 'catalogue.filters.clear').click()
  await records(page).getByRole('row').filter({ hasText: 'Zê sách thứ hai' }).click()
  const decision = page
    .getByRole('complementary')
    .getByLabel(vietnamese('interchange.records.decision'), { exact: true })
  await decision.selectOption('skip')
  await see(page.getByRole('button', { name: vietnamese('interchange.run.write', { titles: 1, copies: 2 }) }))
  await decision.selectOption('')
  await see(page.getByRole('button', { name: vietnamese('interchange.run.write', { titles: 2, copies: 4 }) }))
  await expectAccessible(page, 'the lines of a run')
  await page.keyboard.press('Control+Enter')

  await see(page.getByText(vietnamese('interchange.states.written'), { exact: true }))
  await see(
    page.getByText(
      vietnameseLike('interchange.run.sentence.written', { created: 2, overlaid: 0, added: 4, skipped: 1 }),
    ),
  )
  await enter(page, '/catalogue')
  await titleSearch(page).fill('zê sách')
  await soon(() => titlesShown(page)).toEqual(['Zê sách thứ hai', 'Zê sách thứ nhất'])

  await page.goBack()
  await button(page, 'interchange.run.undo').click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: vietnamese('interchange.undo.submit'), exact: true })
    .click()
  await see(page.getByText(vietnamese('interchange.states.undone'), { exact: true }))
  await enter(page, '/catalogue')
  await titleSearch(page).fill('zê sách')
  await soon(() => titlesShown(page)).toEqual([])
})

test('what was worked with since is named before an import is taken back, and stays when that is meant', async () => {
  const cataloguer = await stage.client('cataloguer')
  const run = await stagedRun(stage, cataloguer, marcBytes([named(11, 'Zô một'), named(12, 'Zô hai')]))
  await outputOf(cataloguer, valueOf(await cataloguer.interchange.write({ id: run.id })).jobId)
  const [title] = valueOf(await cataloguer.catalogue.search({ text: 'zô một' })).rows
  const whole = valueOf(await cataloguer.catalogue.title({ id: title?.id ?? 0 }))
  const { removedOn, createdAt, updatedAt, classes, mergedIntoId, ...fields } = whole
  valueOf(await cataloguer.catalogue.updateTitle({ ...fields, note: 'đã xem' }))

  const page = await stage.as('cataloguer', `/interchange/${run.id}/used`)
  await see(page.getByRole('grid').getByText(vietnamese('interchange.undo.use.edited')))
  await expectAccessible(page, 'what was used of a run')
  await button(page, 'interchange.run.undo').click()
  const dialog = page.getByRole('dialog')
  await see(dialog.getByRole('link', { name: 'Zô một' }))
  const submit = dialog.getByRole('button', { name: vietnamese('interchange.undo.submitRest') })
  expect(await submit.isDisabled()).toBe(true)
  await dialog.getByLabel(vietnamese('interchange.undo.keep')).check()
  await submit.click()
  await see(page.getByText(vietnamese('interchange.states.undone'), { exact: true }))
  await enter(page, '/catalogue')
  await titleSearch(page).fill('zô')
  await soon(() => titlesShown(page)).toEqual(['Zô một'])
})

test('words nobody has explained are explained once: the file is read again, and the profile remembers', async () => {
  const cataloguer = await stage.client('cataloguer')
  const profile = {
    ...valueOf(await cataloguer.interchange.profiles({})).find(({ code }) => code === 'koha')?.profile,
  }
  valueOf(await cataloguer.interchange.saveProfile({ profile: { ...profile, name: 'Koha' } }))
  const run = await stagedRun(stage, cataloguer, marcBytes([named(21, 'Zơ một')]))
  const page = await stage.as('cataloguer', `/interchange/${run.id}`)
  await page.getByRole('link', { name: vietnamese('interchange.run.explain') }).click()
  await expectAccessible(page, 'words of a run')
  const meaning = page.getByLabel(vietnamese('interchange.words.means', { text: 'TVT' }))
  const site = await meaning.getByRole('option').nth(1).innerText()
  await meaning.selectOption(site)
  await button(page, 'interchange.words.again').click()
  await page.waitForURL((url) => !url.hash.startsWith(`#/interchange/${run.id}`))
  await see(page.getByText(vietnamese('interchange.states.staged'), { exact: true }))
  await gone(page.getByText(vietnameseLike('interchange.run.unknown')))
  await enter(page, '/home')
  await enter(page, `/interchange/${run.id}`)
  await see(page.getByText(vietnamese('interchange.errors.run_not_found')))
  const saved = valueOf(await cataloguer.interchange.profiles({})).find(
    (known) => known.profile.name === 'Koha',
  )
  expect(Object.values(saved?.profile.valueMaps.site ?? {})).toEqual(['1'])
})

test('a register in an old encoding is read, its columns guessed, changed and remembered under a name', async () => {
  const rows = [
    'Số ĐKCB;Tên sách;Tác giả;Cột lạ;Kho',
    ...['một', 'hai', 'ba'].map(
      (word, at) => `VN0000${at + 1};Zư sổ đăng ký ${word};Nguyễn Thị Ngọc;x${at};Kho đọc`,
    ),
  ]
  const path = fileOf('sổ.csv', Uint8Array.from(encodeText(rows.join('\r\n'), 'tcvn3')))
  const page = await stage.as('cataloguer', '/interchange/new')
  await pickImport(page, path)
  const column = (name: string) => page.getByLabel(vietnamese('interchange.columnMap.is', { name }))
  await holds(column('Tên sách'), 'title')
  await see(page.getByRole('cell', { name: 'Zư sổ đăng ký hai' }))
  const encoding = page.getByLabel(vietnamese('interchange.encoding.label'), { exact: true })
  expect(await encoding.getByRole('option', { selected: true }).innerText()).toContain('TCVN3')
  await holds(column('Cột lạ'), 'ignored')
  await column('Cột lạ').selectOption('note')
  await see(page.getByText(vietnamese('interchange.columnMap.saidBy.person')))
  await expectAccessible(page, 'columns of a table')

  await button(page, 'interchange.new.saveProfile').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(vietnamese('interchange.profileList.name')).fill('Sổ của cơ sở 2')
  await page.keyboard.press('Enter')
  await see(toast(page, vietnamese('common.saved')))
  await see(page.getByText(vietnamese('interchange.columnMap.saidBy.profile')))

  await button(page, 'interchange.new.again').click()
  await pickImport(page, path)
  await holds(column('Cột lạ'), 'note')
  await see(page.getByText(vietnamese('interchange.new.suggested')))
  await button(page, 'interchange.new.read').click()
  await page.waitForURL(/interchange\/\d+$/)
  await see(page.getByText(vietnameseLike('interchange.run.sentence.staged', { records: 3, copies: 3 })))

  await enter(page, '/interchange/profiles')
  await see(page.getByRole('grid').getByText('Sổ của cơ sở 2'))
  await expectAccessible(page, 'profiles')
  await button(page, 'interchange.profileList.more', { name: 'Sổ của cơ sở 2' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: vietnamese('interchange.profileList.toFile') }).click(),
  ])
  const text = await bytesOf(download)
  expect(JSON.parse(text.toString())).toMatchObject({ profile: { name: 'Sổ của cơ sở 2' } })
  const shared = JSON.stringify({ ...JSON.parse(text.toString()) }).replace(
    'Sổ của cơ sở 2',
    'Sổ của thư viện bạn',
  )
  await chooseFiles(
    page,
    () => button(page, 'interchange.profileList.fromFile').click(),
    fileOf('hồ sơ.json', Buffer.from(shared)),
  )
  await holds(dialog.getByLabel(vietnamese('interchange.profileList.name')), 'Sổ của thư viện bạn')
  await expectAccessible(page, 'a profile')
  await dialog.getByRole('button', { name: vietnamese('common.actions.save') }).click()
  await see(page.getByRole('grid').getByText('Sổ của thư viện bạn'))
})

test('a file that cannot be read says so in words, and another takes its place', async () => {
  const page = await stage.as('cataloguer', '/interchange/new')
  await pickImport(page, fileOf('hỏng.xlsx', Buffer.from('PK\u0003\u0004 hỏng rồi')))
  await see(page.getByRole('alert').getByText('hỏng.xlsx'))
  expect(await button(page, 'interchange.new.read').isDisabled()).toBe(true)
  await button(page, 'interchange.files.remove', { name: 'hỏng.xlsx' }).click()
  await gone(page.getByRole('alert'))
  await pickImport(page, fileOf('tốt.mrc', marcBytes([named(31, 'Zâ tốt')])))
  await see(page.getByText('Zâ tốt'))
})

test('files dropped on the page are taken as those picked are', async () => {
  const page = await stage.as('cataloguer', '/interchange/new')
  const bytes = [...marcBytes([named(41, 'Zá thả xuống')])]
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([Uint8Array.from(content)], 'thả.mrc'))
    return transfer
  }, bytes)
  await page.locator('.new-run').dispatchEvent('dragover', { dataTransfer: data })
  await page.locator('.new-run').dispatchEvent('drop', { dataTransfer: data })
  await see(page.getByText('Zá thả xuống'))
})

test('a pool gives its record to whoever types or scans an ISBN, and to whoever looks for it', async () => {
  const isbn = (number: number): MarcField => ({
    tag: '020',
    indicators: '  ',
    subfields: [['a', isbnOf(number)]],
  })
  const path = fileOf(
    'TVQG.mrc',
    marcBytes([named(51, 'Zi quốc gia một', [isbn(91)]), named(52, 'Zi quốc gia hai', [isbn(92)])]),
  )
  const page = await stage.as('cataloguer', '/interchange/pools')
  await see(page.getByText(vietnamese('interchange.pools.empty')))
  await button(page, 'interchange.pools.addFirst').click()
  const dialog = page.getByRole('dialog')
  const pick = dialog.getByRole('button', { name: vietnamese('interchange.files.pickOne') })
  await chooseFiles(page, () => pick.click(), path)
  await see(dialog.getByText('TVQG.mrc'))
  await dialog.getByLabel(vietnamese('interchange.pools.columns.name')).fill('Thư viện Quốc gia')
  await page.keyboard.press('Enter')
  await see(page.getByText(vietnamese('interchange.pools.added', { shown: 2, unread: 0 })))
  await page.getByRole('searchbox').fill('zi quoc gia')
  const found = page.getByRole('grid', { name: vietnamese('interchange.pools.found') })
  await see(found.getByText('Zi quốc gia hai'))
  await expectAccessible(page, 'pools')
  await page.getByRole('searchbox').fill(isbnOf(92))
  await gone(found.getByText('Zi quốc gia một'))
  await page.keyboard.press('Enter')
  await see(heading(page, vietnamese('catalogue.form.fromPool')))
  await holds(field(page, 'title'), 'Zi quốc gia hai')

  await enter(page, '/home')
  await enter(page, '/catalogue/new')
  await field(page, 'isbn').focus()
  await scan(page, isbnOf(91))
  await see(page.getByText(vietnameseLike('catalogue.form.poolOffer', { pool: 'Thư viện Quốc gia' })))
  await field(page, 'note').fill('gõ trước')
  await page.keyboard.press('F9')
  await holds(field(page, 'title'), 'Zi quốc gia một')
  await holds(field(page, 'note'), 'gõ trước')
  await page.keyboard.press('Control+Enter')
  await see(toast(page, vietnamese('catalogue.form.added', { title: 'Zi quốc gia một' })))
  await enter(page, '/interchange/pools')
  await page.getByRole('searchbox').fill(isbnOf(91))
  await see(found.getByText(vietnamese('interchange.pools.isHere')))
})

test('titles of a list leave in a format of other programs, and an administrator takes everything', async () => {
  const page = await stage.as('administrator', '/catalogue?text=lịch sử')
  await soon(async () => (await titlesShown(page)).length).toBeGreaterThan(1)
  await button(page, 'catalogue.export.all').click()
  await page.getByRole('menuitem', { name: vietnamese('catalogue.export.records') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(vietnamese('interchange.exporting.formats.marcxml.name')).check()
  await expectAccessible(page, 'the dialog that exports')
  const submit = dialog.getByRole('button', { name: vietnamese('interchange.exporting.submit'), exact: true })
  const [download] = await Promise.all([page.waitForEvent('download'), submit.click()])
  expect((await bytesOf(download)).toString()).toContain('<collection')
  await see(dialog.getByText(vietnameseLike('interchange.exporting.done')))
  await page.keyboard.press('Escape')

  await enter(page, '/interchange/export')
  await expectAccessible(page, 'export')
  const all = button(page, 'interchange.exportAll.submit')
  const [package_] = await Promise.all([page.waitForEvent('download'), all.click()])
  expect((await bytesOf(package_)).subarray(0, 2).toString()).toBe('PK')
  await see(page.getByText(vietnameseLike('interchange.exportAll.done')))
})

test('a refresh shows what its source has given up, and leaves it to the person whether it goes', async () => {
  const cataloguer = await stage.client('cataloguer')
  const kept = named(61, 'Zy còn')
  const left = { ...named(62, 'Zy mất') }
  left.fields = left.fields.filter(({ tag }) => tag !== '952')
  const first = await stagedRun(stage, cataloguer, marcBytes([kept, left]))
  await outputOf(cataloguer, valueOf(await cataloguer.interchange.write({ id: first.id })).jobId)

  const page = await stage.as('cataloguer', '/interchange/new')
  await pickImport(page, fileOf('quý sau.mrc', marcBytes([kept])))
  await page.getByLabel(vietnamese('interchange.new.kinds.refresh')).check()
  await button(page, 'interchange.new.read').click()
  await page.waitForURL(/interchange\/\d+$/)
  await page.getByRole('link', { name: vietnamese('interchange.run.tabs.vanished') }).click()
  await see(page.getByRole('grid').getByText('Zy mất'))
  await page.getByLabel(vietnameseLike('interchange.vanished.remove')).check()
  await page.getByRole('button', { name: vietnameseLike('interchange.run.write') }).click()
  await see(page.getByText(vietnamese('interchange.states.written'), { exact: true }))
  await enter(page, '/catalogue')
  await titleSearch(page).fill('zy')
  await soon(() => titlesShown(page)).toEqual(['Zy còn'])
})

test('a reader finds and exports, and is not offered what changes the catalogue', async () => {
  const page = await stage.as('reader', '/interchange/pools')
  await gone(button(page, 'interchange.pools.add'))
  await enter(page, '/interchange/export')
  await gone(button(page, 'interchange.exportAll.submit'))
  await see(button(page, 'interchange.exporting.submit'))
})
