import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import type { PasswordWork } from './context.ts'

const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** Everything but the passphrase: the cost travels with it, so that it can be raised later. */
type Wrapped = PasswordWork & { salt: string; nonce: string; sealed: string }

function derive(passphrase: string, salt: Buffer, work: PasswordWork): Promise<Buffer> {
  const { cost: N, blockSize: r, parallelization: p } = work
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** A private key that a backup may hold: without the passphrase it is nothing. */
export async function wrapKey(privateKey: string, passphrase: string, work: PasswordWork): Promise<string> {
  const salt = randomBytes(16)
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, work), nonce)
  const sealed = Buffer.concat([cipher.update(privateKey, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const wrapped: Wrapped = {
    ...work,
    salt: salt.toString('base64url'),
    nonce: nonce.toString('base64url'),
    sealed: sealed.toString('base64url'),
  }
  return JSON.stringify(wrapped)
}

/** Null where the passphrase is another one, or the text was touched. */
export async function unwrapKey(text: string, passphrase: string): Promise<string | null> {
  if (text === '') return null
  const { salt, nonce, sealed, ...work } = JSON.parse(text) as Wrapped
  const bytes = Buffer.from(sealed, 'base64url')
  const key = await derive(passphrase, Buffer.from(salt, 'base64url'), work)
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  try {
    return decipher.update(bytes.subarray(0, -tagBytes)).toString('utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}
