import { X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { usualPort } from '../../../shared/lan/rules.ts'
import { putInPlace } from '../../put-in-place.ts'
import { fingerprintOf, makeCertificate, type Certificate } from './certificate.ts'

const Wish = z.object({ isWanted: z.boolean(), port: z.int().min(1).max(65_535) })
/** What an administrator wants of this PC; no backup takes it along, so a restored copy serves nobody. */
export type Wish = z.output<typeof Wish>

const folderOf = (dataDir: string) => join(dataDir, 'lan')

export function keptWish(dataDir: string): Wish {
  try {
    return Wish.parse(JSON.parse(readFileSync(join(folderOf(dataDir), 'door.json'), 'utf8')))
  } catch {
    return { isWanted: false, port: usualPort }
  }
}

export function keepWish(dataDir: string, wish: Wish): void {
  keep(dataDir, 'door.json', JSON.stringify(wish))
}

/** Key and certificate in one file, so that a power cut never leaves one without the other. */
export function keptCertificate(dataDir: string): Certificate | null {
  try {
    const text = readFileSync(join(folderOf(dataDir), 'certificate.pem'), 'utf8')
    const [keyPem, certificatePem] = text.split(/(?=-----BEGIN CERTIFICATE-----)/)
    if (!keyPem || !certificatePem) return null
    new X509Certificate(certificatePem)
    return { keyPem, certificatePem }
  } catch {
    return null
  }
}

/** Names and addresses by which others may call this PC. */
export function namesHere(): { host: string; addresses: string[] } {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  const reachable = all.filter(({ internal, scopeid }) => !internal && !scopeid).map(({ address }) => address)
  const isLong = (address: string) => Number(address.includes(':'))
  return { host: hostname(), addresses: reachable.toSorted((a, b) => isLong(a) - isLong(b)) }
}

export function renewCertificate(dataDir: string, nowMs: number): void {
  const { host, addresses } = namesHere()
  const names = [asciiOf(host), 'localhost', ...addresses, '127.0.0.1', '::1']
  const { keyPem, certificatePem } = makeCertificate({ name: host, names: [...new Set(names)], nowMs })
  keep(dataDir, 'certificate.pem', keyPem + certificatePem)
}

export function certificateFacts(dataDir: string): { fingerprint: string; validUntil: string } | null {
  const kept = keptCertificate(dataDir)
  if (!kept) return null
  const { validTo } = new X509Certificate(kept.certificatePem)
  return {
    fingerprint: fingerprintOf(kept.certificatePem),
    validUntil: new Date(validTo).toISOString(),
  }
}

/** A name beyond ASCII is in a certificate as browsers ask for it. */
export function asciiOf(host: string): string {
  return URL.parse(`https://${host}`)?.hostname ?? 'localhost'
}

/** Nobody else on this PC has business with the key. */
function keep(dataDir: string, name: string, text: string): void {
  const folder = folderOf(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  putInPlace(join(folder, name), text, 0o600)
}
