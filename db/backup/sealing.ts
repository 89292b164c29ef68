import { closeSync, openSync, readSync } from 'node:fs'
import { ReadableStream as WebStream } from 'node:stream/web'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient, Stanza } from 'age-encryption'
import type { PasswordWork } from '../context.ts'
import { unwrapKey, wrapKey } from '../wrapped-key.ts'

type Bytes = AsyncIterable<Uint8Array>
export type Opener = (source: Bytes) => Bytes

/** Whom copies are encrypted to, and the key to them under a passphrase. */
export type Encryption = { recipient: string; wrappedKey: string }

export type Sealer = {
  recipient: string
  seal: (source: Bytes) => Bytes
  /** Opens what this very run has sealed, for its proof: the PC keeps no key of its own. */
  open: Opener
}

const ageMagic = 'age-encryption.org/v1\n'
/** Any age program passes over a part of the head that it does not know, and opens the file with the key on paper. */
const stanzaName = 'kho-sach/passphrase-v1'
const headBytes = 1 << 16

export async function newEncryption(
  passphrase: string,
  work: PasswordWork,
): Promise<Encryption & { key: string }> {
  const key = await generateX25519Identity()
  return { key, recipient: await identityToRecipient(key), wrappedKey: await wrapKey(key, passphrase, work) }
}

/** Each file carries the wrapped key in its head, so that the passphrase alone opens it on any PC. */
export async function sealerFor({ recipient, wrappedKey }: Encryption): Promise<Sealer> {
  const ofThisRun = await generateX25519Identity()
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  encrypter.addRecipient(await identityToRecipient(ofThisRun))
  encrypter.addRecipient({ wrapFileKey: () => [new Stanza([stanzaName], Buffer.from(wrappedKey))] })
  return { recipient, seal: (source) => sealed(source, encrypter), open: openerWith(ofThisRun) }
}

async function* sealed(source: Bytes, encrypter: Encrypter): Bytes {
  yield* await encrypter.encrypt(streamOf(source))
}

function openerWith(key: string): Opener {
  const decrypter = new Decrypter()
  decrypter.addIdentity(key)
  return async function* (source) {
    yield* await decrypter.decrypt(streamOf(source))
  }
}

function streamOf(source: Bytes): ReadableStream<Uint8Array> {
  return WebStream.from(source) as ReadableStream<Uint8Array>
}

export function isSealed(path: string): boolean {
  return headOf(path, ageMagic.length).toString('latin1') === ageMagic
}

/** What opens a file with the passphrase or with the key on paper; null where it is another one. */
export async function openerFor(path: string, secret: string): Promise<Opener | null> {
  const head = headOf(path, headBytes)
  const key = keyOnPaper(secret) ?? (await unwrapKey(wrappedKeyIn(head), secret))
  if (key === null) return null
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(key)
    await decrypter.decryptHeader(head)
    return openerWith(key)
  } catch {
    return null
  }
}

/** Typed off paper, it may have come with spaces and in small letters. */
function keyOnPaper(typed: string): string | null {
  const key = typed.replaceAll(/\s/g, '').toUpperCase()
  return key.startsWith('AGE-SECRET-KEY-1') ? key : null
}

function wrappedKeyIn(head: Buffer): string {
  const text = head.toString('latin1')
  const [, body = ''] = /\n-> kho-sach\/passphrase-v1\n((?:[\w+/]{64}\n)*[\w+/]{0,63})\n/.exec(text) ?? []
  return Buffer.from(body.replaceAll('\n', ''), 'base64').toString('utf8')
}

function headOf(path: string, length: number): Buffer {
  const head = Buffer.alloc(length)
  const descriptor = openSync(path, 'r')
  try {
    return head.subarray(0, readSync(descriptor, head, 0, length, 0))
  } finally {
    closeSync(descriptor)
  }
}
