import { createHash } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { statusBar, toast } from './support/frame.ts'
import { bytesOf, gone, see } from './support/see.ts'
import { type SignedQuarter, signQuarter } from './support/quarter.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 300 })
let period: SignedQuarter
let packageBytes: Buffer

beforeAll(async () => {
  period = await signQuarter(stage)
})

test('a signed quarter waits to be sent, also in the status bar, until the director exports its package', async () => {
  const page = await stage.as('director', `/sync?period=${period.id}`)
  await see(statusBar(page).getByText(vietnamese('shell.status.unsent', { count: 1 })))
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: vietnamese('sync.waiting.export') }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/\.khosach$/)
  packageBytes = await bytesOf(file)
  await see(toast(page, vietnamese('jobs.saved', { name: file.suggestedFilename() })))
  await see(statusBar(page).getByText(vietnamese('shell.status.nothingUnsent')))
  await see(page.getByRole('row').filter({ hasText: period.name }))
})

test('exporting again gives the same bytes', async () => {
  const page = await stage.as('director', '/sync')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: vietnamese('sync.written.again') }).click()
  expect((await bytesOf(await download)).equals(packageBytes)).toBe(true)
})

test('a reader sees what was sent but has nothing to send with', async () => {
  const page = await stage.as('reader', '/sync')
  await see(page.getByRole('row').filter({ hasText: period.name }))
  await gone(page.getByRole('button', { name: vietnamese('sync.written.again') }))
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
