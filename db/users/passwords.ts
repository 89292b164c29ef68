import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { PasswordWork } from '../context.ts'

const keyLength = 32

function derive(password: string, salt: Buffer, work: PasswordWork): Promise<Buffer> {
  const options = {
    N: work.cost,
    r: work.blockSize,
    p: work.parallelization,
    maxmem: 256 * work.cost * work.blockSize,
  }
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** A PHC string: the parameters travel with the hash, so they can be raised later. */
export async function hashPassword(password: string, work: PasswordWork): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, work)
  const parameters = `ln=${Math.log2(work.cost)},r=${work.blockSize},p=${work.parallelization}`
  return `$scrypt$${parameters}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

export async function passwordMatches(password: string, hash: string): Promise<boolean> {
  const [, , parameters = '', salt = '', key = ''] = hash.split('$')
  const [cost = 0, blockSize = 0, parallelization = 0] = parameters
    .split(',')
    .map((part) => Number(part.split('=')[1]))
  const expected = Buffer.from(key, 'base64url')
  const actual = await derive(password, Buffer.from(salt, 'base64url'), {
    cost: 2 ** cost,
    blockSize,
    parallelization,
  })
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}
