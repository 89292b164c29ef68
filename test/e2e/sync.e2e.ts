import { createHash } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testFolder, valueOf } from '../support/engine.ts'
import { newCode, runReceiver, type Running } from '../ministry/support/receiver.ts'
import { openSpoiltLine, type SpoiltLine } from '../support/spoilt-line.ts'
import { statusBar, toast } from './support/frame.ts'
import { bytesOf, gone, see } from './support/see.ts'
import { type SignedQuarter, signQuarter } from './support/quarter.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 300 })
const passphrase = 'một câu để thử khóa'
let period: SignedQuarter
let packageBytes: Buffer
let running: Running
let line: SpoiltLine

beforeAll(async () => {
  running = await runReceiver(testFolder(), { now: () => new Date('2026-11-11T01:00:00.000Z') })
  line = await openSpoiltLine(running.url)
  period = await signQuarter(stage)
  const administrator = await stage.client('administrator')
  const { id: _, ...library } = valueOf(await administrator.settings.library({}))
  valueOf(await administrator.settings.setLibrary({ ...library, code: 'TV-68' }))
})
afterAll(async () => {
  await line.close()
  await running.stop()
})

const roadsOf = (page: Page) =>
  page.getByRole('button', { name: vietnamese('sync.roads.moreOf', { period: period.name }) })

async function pickRoad(page: Page, road: Parameters<typeof vietnamese>[0]): Promise<void> {
  await roadsOf(page).first().click()
  await page.getByRole('menuitem', { name: vietnamese(road) }).click()
}

