import { expect, it } from 'vitest'
import { openStore } from '../../ministry/store/connection.ts'
import { ask, bring, deliver, enrol, newLibrary, packageOf, sendPart } from './support/library.ts'
import { newCode, newPlace, startReceiver } from './support/receiver.ts'
import { paths } from '../../shared/sync/protocol.ts'

it('two instances on one PostgreSQL are one receiver', async () => {
  const place = await newPlace('postgres')
  const [one, other] = await Promise.all([startReceiver(place), startReceiver(place)])
  const library = newLibrary()
  const answer = await enrol(one.url, library, await newCode(other))
  const made = packageOf(library)
  await sendPart(one.url, library, made, { to: 800 })
  const head = await ask(other.url, library, { method: 'HEAD', path: paths.upload(made.hash) })
  expect(head.headers.get('Upload-Offset')).toBe('800')
  const receipt = await deliver(other.url, library, made)
  expect(await (await bring(one.url, made.bytes)).text()).toBe(receipt)
  const keys = await other.receiver.store.db.selectFrom('receiverKey').select('publicKey').execute()
  expect(keys).toEqual([{ publicKey: answer.receiver.publicKey }])
})

it('the same package at both instances at once is written once', async () => {
  const place = await newPlace('postgres')
  const [one, other] = await Promise.all([startReceiver(place), startReceiver(place)])
  const library = newLibrary()
  await enrol(one.url, library, await newCode(one))
  const made = [1, 2, 3].map((revision) => packageOf(library, { revision }))
  const answers = await Promise.all(
    made.flatMap(({ bytes }) => [one, other, one].map(async ({ url }) => (await bring(url, bytes)).text())),
  )
  expect(new Set(answers).size).toBe(3)
  const { db } = one.receiver.store
  expect(await db.selectFrom('package').select('hash').execute()).toHaveLength(3)
  const counted = await db.selectFrom('counted').select('packageHash').execute()
  expect(counted).toEqual([{ packageHash: made[2]?.hash }])
})

it('a nonce that one instance saw is old at the other', async () => {
  const place = await newPlace('postgres')
  const [one, other] = await Promise.all([startReceiver(place), startReceiver(place)])
  const library = newLibrary()
  await enrol(one.url, library, await newCode(one))
  const request = { method: 'GET', path: paths.messages(0), nonce: Buffer.alloc(16, 7).toString('base64url') }
  expect((await ask(one.url, library, request)).status).toBe(200)
  expect((await ask(other.url, library, request)).status).toBe(401)
})

it('a second process may not open the SQLite folder of a running one', async () => {
  const place = await newPlace('sqlite')
  const { receiver } = await startReceiver(place)
  await receiver.store.db.selectFrom('library').select('id').execute()
  await expect(openStore(place)).rejects.toThrow(/locked/)
})
