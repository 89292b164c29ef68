import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askLibrary, expectPeriod, tellAll } from '../../ministry/office/acts.ts'
import { questionRows } from '../../ministry/office/records.ts'
import { quarterBounds } from '../../shared/dates.ts'
import { newCode, runReceiver, type Running } from '../ministry/support/receiver.ts'
import { testFolder, valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { toast } from './support/frame.ts'
import { endedQuarter, signQuarter, type SignedQuarter } from './support/quarter.ts'
import { gone, see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 100 })
const by = 'administrator'
const asked = 'Số tài liệu giảm một nửa so với kỳ trước, đề nghị giải thích.'
let running: Running
let period: SignedQuarter

beforeAll(async () => {
  running = await runReceiver(testFolder(), { now: () => new Date() })
  period = await signQuarter(stage)
  const administrator = await stage.client('administrator')
  const { id: _, ...library } = valueOf(await administrator.settings.library({}))
  valueOf(await administrator.settings.setLibrary({ ...library, code: 'TV-68' }))
  const director = await stage.client('director')
  valueOf(await director.sync.makeKey({ passphrase: 'một câu để thử khóa' }))
  valueOf(await director.sync.enrol({ endpoint: running.url, code: await newCode(running) }))
})
afterAll(() => running.stop())

async function question(text: string): Promise<void> {
  const { id: libraryId } = await running.receiver.store.db
    .selectFrom('library')
    .select('id')
    .executeTakeFirstOrThrow()
  const { from, to } = quarterBounds(endedQuarter())
  await askLibrary(running.receiver, { libraryId, period: { from, to }, figureCode: 'M2b.01', text }, by)
}

test('without a message the page says how they come', async () => {
  const director = await stage.client('director')
  await expect
    .poll(async () => valueOf(await director.sync.status({})).enrolment?.receiver)
    .toBe('Vụ Thư viện')
  const page = await stage.as('director', '/sync/messages')
  await see(page.getByText(vietnamese('sync.messages.none')))
})

test('what the receiver says comes by one button, and the home page tells of the question', async () => {
  await question(asked)
  await expectPeriod(
    running.receiver,
    { ...quarterBounds(endedQuarter()), dueOn: '2030-01-10', note: '' },
    by,
  )
  await tellAll(running.receiver, { kind: 'definitions', note: 'Theo thông tư mới.' }, by)
  const page = await stage.as('director', '/sync/messages')
  await page.getByRole('button', { name: vietnamese('sync.messages.ask') }).click()
  await see(page.getByText(asked))
  await see(page.getByText(vietnamese('sync.messages.kinds.definitions')).first())
  await see(page.getByText(vietnamese('sync.messages.deadlines.received')))
  await expectAccessible(page, 'messages')
  await page.goto(page.url().replace(/#.*/, '#/'))
  await see(page.getByText(vietnamese('home.waiting.questionsOpen', { shown: '1' })))
})

test('an answer is written, can be taken back and is put back by one key', async () => {
  const page = await stage.as('director', '/sync/messages?show=open')
  await page.getByRole('button', { name: vietnamese('sync.answers.open') }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByLabel(vietnamese('sync.answers.text'))
    .fill('Do kho bị ngập, đã ghi giảm theo quyết định.')
  await dialog.getByRole('button', { name: vietnamese('sync.answers.act') }).click()
  await see(toast(page, vietnamese('sync.answers.kept')))
  await page.goto(page.url().replace('?show=open', ''))
  await page.getByRole('button', { name: vietnamese('sync.answers.takeBack') }).click()
  await see(page.getByText(vietnamese('sync.answers.none')))
  await page.getByRole('button', { name: vietnamese('common.actions.undo') }).click()
  await see(page.getByText(vietnamese('sync.answers.underWay')))
})

test('the answer goes onto a stick, and up by the button, where it is one answer', async () => {
  const page = await stage.as('director', '/sync/messages')
  await page.getByRole('button', { name: vietnamese('sync.answers.toStick') }).click()
  const dialog = page.getByRole('dialog')
  const path = testFolder()
  await dialog.getByLabel(vietnamese('sync.folder.path'), { exact: true }).fill(path)
  await dialog.getByRole('button', { name: vietnamese('sync.answers.write') }).click()
  await see(dialog.getByText('.khosach-answers'))
  expect(readdirSync(path)).toEqual([expect.stringMatching(/-tra-loi-1\.khosach-answers$/)])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: vietnamese('sync.messages.ask') }).click()
  await see(page.getByText(vietnamese('sync.sending.answers', { count: 1 })))
  await gone(page.getByText(vietnamese('sync.answers.underWay'), { exact: true }))
  expect((await questionRows(running.receiver)).map(({ answers }) => answers.length)).toEqual([1])
})

test('a reader sees what was said and has nothing to answer with', async () => {
  const page = await stage.as('reader', '/sync/messages')
  await see(page.getByText(asked))
  await see(page.getByRole('link', { name: period.name }).first())
  await gone(page.getByRole('button', { name: vietnamese('sync.messages.note') }))
})
