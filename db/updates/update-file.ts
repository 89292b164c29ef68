import { createHash, createPrivateKey, sign } from 'node:crypto'
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs'
import canonicalize from 'canonicalize'
import { Manifest, type UpdateProblem } from '../../shared/updates/manifest.ts'
import type { Details } from '../../shared/contract.ts'
import { isSignedBy } from '../sync/index.ts'
import { releaseKeys } from './release-keys.ts'

/**
 * An update file: sixteen letters that say what it is, the length of the manifest (four bytes, the highest first), the
 * manifest as canonical JSON, its Ed25519 signature over all of that, and Setup.exe as it is. Its beginning alone says
 * everything that has to be known before the rest is fetched.
 */
const start = Buffer.from('KHOSACH-UPDATE-1', 'latin1')
const signatureBytes = 64
const longestManifest = 65_536
/** Enough for the head of any update file. */
export const longestHead = start.length + 4 + longestManifest + signatureBytes

export class UpdateRefused extends Error {
  readonly problem: UpdateProblem
  readonly details: Details
  constructor(problem: UpdateProblem, details: Details = {}) {
    super(problem)
    this.problem = problem
    this.details = details
  }
}

export type Head = { manifest: Manifest; bytes: Buffer }

/** What a file or a server begins with; everything it says is believed by the signature alone. */
export function readHead(begun: Buffer, keys: readonly string[] = releaseKeys): Head {
  if (!begun.subarray(0, start.length).equals(start)) throw new UpdateRefused('not_an_update')
  if (begun.length < start.length + 4) throw new UpdateRefused('update_incomplete')
  const length = begun.readUInt32BE(start.length)
  if (length > longestManifest) throw new UpdateRefused('not_an_update')
  const signedTo = start.length + 4 + length
  const bytes = begun.subarray(0, signedTo + signatureBytes)
  if (bytes.length < signedTo + signatureBytes) throw new UpdateRefused('update_incomplete')
  if (keys.length === 0) throw new UpdateRefused('no_release_key')
  const [signed, signature] = [bytes.subarray(0, signedTo), bytes.subarray(signedTo)]
  if (!keys.some((key) => isSignedBy(Buffer.from(key, 'base64url'), signed, signature)))
    throw new UpdateRefused('wrong_signature')
  const manifest = Manifest.safeParse(JSON.parse(signed.toString('utf8', start.length + 4)))
  // Signed, and of a form that a later program gave it.
  if (!manifest.success) throw new UpdateRefused('not_for_this_program')
  return { manifest: manifest.data, bytes: Buffer.from(bytes) }
}

/** What a release machine writes before Setup.exe; the key is DER (PKCS 8) as base64url. */
export function signedHead(manifest: Manifest, privateKey: string): Buffer {
  const said = Buffer.from(canonicalize(manifest) ?? '')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(said.length)
  const signed = Buffer.concat([start, length, said])
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' })
  return Buffer.concat([signed, sign(null, signed, key)])
}

/** Where an update comes from: its head, and Setup.exe from any byte on. */
export type UpdateSource = { head: Buffer; from: (offset: number) => AsyncIterable<Uint8Array> }

/** A file is read through once before anything of it is written. */
export async function openUpdateFile(
  path: string,
  told: (bytes: number) => void,
  keys: readonly string[] = releaseKeys,
): Promise<UpdateSource> {
  const head = readHead(beginningOf(path), keys)
  const { size, sha256 } = head.manifest.setup
  const there = statSync(path).size - head.bytes.length
  if (there < size) throw new UpdateRefused('update_incomplete', { there, size })
  if (there > size) throw new UpdateRefused('update_damaged')
  const from = (offset: number) => createReadStream(path, { start: head.bytes.length + offset })
  if ((await hashOf(from(0), told)) !== sha256) throw new UpdateRefused('update_damaged')
  return { head: head.bytes, from }
}

function beginningOf(path: string): Buffer {
  const begun = Buffer.alloc(Math.min(longestHead, statSync(path).size))
  const descriptor = openSync(path, 'r')
  try {
    return begun.subarray(0, readSync(descriptor, begun))
  } finally {
    closeSync(descriptor)
  }
}

export async function hashOf(
  pieces: AsyncIterable<Uint8Array>,
  told: (bytes: number) => void = () => undefined,
): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of pieces) {
    hash.update(piece)
    told(piece.length)
  }
  return hash.digest('hex')
}
