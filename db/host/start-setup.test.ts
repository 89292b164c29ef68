import { writeFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { testFolder } from '../../test/support/engine.ts'
import { setupOf, trustTestReleases, updateFile } from '../../test/support/releases.ts'
import { setupPath } from '../updates/places.ts'
import { takenFrom } from '../updates/taken.ts'
import { createStartSetup } from './start-setup.ts'

beforeAll(trustTestReleases)

it('starts a Setup that is still the signed one, and ends the program for it alone', async () => {
  const dataDir = testFolder()
  const [started, ended]: [string[], string[]] = [[], []]
  let problem = ''
  const start = createStartSetup({
    dataDir,
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
  expect([started, ended]).toEqual([[setupPath(dataDir, '0.2.0')], ['quit']])
  writeFileSync(setupPath(dataDir, '0.2.0'), setupOf(5000))
  expect(await start('0.2.0')).toBe(false)
  expect(started).toHaveLength(1)
})
