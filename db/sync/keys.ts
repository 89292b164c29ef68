import { randomBytes } from 'node:crypto'
import type { keyStates } from '../../shared/sync/keys-contract.ts'
import { shortestPassphrase } from '../../shared/sync/rules.ts'
import {
  looksLikeRecoveryCode,
  readRecoveryCode,
  recoveryBytes,
  recoveryCodeOf,
} from '../../shared/sync/recovery-code.ts'
import type { Reader } from '../connection.ts'
import type { CommandContext, CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { newKeyPair, fingerprintOf, type KeyPair } from './crypto.ts'
import { lastPackageHash, startEpoch } from './epochs.ts'
import { keepHere, keptHere } from './this-pc.ts'
import { unwrapKey, wrapKey } from '../wrapped-key.ts'

export type KeyState = (typeof keyStates)[number]

export async function currentKey(db: Reader) {
  return db.selectFrom('signingKey').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirst()
}
type KeyRow = NonNullable<Awaited<ReturnType<typeof currentKey>>>

export function keyStateOf(key: KeyRow | undefined, dataDir: string): KeyState {
  if (!key) return 'none'
  if (key.byPassphrase === '') return 'plain'
  return keptHere(dataDir, key.publicKey) ? 'ready' : 'locked'
}

/** The pair as this PC keeps it; whoever has to be asked first is told so. */
export async function keysReady({
  db,
  dataDir,
  fail,
}: {
  db: Reader
  dataDir: string
  fail: Fail<'key_missing' | 'key_locked'>
}): Promise<KeyPair & { id: number; lastPackage: string | null }> {
  const key = await currentKey(db)
  if (!key || key.byPassphrase === '') return fail('key_missing')
  const kept = keptHere(dataDir, key.publicKey) ?? fail('key_locked')
  return { ...kept, id: key.id }
}

type Secret = 'key_missing' | 'passphrase_wrong' | 'recovery_code_wrong'

export const keyCommands: Pick<CommandsOf<'sync'>, 'makeKey' | 'unlockKey' | 'changePassphrase'> = {
  async makeKey({ passphrase, replaces }, context) {
    const { db, fail, now } = context
    const known = await currentKey(db)
    if (known && known.byPassphrase !== '' && !replaces) fail('key_exists')
    const isKept = known && known.byPassphrase === ''
    const pair = isKept ? { publicKey: known.publicKey, privateKey: known.privateKey } : newKeyPair()
    const wrapped = await wrapTwice(pair, passphrase, context)
    if (isKept)
      await db
        .updateTable('signingKey')
        .set({ ...wrapped.columns, privateKey: '' })
        .where('id', '=', known.id)
        .execute()
    else
      await db
        .insertInto('signingKey')
        .values({ publicKey: pair.publicKey, privateKey: '', madeAt: now, ...wrapped.columns })
        .execute()
    keepHere(context.dataDir, { ...pair, lastPackage: await lastPackageHash(db) })
    return wrapped.told
  },

  async unlockKey({ secret }, context) {
    const pair = await opened(secret, context)
    // Here the library is another PC's copy: what it writes from now on is numbered apart, even where that one has
    // written nothing yet.
    if (!keptHere(context.dataDir, pair.publicKey)) await startEpoch(context)
    keepHere(context.dataDir, { ...pair, lastPackage: await lastPackageHash(context.db) })
    return { done: true }
  },

  async changePassphrase({ secret, passphrase }, context) {
    const { id, ...pair } = await opened(secret, context)
    const wrapped = await wrapTwice(pair, passphrase, context)
    await context.db.updateTable('signingKey').set(wrapped.columns).where('id', '=', id).execute()
    return wrapped.told
  },
}

/** The key under the passphrase and, for the day nobody knows it, under a code on paper. */
async function wrapTwice(
  { publicKey, privateKey }: KeyPair,
  passphrase: string,
  { fail, passwordWork }: CommandContext<'passphrase_too_short'>,
) {
  if (passphrase.normalize('NFC').length < shortestPassphrase)
    fail('passphrase_too_short', { least: shortestPassphrase })
  const recoveryCode = recoveryCodeOf(randomBytes(recoveryBytes))
  const columns = {
    byPassphrase: await wrapKey(privateKey, passphrase, passwordWork),
    byRecoveryCode: await wrapKey(privateKey, recoveryCode, passwordWork),
  }
  return { columns, told: { recoveryCode, fingerprint: fingerprintOf(publicKey) } }
}

async function opened(
  secret: string,
  { db, fail }: CommandContext<Secret>,
): Promise<KeyPair & { id: number }> {
  const key = await currentKey(db)
  if (!key || key.byPassphrase === '') return fail('key_missing')
  const { id, publicKey } = key
  const privateKey =
    (await unwrapKey(key.byPassphrase, secret)) ?? (await byRecoveryCode(key.byRecoveryCode, secret, fail))
  return privateKey === null ? fail('passphrase_wrong') : { id, publicKey, privateKey }
}

async function byRecoveryCode(wrapped: string, typed: string, fail: Fail<Secret>): Promise<string | null> {
  if (!looksLikeRecoveryCode(typed)) return null
  const read = readRecoveryCode(typed)
  if (!read.ok) return fail('recovery_code_wrong', { group: read.group })
  return (await unwrapKey(wrapped, read.code)) ?? fail('recovery_code_wrong', { group: null })
}
