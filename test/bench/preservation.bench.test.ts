import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { digestOf } from '../../db/preservation/files/hash.ts'
import { walk } from '../../db/preservation/files/walk.ts'
import { testFolder } from '../support/engine.ts'
import { expectWithin, median, report, timeMs } from './measure.ts'

const rounds = 5
const megabyte = 2 ** 20

it('sums files as fast as a program that does nothing else', async () => {
  const folder = testFolder()
  const files = Array.from({ length: 8 }, (_, at) => join(folder, `trang-${at}.tif`))
  for (const file of files) writeFileSync(file, randomBytes(32 * megabyte))
  const sums = () =>
    files.map((file) => {
      const descriptor = openSync(file, 'r')
      const { hash } = digestOf(descriptor, () => undefined)
      closeSync(descriptor)
      return hash
    })
  const bare = () =>
    execFileSync('sha256sum', files, { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.slice(0, 64))
  expect(sums()).toEqual(bare())
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const bareMs = await timeMs(bare)
    ratios.push((await timeMs(sums)) / bareMs)
  }
  expectWithin('hashOverSha256sum', ratios)
})

it('lists a folder of fifty thousand files in twice the time of find and stat', async () => {
  const folder = testFolder()
  for (let part = 0; part < 50; part++) {
    mkdirSync(join(folder, `quyển ${part}`))
    for (let page = 0; page < 1000; page++)
      writeFileSync(join(folder, `quyển ${part}`, `trang-${String(page).padStart(4, '0')}.tif`), '')
  }
  const ours = () => [...walk(folder)].length
  const bare = () =>
    execFileSync('find', [folder, '-type', 'f', '-printf', '%p %s %T@\\n'], { maxBuffer: 64 * megabyte })
  expect(ours()).toBe(50_000)
  const times: Record<'oursMs' | 'bareMs', number[]> = { oursMs: [], bareMs: [] }
  for (let round = 0; round < rounds; round++) {
    times.bareMs.push(await timeMs(bare))
    times.oursMs.push(await timeMs(ours))
  }
  report('listing 50,000 files', { oursMs: median(times.oursMs), findMs: median(times.bareMs) })
  expectWithin(
    'walkOverFind',
    times.oursMs.map((ms, at) => ms / (times.bareMs[at] ?? 1)),
  )
})
