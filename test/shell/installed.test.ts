import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { testPassword } from '../support/engine.ts'
import { prepareFolder, usernameOf, writeByHand } from '../support/prepared.ts'
import { type Options, type Shell, launchAgain, launchShell, newHome } from './shell.ts'

const folder = (name: string) => mkdtempSync(join(tmpdir(), `khosach-${name}-`))

async function open(options: Options): Promise<Shell> {
  const shell = await launchShell(options)
  onTestFinished(async () => void (await shell.quit()))
  return shell
}

function policyIn(install: string, text: string): void {
  writeFileSync(join(install, 'policy.json'), text)
}

test('a policy says which folder to open, and fills in the first page', async () => {
  const [install, data] = [folder('install'), join(folder('data'), 'KhoSach')]
  const libraryName = 'Thư viện tỉnh Đắk Lắk'
  policyIn(
    install,
    JSON.stringify({
      fixed: { dataFolder: data, province: '01', online: false },
      offered: { libraryName, libraryCode: 'TVT-01' },
    }),
  )
  const { page } = await open({ dataDir: null, home: newHome(), install })
  const name = page.getByLabel('Tên thư viện')
  await expect.poll(() => name.inputValue()).toBe(libraryName)
  expect(await name.isEditable()).toBe(true)
  expect(await page.getByLabel('Mã thư viện').inputValue()).toBe('TVT-01')
  const province = page.getByLabel('Tỉnh, thành phố')
  await expect.poll(() => province.inputValue()).toContain('Hà Nội')
  expect(await province.isEditable()).toBe(false)
  expect(existsSync(join(data, 'library.db'))).toBe(true)
  const about = await page.evaluate(() => window.khosachDoor.about())
  expect(about).toMatchObject({
    dataFolder: data,
    installFolder: install,
    policies: { fixed: { online: false }, problems: [] },
    selfTest: null,
  })
})

test('a policy file that cannot be read keeps nobody from working', async () => {
  const install = folder('install')
  policyIn(install, '{"fixed":')
  const { page } = await open({ dataDir: folder('data'), home: newHome(), install })
  await page.getByLabel('Tên thư viện').waitFor()
  expect(await page.evaluate(() => window.khosachDoor.about())).toMatchObject({
    policies: { fixed: {}, offered: {}, problems: [{ source: 'file', name: null }] },
  })
})

test('a package the program was opened by is handed to the page, one that comes later as well', async () => {
  const sticks = folder('stick')
  const [first, second, receipt] = ['a.khosach', 'b.khosach', 'c.khosach-receipt'].map((name) =>
    join(sticks, name),
  )
  for (const file of [first, second, receipt]) writeFileSync(String(file), 'bytes')
  const options = { dataDir: folder('data'), home: newHome() }
  const { page } = await open({ ...options, file: String(first) })
  const take = () => page.evaluate(() => window.khosachDoor.openedFile())
  expect(await take()).toMatchObject({ kind: 'package', file: { name: 'a.khosach', size: 5 } })
  expect(await take()).toBeNull()
  await page.evaluate(() => {
    window.seen = []
    window.khosachDoor.onEvent((event) => window.seen.push(event))
  })
  expect(await launchAgain({ ...options, file: String(second) })).toBe(0)
  await page.waitForFunction(() => window.seen.some(({ type }) => type === 'opened'))
  expect(await take()).toMatchObject({ kind: 'package', file: { name: 'b.khosach' } })
  await launchAgain({ ...options, file: String(receipt) })
  await page.waitForFunction(() => window.seen.filter(({ type }) => type === 'opened').length === 2)
  expect(await take()).toEqual({ kind: 'receipt', folder: sticks })
})

test('an update that was double-clicked is looked at on its page, once somebody has signed in', async () => {
  const file = join(folder('stick'), 'KhoSach-9.9.9.khosach-update')
  writeFileSync(file, 'ảnh chụp, không phải tệp cập nhật')
  const { page } = await open({ dataDir: await prepareFolder(), home: newHome(), file })
  const person = { username: usernameOf('administrator'), password: testPassword }
  await page.evaluate((input) => window.khosachDoor.call('users.signIn', input), person)
  await page.reload()
  await page.getByRole('heading', { name: 'Cập nhật chương trình' }).waitFor()
  await page.getByText(/không phải tệp cập nhật của Kho Sách/).waitFor()
})

test('a library of a newer program takes its update by a double click, or by the window that opens files', async () => {
  const [dataDir, stick] = [await prepareFolder(), folder('stick')]
  writeByHand(dataDir, [`insert into kysely_migration values ('9990-later', '2027-01-01T00:00:00.000Z')`])
  const [clicked, chosen] = [join(stick, 'a.khosach-update'), join(stick, 'b.khosach-update')]
  writeFileSync(clicked, 'ảnh chụp, không phải tệp cập nhật')
  writeFileSync(chosen, 'KHOSACH-UPDATE-1')
  const { page } = await open({ dataDir, home: newHome(), file: clicked, dialogs: { open: chosen } })
  await page.getByText(/không phải tệp cập nhật của Kho Sách/).waitFor()
  await page.getByRole('button', { name: 'Chọn tệp cập nhật…' }).click()
  await page.getByText(/Tệp chưa đủ/).waitFor()
})