test('the key is made with a passphrase, and its recovery code is shown once, to be printed', async () => {
  const page = await stage.as('director', `/sync?period=${period.id}`)
  await see(page.getByText(vietnamese('sync.key.none')))
  await page.getByRole('button', { name: vietnamese('sync.key.make') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(vietnamese('sync.key.passphrase'), { exact: true }).fill(passphrase)
  await dialog.getByLabel(vietnamese('sync.key.passphraseAgain')).fill(passphrase)
  await dialog.getByRole('button', { name: vietnamese('sync.key.make') }).click()
  await see(page.getByText(vietnamese('sync.recovery.text')))
  expect((await page.locator('.recovery-code span').allTextContents()).map((group) => group.length)).toEqual([
    6, 6, 6, 6, 6,
  ])
  await page.getByRole('button', { name: vietnamese('sync.recovery.done') }).click()
  await see(page.getByText(vietnamese('sync.key.ready')))
})

test('a signed quarter waits to be sent, also in the status bar, until the director exports its package', async () => {
  const page = await stage.as('director', `/sync?period=${period.id}`)
  await see(statusBar(page).getByText(vietnamese('shell.status.unsent', { count: 1 })))
  const download = page.waitForEvent('download')
  await pickRoad(page, 'sync.roads.export')
  const file = await download
  expect(file.suggestedFilename()).toMatch(/\.khosach$/)
  packageBytes = await bytesOf(file)
  await see(toast(page, vietnamese('jobs.saved', { name: file.suggestedFilename() })))
  await see(statusBar(page).getByText(vietnamese('shell.status.nothingUnsent')))
  await see(page.getByRole('row').filter({ hasText: period.name }))
})

test('onto a stick go the same bytes, and they are said to be there once they were read back', async () => {
  const page = await stage.as('director', '/sync')
  const path = testFolder()
  await pickRoad(page, 'sync.roads.folder')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(vietnamese('sync.folder.path'), { exact: true }).fill(path)
  await dialog.getByRole('button', { name: vietnamese('sync.folder.act') }).click()
  await see(dialog.getByText('.khosach'))
  const [name = ''] = readdirSync(path)
  expect(readFileSync(join(path, name)).equals(packageBytes)).toBe(true)
})

test('the codes of a printed sheet are a road of their own', async () => {
  const page = await stage.as('director', '/sync')
  const download = page.waitForEvent('download')
  await pickRoad(page, 'sync.roads.codes')
  expect((await download).suggestedFilename()).toMatch(/-QR\.pdf$/)
})

test('enrolled with a code, the library sends by one button, and the report shows when it was received', async () => {
  const page = await stage.as('director', '/sync')
  await page.getByRole('button', { name: vietnamese('sync.enrolment.open') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(vietnamese('sync.enrolment.endpoint')).fill(line.endpoint)
  await dialog.getByLabel(vietnamese('sync.enrolment.code')).fill('SAI-MA-NAY')
  await dialog.getByRole('button', { name: vietnamese('sync.enrolment.act'), exact: true }).click()
  await see(dialog.getByText(vietnamese('sync.problems.code_unknown')))
  await dialog.getByLabel(vietnamese('sync.enrolment.code')).fill(await newCode(running))
  await dialog.getByRole('button', { name: vietnamese('sync.enrolment.act'), exact: true }).click()
  await see(page.getByText('Vụ Thư viện', { exact: true }))
  line.state.page = '<html>Đăng nhập Wi-Fi</html>'
  await page.getByRole('button', { name: vietnamese('sync.sending.all') }).click()
  await see(page.getByText(vietnamese('sync.problems.sign_in_page')))
  line.state.page = null
  await page.getByRole('button', { name: vietnamese('sync.sending.all') }).click()
  await see(page.getByText(vietnamese('sync.sending.arrived', { count: 1 })))
  const stored = await running.receiver.store.db.selectFrom('package').select('bytes').execute()
  expect(stored).toEqual([{ bytes: packageBytes }])
  await page.goto(page.url().replace(/#.*/, `#/reports/${period.id}`))
  await see(page.getByText(vietnamese('sync.states.received', { at: '11/11/2026 08:00' })))
})

test('the log says in words what came of each attempt', async () => {
  const page = await stage.as('reader', '/sync/attempts')
  await see(page.getByText(vietnamese('sync.problems.sign_in_page')).first())
  await see(page.getByText(vietnamese('sync.attempts.done')).first())
})

test('when to send by itself is the library’s choice', async () => {
  const page = await stage.as('director', '/sync')
  await page.getByRole('button', { name: vietnamese('sync.settings.open') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: vietnamese('sync.settings.isAutomatic') }).check()
  await dialog.getByRole('button', { name: vietnamese('common.actions.save') }).click()
  await see(page.getByText(vietnamese('sync.settings.automatic')))
})

test('a reader sees what was sent but has nothing to send with', async () => {
  const page = await stage.as('reader', '/sync')
  await see(page.getByRole('row').filter({ hasText: period.name }))
  await gone(roadsOf(page))
})

test('a package is checked and shown as whole and ours', async () => {
  const page = await stage.as('reader', '/sync')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: vietnamese('sync.check.pick') }).click()
  await (
    await chooser
  ).setFiles({ name: 'quy.khosach', mimeType: 'application/octet-stream', buffer: packageBytes })
  await see(page.getByText(vietnamese('sync.check.isWhole')))
  await see(page.getByText(vietnamese('sync.check.isOurs')))
  await see(page.getByText('quy.khosach'))
})

/** A forger's work: another figure, packed again with a fitting header; only the signature cannot be made. */
function withOtherFigure(bytes: Buffer): Buffer {
  const [magic = '', hash = ''] = bytes.toString('latin1').split('\n', 2)
  const body = zstdDecompressSync(bytes.subarray(magic.length + hash.length + 2)).toString('utf8')
  const forged = zstdCompressSync(Buffer.from(body.replace(/"value":\d+/, '"value":99999')))
  expect(body).toMatch(/"value":\d+/)
  const header = `${magic}\n${createHash('sha256').update(forged).digest('hex')}\n`
  return Buffer.concat([Buffer.from(header), forged])
}

test('a package with one figure changed is refused in words', async () => {
  const page = await stage.as('reader', '/sync')
  const altered = withOtherFigure(packageBytes)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: vietnamese('sync.check.pick') }).click()
  await (
    await chooser
  ).setFiles({ name: 'sua.khosach', mimeType: 'application/octet-stream', buffer: altered })
  await see(
    page.getByRole('alert').getByText(vietnamese('sync.errors.package_altered', { name: 'sua.khosach' })),
  )
  await gone(page.getByText(vietnamese('sync.check.isWhole')))
})

test('any other file is said to be none', async () => {
  const page = await stage.as('reader', '/sync')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: vietnamese('sync.check.pick') }).click()
  await (
    await chooser
  ).setFiles({ name: 'anh.khosach', mimeType: 'image/png', buffer: Buffer.from('không phải gói') })
  await see(
    page.getByRole('alert').getByText(vietnamese('sync.errors.not_a_package', { name: 'anh.khosach' })),
  )
})
