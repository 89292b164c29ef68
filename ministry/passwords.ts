import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const keyLength = 32
const work = { N: 2 ** 15, r: 8, p: 3, maxmem: 128 * 1024 * 1024 }

function derive(password: string, salt: Buffer, N: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, keyLength, { ...work, N }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** `$scrypt$<N>$<salt>$<key>`; the cost travels with the hash, so that it can be raised later. */
export async function hashPassword(password: string, cost = work.N): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, cost)
  return `$scrypt$${cost}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [, , cost = '', salt = '', key = ''] = hash.split('$')
  const expected = Buffer.from(key, 'base64url')
  const actual = await derive(password, Buffer.from(salt, 'base64url'), Number(cost))
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/** Compared with where there is no such account, so that the answer takes as long. */
export const nobodysHash = `$scrypt$${work.N}$AAAAAAAAAAAAAAAAAAAAAA$${Buffer.alloc(keyLength).toString('base64url')}`
