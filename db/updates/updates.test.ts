import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Manifest } from '../../shared/updates/manifest.ts'
import { compareVersions, versionForm, versionNumber, versionOfNumber } from '../../shared/versions.ts'
import { testFolder, writeTestFile } from '../../test/support/engine.ts'
import {
  manifestOf,
  setupOf,
  testReleaseKey,
  trustTestReleases,
  updateBytes,
  updateFile,
} from '../../test/support/releases.ts'
import { keptSetup, keptSetups, isStillSigned, versionsToKeep } from './kept.ts'
import { headPath, setupPath, updatesFolder } from './places.ts'
import { takeIn } from './take-in.ts'
import { takenFrom } from './taken.ts'
import { readHead, signedHead, UpdateRefused, type UpdateSource } from './update-file.ts'

const keys = [testReleaseKey.publicKey]
const told = () => undefined
const setup = setupOf(70_000)
let dataDir: string
beforeAll(trustTestReleases)
beforeEach(() => {
  dataDir = testFolder()
})

const take = (path: string) => takenFrom(path, dataDir, told)

describe('an update file', () => {
  it('says by its beginning alone what it is, and is believed by its signature', () => {
    const bytes = updateBytes({}, setup)
    const { manifest, bytes: head } = readHead(
      bytes.subarray(0, 5_000 + manifestOf(setup).migrations.length * 60),
    )
    expect(manifest).toEqual(manifestOf(setup))
    expect(bytes.subarray(head.length).equals(setup)).toBe(true)
  })

  it('is refused with any bit of it flipped, and nothing of it is written', async () => {
    const whole = updateBytes({}, setup)
    const bit = fc.tuple(fc.nat(whole.length - 1), fc.nat(7))
    await fc.assert(
      fc.asyncProperty(bit, async ([at, place]) => {
        const bytes = Buffer.from(whole)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << place)
        const { version, problem } = await take(writeTestFile('flipped.khosach-update', bytes))
        expect(version).toBeNull()
        expect(problem).toMatch(/not_an_update|wrong_signature|update_damaged|update_incomplete/)
        expect(existsSync(updatesFolder(dataDir))).toBe(false)
      }),
      { numRuns: 150 },
    )
    const head = readHead(whole).bytes.length
    for (let at = 0; at < head; at += 1) {
      const bytes = Buffer.from(whole.subarray(0, head))
      bytes[at] = (bytes[at] ?? 0) ^ 1
      expect(() => readHead(bytes, keys), `byte ${at}`).toThrow(UpdateRefused)
    }
  })

  it('is refused cut off anywhere, or with something behind it', async () => {
    const whole = updateBytes({}, setup)
    for (const length of [0, 10, 19, 300, whole.length - setup.length, whole.length - 1])
      expect(
        (await take(writeTestFile('cut.khosach-update', whole.subarray(0, length)))).problem,
        `${length}`,
      ).toMatch(/not_an_update|update_incomplete/)
    const longer = writeTestFile('longer.khosach-update', Buffer.concat([whole, Buffer.from('x')]))
    expect(await take(longer)).toMatchObject({ problem: 'update_damaged' })
  })

  it('of another key is refused, and of the next key believed once the program knows it', () => {
    const head = signedHead(manifestOf(setup), testReleaseKey.privateKey)
    const other = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE'
    expect(() => readHead(head, [other])).toThrow(expect.objectContaining({ problem: 'wrong_signature' }))
    expect(() => readHead(head, [])).toThrow(expect.objectContaining({ problem: 'no_release_key' }))
    expect(readHead(head, [other, ...keys]).manifest.version).toBe('0.2.0')
  })

  const cases: [string, Partial<Manifest>, string][] = [
    ['for another program', { product: 'vn.khac' }, 'not_for_this_program'],
    ['for another kind of PC', { platform: 'win32-arm64' }, 'not_for_this_program'],
    ['older than the present', { version: '0.0.9' }, 'older_than_present'],
    ['whose floor is above the present', { version: '0.3.0', floor: '0.2.0' }, 'below_floor'],
  ]
  for (const [what, said, problem] of cases)
    it(`${what} is refused by name`, async () => {
      expect(await take(updateFile(said, setup))).toMatchObject({ version: null, problem })
      expect(keptSetups(dataDir)).toEqual([])
    })
})

