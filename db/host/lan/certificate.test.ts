import { execFileSync, spawn } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { afterAll, expect, it } from 'vitest'
import { testFolder } from '../../../test/support/engine.ts'
import { fingerprintOf, makeCertificate } from './certificate.ts'

const nowMs = Date.parse('2026-10-05T02:00:00Z')
const names = ['may-phuc-vu', 'localhost', '192.168.1.20', 'fd12:3456::1', '::1']
const made = makeCertificate({ name: 'Máy phục vụ – phòng Nghiệp vụ', names, nowMs })
const file = join(testFolder(), 'certificate.pem')
writeFileSync(file, made.certificatePem)

const servers: ReturnType<typeof createServer>[] = []
afterAll(() => servers.forEach((server) => server.close()))

const openssl = (words: string[], input = '') => execFileSync('openssl', words, { encoding: 'utf8', input })

it('is read by another program as what it says', () => {
  const text = openssl(['x509', '-in', file, '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus_space'])
  expect(text).toContain('Version: 3 (0x2)')
  expect(text).toContain('O=Kho Sách, CN=Máy phục vụ – phòng Nghiệp vụ')
  expect(text).toContain('NIST CURVE: P-256')
  expect(text).toContain('Signature Algorithm: ecdsa-with-SHA256')
  expect(text).toMatch(/Not Before: Oct {2}4 02:00:00 2026 GMT\s+Not After : Oct {2}4 14:00:00 2036 GMT/)
  expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE/)
  expect(text).toMatch(/Key Usage: critical\s+Digital Signature\n/)
  expect(text).toContain('TLS Web Server Authentication')
  expect(text).toContain(
    'DNS:may-phuc-vu, DNS:localhost, IP Address:192.168.1.20, IP Address:FD12:3456:0:0:0:0:0:1, IP Address:0:0:0:0:0:0:0:1',
  )
})

it('bears its own signature, and belongs to its key', () => {
  const at = String(nowMs / 1000)
  expect(openssl(['verify', '-attime', at, '-CAfile', file, '-check_ss_sig', file])).toContain(': OK')
  expect(new X509Certificate(made.certificatePem).checkPrivateKey(createPrivateKey(made.keyPem))).toBe(true)
})

it('has the fingerprint that other programs show', () => {
  const shown = openssl(['x509', '-in', file, '-noout', '-fingerprint', '-sha256'])
  const hex = shown.trim().split('=')[1]?.replaceAll(':', '').toLowerCase()
  expect(fingerprintOf(made.certificatePem)).toBe(hex)
})

it('outlives 2049, where years are written in four digits', () => {
  const late = makeCertificate({ name: 'x', names: ['x'], nowMs: Date.parse('2045-01-01T00:00:00Z') })
  expect(new X509Certificate(late.certificatePem).validTo).toBe('Jan  1 12:00:00 2055 GMT')
})

it('is never the same twice', () => {
  const again = makeCertificate({ name: 'x', names, nowMs })
  expect(fingerprintOf(again.certificatePem)).not.toBe(fingerprintOf(made.certificatePem))
})

it.each(['-tls1_3', '-tls1_2'])(
  'serves %s to another program, which believes it for each of its names',
  async (version) => {
    const current = makeCertificate({ name: 'x', names, nowMs: Date.now() })
    const trusted = join(testFolder(), 'trusted.pem')
    writeFileSync(trusted, current.certificatePem)
    const server = createServer({ key: current.keyPem, cert: current.certificatePem }, (socket) =>
      socket.end('xin chào'),
    )
    servers.push(server)
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
    })
    for (const check of [
      ['-verify_hostname', 'may-phuc-vu'],
      ['-verify_ip', '192.168.1.20'],
      ['-verify_ip', 'fd12:3456::1'],
    ]) {
      const words = [
        's_client',
        '-connect',
        `127.0.0.1:${port}`,
        version,
        '-CAfile',
        trusted,
        '-verify_return_error',
      ]
      const client = spawn('openssl', [...words, ...check])
      let said = ''
      client.stdout.on('data', (piece: Buffer) => (said += piece.toString()))
      await new Promise((resolve) => client.on('close', resolve))
      expect(said, check.join(' ')).toContain('Verify return code: 0 (ok)')
      expect(said).toContain('xin chào')
    }
  },
)
