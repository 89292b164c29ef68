import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { zstdDecompressSync } from 'node:zlib'
import { maxPackageBytes } from '../shared/sync/protocol.ts'
import { readPackage, type PackageReader, type ReadPackage } from '../shared/sync/package.ts'
import { telephoneCode } from '../shared/sync/telephone-code.ts'

export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex')
}

export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url')
}

/** Null for what is no Ed25519 key. */
export function publicKeyOf(text: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

export function fingerprintOf(publicKey: string): string {
  return sha256(Buffer.from(publicKey, 'base64url'))
}

export function isSignedBy(publicKey: string, message: Uint8Array, signature: string): boolean {
  const key = publicKeyOf(publicKey)
  return key !== null && verify(null, message, key, Buffer.from(signature, 'base64url'))
}

/** To read a key costs as much as to sign with it; a receiver has few of them in its life. */
const readPrivateKeys = new Map<string, KeyObject>()

export function signWith(privateKey: string, message: Uint8Array): Uint8Array {
  const key =
    readPrivateKeys.get(privateKey) ??
    createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' })
  readPrivateKeys.set(privateKey, key)
  return sign(null, message, key)
}

export async function newReceiverKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const ageIdentity = await generateIdentity()
  const publicText = publicKey.export({ format: 'der', type: 'spki' }).toString('base64url')
  return {
    publicKey: publicText,
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
    fingerprint: fingerprintOf(publicText),
    ageIdentity,
    ageRecipient: await identityToRecipient(ageIdentity),
  }
}

const packageReader: PackageReader = {
  verify(message, signature, publicKey) {
    const key = publicKeyOf(Buffer.from(publicKey).toString('base64url'))
    return key !== null && verify(null, message, key, signature)
  },
  decompress: (bytes, maxBytes) => zstdDecompressSync(bytes, { maxOutputLength: maxBytes }),
  hash: sha256,
  maxBytes: maxPackageBytes,
}

const ageMagic = 'age-encryption.org/v1\n'

/** A package as it comes: plain, or encrypted to one of the identities. */
export async function openPackage(
  bytes: Uint8Array,
  identitiesOf: () => Promise<readonly string[]>,
): Promise<ReadPackage> {
  if (Buffer.from(bytes.subarray(0, ageMagic.length)).toString('latin1') !== ageMagic) {
    return readPackage(bytes, packageReader)
  }
  const decrypter = new Decrypter()
  for (const identity of await identitiesOf()) decrypter.addIdentity(identity)
  try {
    return readPackage(await decrypter.decrypt(bytes), packageReader)
  } catch {
    return { ok: false, reason: 'package_altered' }
  }
}

export function telephoneCodeFor(packageHash: string, sharedKey: string): string {
  const key = Buffer.from(sharedKey, 'base64url')
  return telephoneCode(packageHash, (message) => createHmac('sha256', key).update(message).digest())
}
