import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { fingerprintOf, makeCertificate } from '../db/host/lan/certificate.ts'
import { noPolicies } from '../shared/policies.ts'
import {
  approach,
  isPinned,
  isServerRequest,
  isServerUrl,
  knownServer,
  lookAtServer,
  readChosen,
  serverWanted,
  wordsAnew,
} from './server.ts'

const fingerprint = 'ab'.repeat(32)
const known = { origin: 'https://may-chu:8433', fingerprint }
const servers: ReturnType<typeof createServer>[] = []
afterAll(() => servers.forEach((server) => server.close()))

test('the start goes before whoever looks after the PC, and both before what was confirmed once', () => {
  const policies = { ...noPolicies, fixed: { server: 'https://fixed:8433' } }
  expect(serverWanted(['app'], noPolicies, null)).toBeNull()
  expect(serverWanted(['app'], noPolicies, known)).toEqual(known)
  expect(serverWanted(['app'], policies, known)).toEqual({ origin: 'https://fixed:8433', fingerprint: null })
  expect(serverWanted(['app', '--server', 'may-chu'], policies, known)).toEqual(known)
  expect(serverWanted(['app', '--server', 'none'], policies, known)).toBeNull()
  const offered = { ...noPolicies, offered: { server: 'https://offered:8433' } }
  expect(serverWanted(['app'], offered, null)).toEqual({ origin: 'https://offered:8433', fingerprint: null })
  expect(serverWanted(['app'], offered, known)).toEqual(known)
})

test('whoever chose the own library has it, unless the start or whoever looks after the PC says otherwise', () => {
  const offered = { ...noPolicies, offered: { server: 'https://offered:8433' } }
  expect(serverWanted(['app'], offered, 'here')).toBeNull()
  const there = { origin: 'https://may-chu:8433', fingerprint: null }
  expect(serverWanted(['app', '--server', 'may-chu'], offered, 'here')).toEqual(there)
  const fixed = { ...noPolicies, fixed: { server: there.origin } }
  expect(serverWanted(['app'], fixed, 'here')).toEqual(there)
})

test('a start after a choice forgets which server the start before was told', () => {
  expect(wordsAnew(['app', '.', '--data', '/d', '--server', 'may-chu'])).toEqual(['.', '--data', '/d'])
  expect(wordsAnew(['app', '--server', 'may-chu', 'a.khosach'])).toEqual(['a.khosach'])
  expect(wordsAnew(['app'])).toEqual([])
})

test('what a page or a damaged file says is no serving PC unless it is one', () => {
  expect(knownServer(known)).toEqual(known)
  for (const wrong of [
    null,
    'https://may-chu:8433',
    { ...known, origin: 'http://may-chu:8433' },
    { ...known, fingerprint: 'ab' },
  ])
    expect(knownServer(wrong)).toBeNull()
  expect(readChosen(JSON.stringify(known))).toEqual(known)
  expect(readChosen('"here"')).toBe('here')
  for (const wrong of ['{"origin":', '"there"', '']) expect(readChosen(wrong)).toBeNull()
})

test('only the certificate that was compared is gone to, as Chromium names it', () => {
  const base64 = Buffer.from(fingerprint, 'hex').toString('base64')
  expect(isPinned(known, `sha256/${base64}`)).toBe(true)
  expect(isPinned(known, `sha256/${Buffer.from('cd'.repeat(32), 'hex').toString('base64')}`)).toBe(false)
  for (const wrong of ['', 'sha256/', `sha1/${base64}`, fingerprint])
    expect(isPinned(known, wrong)).toBe(false)
})

test('a page of the serving PC asks for nothing elsewhere', () => {
  expect(isServerUrl('https://may-chu:8433/#/home', known)).toBe(true)
  for (const url of ['https://may-chu:84330/', 'https://may-chu/', 'http://may-chu:8433/', 'app://khosach/'])
    expect(isServerUrl(url, known), url).toBe(false)
  expect(isServerRequest('blob:https://may-chu:8433/1', known)).toBe(true)
  expect(isServerRequest('https://evil.example/', known)).toBe(false)
})

async function serve(
  about: (fingerprint: string) => string,
): Promise<{ origin: string; fingerprint: string }> {
  const certificate = makeCertificate({ name: 'x', names: ['127.0.0.1'], nowMs: Date.now() })
  const shown = fingerprintOf(certificate.certificatePem)
  const server = createServer({ key: certificate.keyPem, cert: certificate.certificatePem }, (_, response) =>
    response.end(about(shown)),
  )
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, fingerprint: shown }
}
const honest = (shown: string) =>
  JSON.stringify({ ok: true, value: { server: 'may-chu', fingerprint: shown } })

test('whoever answers is shown with the certificate that was really used', async () => {
  const there = await serve(honest)
  expect(await lookAtServer(there.origin)).toEqual({ ...there, server: 'may-chu' })
  const between = await serve(() => honest(fingerprint))
  expect(await lookAtServer(between.origin)).toEqual({ problem: 'not_ours' })
  expect(await lookAtServer((await serve(() => '<html>')).origin)).toEqual({ problem: 'not_ours' })
  expect(await lookAtServer('http://x')).toEqual({ problem: 'address_wrong' })
  expect(await lookAtServer('127.0.0.1:1')).toEqual({ problem: 'unreachable' })
})

test('it is gone to where the fingerprint is the one that was confirmed, else a reason is shown', async () => {
  const there = await serve(honest)
  const reasonOf = async (wanted: Parameters<typeof approach>[0]) => {
    const found = await approach(wanted)
    return 'origin' in found || found.ok ? null : found.error.details['reason']
  }
  expect(await approach(there)).toMatchObject(there)
  expect(await reasonOf({ ...there, fingerprint: null })).toBe('server_unknown')
  expect(await reasonOf({ ...there, fingerprint })).toBe('server_changed')
  expect(await reasonOf({ origin: 'https://127.0.0.1:1', fingerprint })).toBe('server_unreachable')
})