describe('taking in', () => {
  it('lays the Setup down byte for byte, with what verifies it, and does nothing the second time', async () => {
    const path = updateFile({}, setup)
    expect(await take(path)).toMatchObject({
      version: '0.2.0',
      problem: null,
      path: setupPath(dataDir, '0.2.0'),
    })
    expect(readFileSync(setupPath(dataDir, '0.2.0')).equals(setup)).toBe(true)
    const laid = statSync(setupPath(dataDir, '0.2.0')).mtimeMs
    expect(await take(path)).toMatchObject({ version: '0.2.0', problem: null })
    expect(statSync(setupPath(dataDir, '0.2.0')).mtimeMs).toBe(laid)
  })

  it('takes the present version too, for coming back to it', async () => {
    expect(await take(updateFile({ version: '0.1.0' }, setup))).toMatchObject({ version: '0.1.0' })
  })

  it('finds a Setup that was altered afterwards, and lays it down anew', async () => {
    const path = updateFile({}, setup)
    await take(path)
    const spoilt = Buffer.from(setup)
    spoilt[9] = (spoilt[9] ?? 0) ^ 1
    writeFileSync(setupPath(dataDir, '0.2.0'), spoilt)
    const kept = keptSetup(dataDir, '0.2.0')
    expect(kept && (await isStillSigned(kept))).toBe(false)
    expect(await take(path)).toMatchObject({ version: '0.2.0', problem: null })
    expect(readFileSync(setupPath(dataDir, '0.2.0')).equals(setup)).toBe(true)
  })

  it('goes on where it was cut off, and begins anew where what is there is of something else', async () => {
    const head = signedHead(manifestOf(setup), testReleaseKey.privateKey)
    const asked: number[] = []
    const source: UpdateSource = {
      head,
      from(offset) {
        asked.push(offset)
        return piecesOf(setup.subarray(offset))
      },
    }
    const part = `${setupPath(dataDir, '0.2.0')}.part`
    mkdirSync(updatesFolder(dataDir))
    writeFileSync(part, setup.subarray(0, 40_000))
    await takeIn(source, { dataDir, told })
    expect(asked).toEqual([40_000])
    const other = testFolder()
    mkdirSync(updatesFolder(other))
    writeFileSync(`${setupPath(other, '0.2.0')}.part`, setupOf(40_000))
    await takeIn(source, { dataDir: other, told })
    expect(asked).toEqual([40_000, 40_000, 0])
    for (const folder of [dataDir, other])
      expect(readFileSync(setupPath(folder, '0.2.0')).equals(setup)).toBe(true)
  })

  it('keeps nothing of a source that says something else than its head', async () => {
    const head = signedHead(manifestOf(setup), testReleaseKey.privateKey)
    const source = { head, from: () => piecesOf(setupOf(setup.length)) }
    await expect(takeIn(source, { dataDir, told })).rejects.toMatchObject({ problem: 'update_damaged' })
    expect(readdirSync(updatesFolder(dataDir))).toEqual([])
  })

  it('does not count a Setup without its head, half of one, or one by another name', async () => {
    await take(updateFile({}, setup))
    truncateSync(setupPath(dataDir, '0.2.0'), 100)
    expect(keptSetups(dataDir)).toEqual([])
    writeFileSync(setupPath(dataDir, '0.2.0'), setup)
    writeFileSync(headPath(dataDir, '0.9.0'), readFileSync(headPath(dataDir, '0.2.0')))
    writeFileSync(setupPath(dataDir, '0.9.0'), setup)
    expect(keptSetups(dataDir).map(({ manifest }) => manifest.version)).toEqual(['0.2.0'])
    expect(dirname(setupPath(dataDir, '0.2.0'))).toBe(join(dataDir, 'updates'))
  })

  it('keeps the newest, the present and the one before, and lets the others go', async () => {
    expect(versionsToKeep(['0.0.8', '0.0.9', '0.1.0', '0.2.0', '0.10.0'], '0.1.0')).toEqual([
      '0.0.9',
      '0.1.0',
      '0.10.0',
    ])
    for (const version of ['0.2.0', '0.3.0']) await take(updateFile({ version }, setup))
    expect(readdirSync(updatesFolder(dataDir)).toSorted()).toEqual([
      'KhoSach-Setup-0.3.0.exe',
      'KhoSach-Setup-0.3.0.signed',
    ])
  })
})

async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7_000) yield bytes.subarray(at, at + 7_000)
}

describe('versions', () => {
  const part = fc.nat(999)
  const version = fc.tuple(part, part, part).map((parts) => parts.join('.'))
  it('are numbers and back, in the same order', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(versionForm.test(a)).toBe(true)
        if (a !== '0.0.0') expect(versionOfNumber(versionNumber(a))).toBe(a)
        const [x, y] = [a, b].map((each) =>
          each
            .split('.')
            .map((digits) => digits.padStart(3, '0'))
            .join('.'),
        )
        expect(Math.sign(compareVersions(a, b))).toBe((x ?? '') < (y ?? '') ? -1 : x === y ? 0 : 1)
      }),
    )
  })
})
