import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestEngine, testFolder, valueOf } from '../../test/support/engine.ts'
import { fileFrom, nameLibrary, signQuarter, testPassphrase } from '../../test/support/signed.ts'
import { databaseName } from '../folder.ts'
import { fingerprintOf, newKeyPair, openPackage } from './crypto.ts'

it('a key that an older version kept plain is wrapped, stays the same key, and lies nowhere in the open', async () => {
  const test = await openTestEngine({ dataDir: testFolder() })
  const director = await test.as('director')
  await nameLibrary(test)
  const { id: periodId } = await signQuarter(test)
  const { raw } = test.engine.connection
  const old = newKeyPair()
  raw
    .prepare('insert into signingKey (publicKey, privateKey, madeAt) values (@publicKey, @privateKey, @at)')
    .run({ ...old, at: '2025-01-01T00:00:00.000Z' })
  const state = async () => valueOf(await director.client.sync.status({})).key.state
  const inTheOpen = () => {
    raw.pragma('wal_checkpoint(TRUNCATE)')
    return readFileSync(join(test.engine.dataDir, databaseName)).includes(old.privateKey)
  }
  expect(await state()).toBe('plain')
  expect(inTheOpen()).toBe(true)
  const { fingerprint } = valueOf(await director.client.sync.makeKey({ passphrase: testPassphrase }))
  expect(fingerprint).toBe(fingerprintOf(old.publicKey))
  expect(await state()).toBe('ready')
  expect(inTheOpen()).toBe(false)
  valueOf(await director.client.sync.unlockKey({ secret: testPassphrase }))
  const { bytes } = await fileFrom(test, director, 'sync.exportPackage', { periodId })
  expect(openPackage(bytes)).toMatchObject({ ok: true, keyFingerprint: fingerprint })
  expect(test.faults).toEqual([])
  await test.close()
})
