import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type Answer,
  type Decisions,
  type Lock,
  type LockedPackage,
  type Manifest,
  isAllowedLicence,
  isShipped,
  judgeAnswer,
  judgeLock,
  packageName,
  readAnswer,
} from './audit-rules.ts'
import { root } from './step.ts'

const integrity = `sha512-${'A'.repeat(86)}==`
const none: Decisions = { licences: {}, advisories: [] }
const sound: Lock = {
  packages: {
    '': {},
    'node_modules/kept': { version: '1.0.0', integrity, license: 'MIT' },
    'node_modules/tool': { version: '2.0.0', integrity, license: 'MPL-2.0', dev: true },
    'node_modules/electron': { version: '45.0.0', integrity, license: 'MIT', dev: true },
  },
}
const manifest: Manifest = { dependencies: { kept: '1.0.0' }, devDependencies: { tool: '2.0.0' } }

function withPackage(place: string, locked: LockedPackage): Lock {
  const usual = { version: '1.0.0', integrity, license: 'MIT' }
  return { packages: { ...sound.packages, [`node_modules/${place}`]: { ...usual, ...locked } } }
}

describe('the lockfile', () => {
  test('is in order as it is', () => {
    expect(judgeLock(sound, manifest, none)).toEqual([])
    const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))
    expect(judgeLock(read('package-lock.json'), read('package.json'), read('build/audit.json'))).toEqual([])
  })

  const faults: [string, LockedPackage, string][] = [
    ['has no hash of its bytes', { integrity: 'sha1-AAAA' }, 'SHA-512'],
    ['comes from a repository', { resolved: 'git+ssh://git@example.org/a.git#1' }, 'not from the registry'],
    ['comes over http', { resolved: 'http://example.org/a.tgz' }, 'not from the registry'],
    ['is a folder', { link: true }, 'not a package'],
    ['would run a script', { hasInstallScript: true }, 'allowScripts'],
    ['has a licence that was not allowed', { license: 'GPL-3.0-only' }, 'allowed licences'],
    ['ships under the licence of a tool', { license: 'MPL-2.0' }, 'allowed licences'],
  ]
  test.each(faults)('is refused when a package %s', (_name, locked, words) => {
    expect(judgeLock(withPackage('strange', locked), manifest, none)).toEqual([
      expect.stringContaining(words),
    ])
  })

  test('may hold a script that was decided on, and a licence that was looked up', () => {
    const lock = withPackage('native', { hasInstallScript: true })
    expect(judgeLock(lock, { ...manifest, allowScripts: { native: false } }, none)).toEqual([])
    const silent: Lock = {
      packages: { ...sound.packages, 'node_modules/silent': { version: '1.1.0', integrity } },
    }
    expect(judgeLock(silent, manifest, none)).toEqual([
      expect.stringContaining('silent@1.1.0 names no licence'),
    ])
    const licences = { 'silent@1.1.0': { licence: 'MIT', reason: 'its LICENSE file' } }
    expect(judgeLock(silent, manifest, { ...none, licences })).toEqual([])
    expect(judgeLock(sound, manifest, { ...none, licences })).toEqual([
      expect.stringContaining('not installed'),
    ])
  })

  test.each(['^1.0.0', '~1.0.0', '1.x', 'latest', 'github:a/b', '*'])('%s is no exact version', (version) => {
    expect(judgeLock(sound, { dependencies: { kept: version } }, none)).toHaveLength(1)
  })
})

test('of alternatives one licence is enough, of several at once each must do', () => {
  const allowed = ['MIT', 'Zlib']
  expect(isAllowedLicence('(MIT OR GPL-3.0-only)', allowed)).toBe(true)
  expect(isAllowedLicence('(MIT AND Zlib)', allowed)).toBe(true)
  expect(isAllowedLicence('MIT AND GPL-3.0-only', allowed)).toBe(false)
})

test('Electron ships, though npm calls it a tool', () => {
  expect(isShipped('node_modules/electron', { dev: true })).toBe(true)
  expect(isShipped('node_modules/electron-builder', { dev: true })).toBe(false)
  expect(packageName('node_modules/a/node_modules/@b/c')).toBe('@b/c')
})

/** As `npm audit --json` answers, shortened. */
function reported(place: string, severity: string): Answer {
  const name = packageName(place)
  const url = 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc'
  const advisory = { source: 1, name, title: 'Prototype pollution', url, severity }
  return {
    vulnerabilities: {
      [name]: { severity, via: [advisory], nodes: [place] },
      parent: { severity, via: [name], nodes: ['node_modules/parent'] },
    },
  }
}

describe('an answer of the registry', () => {
  const today = '2026-12-01'
  const excuse = { package: 'kept', advisory: 'GHSA-aaaa-bbbb-cccc', reason: 'the call is not used' }

  test('is refused for what is grave and ships', () => {
    for (const severity of ['high', 'critical'])
      expect(judgeAnswer(reported('node_modules/kept', severity), sound, none, today)).toEqual([
        `kept: ${severity}: Prototype pollution (https://github.com/advisories/GHSA-aaaa-bbbb-cccc)`,
      ])
    expect(judgeAnswer(reported('node_modules/electron', 'high'), sound, none, today)).toHaveLength(1)
  })

  test('is let pass for what is slight, or only a tool', () => {
    expect(judgeAnswer(reported('node_modules/kept', 'moderate'), sound, none, today)).toEqual([])
    expect(judgeAnswer(reported('node_modules/tool', 'critical'), sound, none, today)).toEqual([])
  })

  test('is lived with until the day that was set, and no longer', () => {
    const answer = reported('node_modules/kept', 'high')
    const until = (day: string): Decisions => ({ ...none, advisories: [{ ...excuse, until: day }] })
    expect(judgeAnswer(answer, sound, until('2026-12-01'), today)).toEqual([])
    expect(judgeAnswer(answer, sound, until('2026-11-30'), today)).toHaveLength(1)
  })

  test('an excuse that nothing needs any more is named', () => {
    const advisories = [{ ...excuse, until: '2099-01-01' }]
    expect(judgeAnswer({ vulnerabilities: {} }, sound, { ...none, advisories }, today)).toEqual([
      expect.stringContaining('which nobody reports'),
    ])
  })

  test('is none where a refusal, a login page or nothing came', () => {
    for (const text of [
      '',
      '<html>Wi-Fi</html>',
      '{"message":"405 Method Not Allowed","statusCode":405}',
      'null',
    ])
      expect(readAnswer(text), text).toBeNull()
    expect(readAnswer('{"vulnerabilities":{}}')).toEqual({ vulnerabilities: {} })
  })
})
