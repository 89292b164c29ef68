import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addAccount } from '../../ministry/office/accounts.ts'
import { askLibrary, expectPeriod } from '../../ministry/office/acts.ts'
import { units } from '../../shared/provinces.ts'
import { chromiumArguments, chromiumPath } from '../shell/chromium.ts'
import { expectAccessible } from '../e2e/support/axe.ts'
import { allFigures, bring, enrol, newLibrary, packageOf, type Library } from './support/library.ts'
import { newCode, newPlace, startReceiver, type Running } from './support/receiver.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const pageFolder = `${root}dist/ministry`
const password = 'một mật khẩu dài'
const pictures = process.env['KHOSACH_PICTURES']
let browser: Browser

beforeAll(async () => {
  await build({ configFile: `${root}build/ministry.vite.config.ts`, logLevel: 'error' })
  browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments })
})
afterAll(() => browser.close())

async function open(limits?: { requestsPerMinute: number; guessesPerMinute: number }): Promise<Running> {
  const running = await startReceiver(await newPlace('sqlite'), { pageFolder, ...(limits ? { limits } : {}) })
  await addAccount(running.receiver, { name: 'Lan', role: 'administrator', password }, '-')
  return running
}

/** A window at the sign-in; what the page's policy forbids fails the test. */
async function visit({ url }: Running, size = { width: 1366, height: 768 }) {
  const page = await browser.newPage({ viewport: size, locale: 'vi-VN' })
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401')) faults.push(message.text())
  })
  await page.goto(url)
  return { page, faults }
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill('Lan')
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png` })
}

/** A library in each former province; some have reported twice, some not at all, one says two things. */
async function fill(running: Running): Promise<Library[]> {
  const { url, receiver } = running
  const former = units.flatMap(({ code, former }) => former.map(([old, name]) => ({ code, old, name })))
  const libraries = former.map(({ code, old, name }, at) =>
    newLibrary(
      code,
      old,
      at === 5
        ? `Thư viện Khoa học Tổng hợp tỉnh ${name} và các cơ sở phục vụ lưu động liên xã`
        : `Thư viện tỉnh ${name}`,
    ),
  )
  for (const library of libraries) await enrol(url, library, await newCode(running))
  await expectPeriod(receiver, { from: '2026-07-01', to: '2026-09-30', dueOn: '2026-10-03', note: '' }, 'Lan')
  for (const [at, library] of libraries.entries()) {
    if (at % 5 === 4) continue
    for (const quarter of [1, 2, 3]) {
      await bring(
        url,
        packageOf(library, { quarter: { year: 2026, quarter }, figures: allFigures(at + quarter) }).bytes,
      )
    }
  }
  const [first, second] = libraries as [Library, Library]
  const restated = allFigures(4).map((figure, at) => (at === 1 ? { ...figure, value: 1_234_567.5 } : figure))
  await bring(
    url,
    packageOf(first, { revision: 2, figures: restated as ReturnType<typeof allFigures> }).bytes,
  )
  await bring(url, packageOf(second, { figures: allFigures(99) }).bytes)
  const period = { from: '2026-07-01', to: '2026-09-30' }
  const question = {
    libraryId: first.codes.id,
    period,
    figureCode: 'M2b.01',
    text: 'Vì sao vốn tài liệu giảm so với quý trước?',
  }
  await askLibrary(receiver, question, 'Lan')
  return libraries
}

it('an office opens the page for the first time, makes a code and is told what to do', async () => {
  const running = await open()
  const { page, faults } = await visit(running)
  await page.getByLabel('Tên đăng nhập').fill('Lan')
  await page.getByLabel('Mật khẩu').fill('sai')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByText('Tên hoặc mật khẩu không đúng').waitFor()
  await picture(page, 'sign-in')
  await signIn(page)
  await page.getByText('Chưa có kỳ nào được đặt hạn').waitFor()
  await picture(page, 'empty')
  await expectAccessible(page, 'empty')
  await page.getByRole('button', { name: 'Đến trang Ghi danh' }).click()
  await page.getByRole('button', { name: 'Tạo mã' }).click()
  await page.getByLabel('Dành cho').fill('Thư viện tỉnh Lâm Đồng')
  await page.getByRole('dialog').getByRole('button', { name: 'Tạo mã' }).click()
  const code = await page.getByLabel('Mã', { exact: true }).inputValue()
  await picture(page, 'code')
  const library = newLibrary()
  expect((await enrol(running.url, library, code)).receiver.name).toBe('Vụ Thư viện')
  expect(faults).toEqual([])
  await page.close()
}, 120_000)

it('an administrator withdraws a code, disables an account and tells which definitions are used', async () => {
  const running = await open()
  await addAccount(running.receiver, { name: 'Minh', role: 'reader', password }, 'Lan')
  await newCode(running)
  const { page, faults } = await visit(running)
  await signIn(page)
  await page.getByRole('link', { name: 'Ghi danh', exact: true }).click()
  await page.getByRole('grid').getByText('Thư viện tỉnh').click()
  await page.getByRole('button', { name: 'Thu hồi mã' }).click()
  await picture(page, 'withdraw')
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi mã' }).click()
  await page.getByText('Chưa có mã nào').waitFor()
  await page.getByRole('link', { name: 'Thiết lập' }).click()
  await page.getByRole('button', { name: 'Khóa tài khoản Minh' }).click()
  await page.getByRole('button', { name: 'Mở lại tài khoản Minh' }).waitFor()
  const form = page.getByRole('form', { name: 'Bộ chỉ tiêu' })
  await form.getByLabel('Lời nhắn').fill('Theo thông tư mới.')
  await picture(page, 'definitions')
  await form.getByRole('button', { name: 'Báo bộ chỉ tiêu đang dùng' }).click()
  await expect
    .poll(() => running.receiver.store.db.selectFrom('message').select('kind').execute())
    .toEqual([{ kind: 'definitions' }])
  await form.scrollIntoViewIfNeeded()
  await picture(page, 'accounts')
  await expectAccessible(page, 'accounts')
  expect(faults).toEqual([])
  await page.close()
}, 120_000)

it('shows who has reported, what it adds up to, what changed and what to decide', async () => {
  const running = await open({ requestsPerMinute: 100_000, guessesPerMinute: 1000 })
  await fill(running)
  const { page, faults } = await visit(running)
  await signIn(page)
  await page.getByRole('grid').getByText('Thư viện tỉnh Cao Bằng').waitFor()
  await picture(page, 'reports')
  await expectAccessible(page, 'reports')
  await page.getByLabel('Tình trạng').selectOption('late')
  await page.getByText('! Trễ hạn').nth(1).waitFor()
  await page.getByLabel('Tình trạng').selectOption('')
  await page.getByRole('link', { name: 'Tổng hợp' }).click()
  await page.getByText(/51\/63 thư viện đã gửi/).waitFor()
  await page.getByText('qua các kỳ').waitFor()
  await picture(page, 'totals')
  await expectAccessible(page, 'totals')
  await page.getByRole('link', { name: 'Cần xem' }).click()
  await page.getByRole('button', { name: 'Tính bản này' }).first().waitFor()
  await page.getByText(`${allFigures(99).length} chỉ số khác nhau`).waitFor()
  const cells = await page
    .getByRole('row', { name: /^g\.1 / })
    .getByRole('cell')
    .allTextContents()
  expect(cells.slice(2).map((text) => Number(text.replace(/\D/g, '')))).toEqual(
    [4, 99].map((seed) => allFigures(seed)[0]?.value),
  )
  await picture(page, 'conflicts')
  await expectAccessible(page, 'conflicts')
  await page.getByRole('button', { name: 'Tính bản này' }).last().click()
  await page.getByLabel('Lý do').fill('Thư viện xác nhận')
  await picture(page, 'decide')
  await page.getByRole('dialog').getByRole('button', { name: 'Tính bản này' }).click()
  await page.getByText('Lan đã chọn lúc').waitFor()
  await page.getByRole('link', { name: 'Hỏi, đáp' }).click()
  await page.getByText('Vì sao vốn tài liệu giảm').waitFor()
  await picture(page, 'questions')
  await page.getByRole('link', { name: 'Thư viện tỉnh Hà Nội' }).click()
  await page.getByRole('grid').getByText('Quý III/2026').first().waitFor()
  await picture(page, 'library')
  await expectAccessible(page, 'library')
  await page.getByRole('grid').getByText('Quý III/2026').first().dblclick()
  await page.getByText('Quý III/2026, bản số 2').waitFor()
  await page.getByLabel('Hiện').selectOption('changed')
  await picture(page, 'package')
  await expectAccessible(page, 'package')
  await page.getByRole('link', { name: 'Thiết lập' }).click()
  await page.getByLabel('Hạn gửi', { exact: true }).waitFor()
  await picture(page, 'settings')
  await expectAccessible(page, 'settings')
  await page.getByRole('link', { name: 'Nhật ký' }).click()
  await page.getByRole('grid').getByText('Nhận gói').first().waitFor()
  await page.getByText('thư viện: Thư viện tỉnh Hà Nội').first().waitFor()
  await picture(page, 'journal')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Journal' }).waitFor()
  expect(faults).toEqual([])
  await page.close()
}, 180_000)

it('keeps everything within reach on a small window, as at 200 %', async () => {
  const running = await open({ requestsPerMinute: 100_000, guessesPerMinute: 1000 })
  await fill(running)
  const { page } = await visit(running, { width: 683, height: 384 })
  await signIn(page)
  for (const name of ['Báo cáo', 'Tổng hợp', 'Thiết lập']) {
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForTimeout(300)
    await picture(page, `small-${name}`)
    const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
    expect(isWithin, name).toBe(true)
  }
  await page.close()
}, 120_000)
