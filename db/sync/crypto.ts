import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import {
  readPackage,
  type PackageReader,
  type PackageWriter,
  type ReadPackage,
} from '../../shared/sync/package.ts'
import { maxPackageBytes } from '../../shared/sync/protocol.ts'
import { sha256 } from '../hash.ts'

const bestLevel = 19

/** DER, as base64url text. */
export type KeyPair = { publicKey: string; privateKey: string }

export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
  }
}

/** Node's part of writing a package; the format itself knows neither Node nor a browser. */
export function writerWith({ publicKey, privateKey }: KeyPair): PackageWriter {
  const key = createPrivateKey({
    key: Buffer.from(privateKey, 'base64url'),
    format: 'der',
    type: 'pkcs8',
  })
  return {
    sign: (message) => sign(null, message, key),
    publicKey: Buffer.from(publicKey, 'base64url'),
    compress: (bytes) =>
      zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: bestLevel } }),
    hash: sha256,
  }
}

/** By which a key is known in requests and receipts. */
export function fingerprintOf(publicKey: string): string {
  return sha256(Buffer.from(publicKey, 'base64url'))
}

export function isSignedBy(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
  return key.asymmetricKeyType === 'ed25519' && verify(null, message, key, signature)
}

const packageReader: PackageReader = {
  verify: (message, signature, publicKey) => isSignedBy(publicKey, message, signature),
  decompress: (bytes, maxBytes) => zstdDecompressSync(bytes, { maxOutputLength: maxBytes }),
  hash: sha256,
  maxBytes: maxPackageBytes,
}

export function openPackage(bytes: Uint8Array): ReadPackage {
  return readPackage(bytes, packageReader)
}

/** Reads no more of a file than a package can be long: anything may be handed in by mistake. */
export function openPackageFile(path: string): ReadPackage {
  if (statSync(path).size > maxPackageBytes) return { ok: false, reason: 'not_a_package' }
  return openPackage(readFileSync(path))
}
