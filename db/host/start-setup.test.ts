import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { testFolder } from '../../test/support/engine.ts'
import { setupOf, trustTestReleases, updateFile } from '../../test/support/releases.ts'
import { setupPath } from '../updates/places.ts'
import { takenFrom } from '../updates/taken.ts'
import { createStartSetup } from './start-setup.ts'

beforeAll(trustTestReleases)

it('starts a Setup that is still the signed one, and ends the program for it alone', async () => {
  const [dataDir, temporary] = [testFolder(), testFolder()]
  const [started, ended]: [string[], string[]] = [[], []]
  let problem = ''
  const start = createStartSetup({
    dataDir,
    temporary,
    async open(path) {
      if (problem === '') started.push(path)
      return problem
    },
    quit: () => void ended.push('quit'),
  })
  expect(await start('0.2.0')).toBe(false)
  await takenFrom(updateFile({}, setupOf(5000)), dataDir, () => undefined)
  for (const version of ['0.3.0', '../../evil', '']) expect(await start(version), version).toBe(false)
  problem = 'blocked by an antivirus program'
  expect(await start('0.2.0')).toBe(false)
  problem = ''
  expect([started, ended]).toEqual([[], []])
  expect(await start('0.2.0')).toBe(true)
  const own = join(temporary, 'KhoSach-setup', 'KhoSach-Setup-0.2.0.exe')
  expect([started, ended]).toEqual([[own], ['quit']])
  writeFileSync(setupPath(dataDir, '0.2.0'), setupOf(5000))
  expect(await start('0.2.0')).toBe(false)
  expect(started).toHaveLength(1)
})

it('starts nothing that others of the PC can reach: a copy of its own, alone in its folder', async () => {
  const [dataDir, temporary] = [testFolder(), testFolder()]
  const setup = setupOf(5000)
  await takenFrom(updateFile({}, setup), dataDir, () => undefined)
  const kept = setupPath(dataDir, '0.2.0')
  writeFileSync(join(dirname(kept), 'khosach-setup.ini'), '[fixed]\r\nserver=https://elsewhere\r\n')
  const left = join(temporary, 'KhoSach-setup')
  mkdirSync(left)
  writeFileSync(join(left, 'khosach-setup.ini'), 'of an update before')
  let [bytes, beside]: [Buffer, string[]] = [Buffer.alloc(0), []]
  const start = createStartSetup({
    dataDir,
    temporary,
    async open(path) {
      // Too late: what is started was copied before it was looked at.
      writeFileSync(kept, 'evil')
      bytes = readFileSync(path)
      beside = readdirSync(dirname(path))
      return ''
    },
    quit: () => undefined,
  })
  expect(await start('0.2.0')).toBe(true)
  expect(bytes.equals(setup)).toBe(true)
  expect(beside).toEqual(['KhoSach-Setup-0.2.0.exe'])
})
