import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { testPassword } from '../support/engine.ts'
import { freePort, OtherPc } from '../support/other-pc.ts'
import { prepareFolder, usernameOf } from '../support/prepared.ts'
import { type Options, type Shell, launchShell, newHome } from './shell.ts'

async function open(options: Options): Promise<Shell> {
  const shell = await launchShell(options)
  onTestFinished(async () => void (await shell.quit()))
  return shell
}

test('the PC is kept awake while somebody works from another one, and no longer', async () => {
  const shell = await open({ dataDir: await prepareFolder(), home: newHome() })
  const port = await freePort()
  const call = (operation: string, input: unknown) =>
    shell.page.evaluate(([name, value]) => window.khosachDoor.call(name, value), [operation, input] as const)
  await call('users.signIn', { username: usernameOf('administrator'), password: testPassword })
  expect(await call('lan.serve', { port })).toMatchObject({ ok: true })
  expect(await call('lan.standing', {})).toMatchObject({ ok: true, value: { state: 'serving' } })
  const pc = new OtherPc(port)
  onTestFinished(() => pc.close())
  await pc.enter()
  expect(await shell.isKeptAwake()).toBe(false)
  const person = { username: usernameOf('director'), password: testPassword }
  expect(await pc.call('users.signIn', person)).toMatchObject({ ok: true })
  await expect.poll(() => shell.isKeptAwake()).toBe(true)
  await pc.call('users.signOut', {})
  await expect.poll(() => shell.isKeptAwake()).toBe(false)
})

test('the installed program is started by Windows where somebody wants it; one that is not installed says nothing', async () => {
  const dataDir = () => mkdtempSync(join(tmpdir(), 'khosach-data-'))
  const install = mkdtempSync(join(tmpdir(), 'khosach-install-'))
  const { page } = await open({ dataDir: dataDir(), home: newHome(), install })
  const starts = (isWanted: boolean | null) =>
    page.evaluate((wanted) => window.khosachDoor.startsItself(wanted), isWanted)
  expect(await starts(null)).toBe(false)
  expect(await starts(true)).toBe(true)
  expect(await starts(null)).toBe(true)
  expect(await starts(false)).toBe(false)
  const loose = await open({ dataDir: dataDir(), home: newHome() })
  expect(await loose.page.evaluate(() => window.khosachDoor.startsItself(true))).toBeNull()
})
