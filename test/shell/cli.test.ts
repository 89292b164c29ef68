import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Options, launchShell, newHome, runCli } from './shell.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'khosach-data-'))
const options: Options = { dataDir, home: newHome() }
const env = { KHOSACH_USER: 'anh', KHOSACH_PASSWORD: 'một mật khẩu đủ dài' }

function run(words: string[], given: { stdin?: string } = {}) {
  return runCli(options, [...words, '--data', dataDir], { env, ...given })
}

beforeAll(async () => {
  const library = {
    libraryName: 'Thư viện tỉnh thử nghiệm',
    provinceCode: '01',
    formerProvinceCode: '01',
    site: '',
    language: 'vi',
    name: 'Nguyễn Thị Ánh',
    username: env.KHOSACH_USER,
    password: env.KHOSACH_PASSWORD,
  }
  const words = ['call', 'users.setUp', JSON.stringify(library), '--data', dataDir]
  const { stdout } = await runCli(options, words)
  expect(JSON.parse(stdout)).toMatchObject({ ok: true })
})

test('opens the library itself where no program has it open', async () => {
  const { stdout, exitCode } = await run(['call', 'users.session', '{}'])
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, value: { state: 'signed_in' } })
})

test('hands the call to the window that has it open, with the same answer', async () => {
  const shell = await launchShell(options)
  onTestFinished(async () => void (await shell.quit()))
  await expect.poll(() => existsSync(join(dataDir, 'pipe'))).toBe(true)
  const { stdout, exitCode } = await run(['call', 'users.session', '{}'])
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, value: { libraryName: 'Thư viện tỉnh thử nghiệm' } })
  expect(await shell.page.evaluate(() => window.khosachDoor.call('users.session', {}))).toMatchObject({
    value: { state: 'signed_out' },
  })
})

test('takes words by standard input, as a JSON array or one a line', async () => {
  const words = ['call', 'users.session', '{}']
  for (const stdin of [JSON.stringify(words), words.join('\r\n')]) {
    const { stdout, exitCode } = await run(['--stdin'], { stdin })
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([0, { ok: true }])
  }
})

test('writes the reply into a file, since a program with windows has no terminal', async () => {
  for (const flag of ['--reply', '--out']) {
    const file = join(mkdtempSync(join(tmpdir(), 'khosach-reply-')), 'trả lời.json')
    const { stdout } = await run(['call', 'users.session', '{}', flag, file])
    expect(readFileSync(file, 'utf8')).toBe(stdout)
  }
})

test('says no with exit code 1, and how it is called when asked', async () => {
  const refused = await run(['call', 'users.everything', '{}'])
  expect(refused.exitCode).toBe(1)
  expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, error: { code: 'unknown_operation' } })
  const help = await run(['--help'])
  expect(help.exitCode).toBe(0)
  expect(help.stdout).toContain('khosach self-test')
})
