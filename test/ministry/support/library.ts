import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign, type KeyObject } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'
import { quarterBounds } from '../../../shared/dates.ts'
import { quarterPeriod } from '../../../shared/periods.ts'
import { currentFormula, definitionsVersion, indicatorList } from '../../../shared/indicators/formulas.ts'
import { packageBytes, packageHash, type Payload } from '../../../shared/sync/package.ts'
import {
  authorization,
  type EnrolmentAnswer,
  enrolmentMessage,
  packageType,
  paths,
  requestMessage,
} from '../../../shared/sync/protocol.ts'

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export type Library = {
  codes: Payload['library']
  epoch: string
  privateKey: KeyObject
  publicKey: string
  fingerprint: string
}

export function newLibrary(
  provinceCode = '68',
  formerProvinceCode = '67',
  name = 'Thư viện tỉnh Lâm Đồng',
): Library {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const der = publicKey.export({ format: 'der', type: 'spki' })
  return {
    codes: { id: randomUUID(), code: `TV-${provinceCode}`, provinceCode, formerProvinceCode, name },
    epoch: randomUUID(),
    privateKey,
    publicKey: der.toString('base64url'),
    fingerprint: sha256(der),
  }
}

type Figures = Payload['figures']
export type Made = { payload: Payload; bytes: Uint8Array; hash: string }

/** Every figure of the list, each with a number of its own. */
export function allFigures(seed: number): Figures {
  return indicatorList.map((indicator, at) => ({
    code: indicator.code,
    version: currentFormula(indicator).version,
    status: 'known',
    value: seed * 1000 + at,
  }))
}

/** A package as the program itself writes it. */
export function packageOf(
  library: Library,
  changes: Partial<Payload> & { quarter?: { year: number; quarter: number } } = {},
): Made {
  const { quarter = { year: 2026, quarter: 3 }, ...rest } = changes
  const payload: Payload = {
    format: 'khosach-summary',
    formatVersion: 1,
    library: library.codes,
    period: { period: quarterPeriod(quarter), kind: 'quarter', ...quarterBounds(quarter) },
    revision: 1,
    epoch: library.epoch,
    previousHash: null,
    figures: allFigures(1),
    definitionsVersion,
    journalHead: { position: 91, hash: sha256('head') },
    figuresHash: sha256('figures'),
    signerRole: 'director',
    signedAt: '2026-10-02T02:15:00.000Z',
    appVersion: '0.1.0',
    schemaVersion: 30,
    ...rest,
  }
  const bytes = packageBytes(payload, {
    sign: (message) => sign(null, message, library.privateKey),
    publicKey: Buffer.from(library.publicKey, 'base64url'),
    compress: zstdCompressSync,
    hash: sha256,
  })
  return { payload, bytes, hash: packageHash(payload, sha256) }
}

export async function enrol(url: string, library: Library, code: string): Promise<EnrolmentAnswer> {
  const response = await askToEnrol(url, library, code)
  if (response.status !== 200) throw new Error(await response.text())
  return (await response.json()) as EnrolmentAnswer
}

export function askToEnrol(url: string, library: Library, code: string): Promise<Response> {
  const request = { code, library: library.codes, publicKey: library.publicKey }
  const signature = sign(null, enrolmentMessage(request), library.privateKey).toString('base64url')
  return fetch(url + paths.enrolments, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Connection: 'close' },
    body: JSON.stringify({ ...request, signature }),
  })
}

export type Signed = {
  method: string
  path: string
  body?: Uint8Array
  headers?: Record<string, string>
  nonce?: string
  at?: string
}

/** Headers of a request as its library signs them. */
export function signedHeaders(library: Library, { method, path, body, headers, nonce, at }: Signed) {
  const facts = {
    method,
    path,
    at: at ?? '2026-10-05T03:00:00.000Z',
    nonce: nonce ?? randomBytes(16).toString('base64url'),
    bodyHash: sha256(body ?? ''),
  }
  const sig = sign(null, requestMessage(facts), library.privateKey).toString('base64url')
  const digest = createHash('sha256')
    .update(body ?? '')
    .digest('base64')
  return {
    Authorization: authorization({ key: library.fingerprint, at: facts.at, nonce: facts.nonce, sig }),
    // One connection for each request, as a program that sends once a quarter has it.
    Connection: 'close',
    ...(body ? { 'Content-Digest': `sha-256=:${digest}:` } : {}),
    ...headers,
  }
}

export function ask(url: string, library: Library, request: Signed): Promise<Response> {
  const { method, path, body } = request
  const headers = signedHeaders(library, request)
  return fetch(url + path, { method, headers, ...(body ? { body: Buffer.from(body) } : {}) })
}

export function sendPart(
  url: string,
  library: Library,
  { hash, bytes }: Made,
  { from = 0, to = bytes.length }: { from?: number; to?: number } = {},
): Promise<Response> {
  return ask(url, library, {
    method: 'PATCH',
    path: paths.upload(hash),
    body: bytes.subarray(from, to),
    headers: {
      'Content-Type': packageType,
      'Upload-Offset': String(from),
      'Upload-Length': String(bytes.length),
    },
  })
}

export function bring(url: string, bytes: Uint8Array): Promise<Response> {
  return fetch(url + paths.packages, {
    method: 'POST',
    headers: { 'Content-Type': packageType },
    body: Buffer.from(bytes),
  })
}

export async function refusalOf(response: Response): Promise<[status: number, code: string]> {
  const { error } = (await response.json()) as { error: { code: string } }
  return [response.status, error.code]
}

/** Delivers as the program does: asks where the upload stands, goes on from there, tries again after a cut. */
export async function deliver(url: string, library: Library, made: Made, tries = 200): Promise<string> {
  for (let left = tries; left > 0; left--) {
    try {
      const head = await ask(url, library, { method: 'HEAD', path: paths.upload(made.hash) })
      const from = head.status === 200 ? Number(head.headers.get('Upload-Offset')) : 0
      const response = await sendPart(url, library, made, { from })
      const text = await response.text()
      if (response.status === 200) return text
    } catch {
      // The line was cut; where it stands is asked anew.
    }
  }
  throw new Error(`not delivered in ${tries} tries`)
}
