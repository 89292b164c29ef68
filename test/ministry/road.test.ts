import { createHmac, createPublicKey, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readReceipt } from '../../shared/sync/receipt.ts'
import { telephoneCode } from '../../shared/sync/telephone-code.ts'
import { messageBytes, MessagesAnswer, paths, type EnrolmentAnswer } from '../../shared/sync/protocol.ts'
import { askLibrary, changeKey, expectPeriod, revoke } from '../../ministry/office/acts.ts'
import { questionRows } from '../../ministry/office/records.ts'
import {
  allFigures,
  ask,
  bring,
  enrol,
  newLibrary,
  packageOf,
  refusalOf,
  sendPart,
  askToEnrol,
  type Library,
} from './support/library.ts'
import { databases, newCode, newPlace, startReceiver, type Running } from './support/receiver.ts'

function keyOf(publicKey: string) {
  return createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' })
}

function receiptIn(text: string, { receiver }: EnrolmentAnswer) {
  const read = readReceipt(Buffer.from(text), (message, signature) =>
    verify(null, message, keyOf(receiver.publicKey), signature),
  )
  if (!read.ok) throw new Error(read.reason)
  return read.receipt
}

async function messagesOf({ url }: Running, library: Library, after = 0) {
  const response = await ask(url, library, { method: 'GET', path: paths.messages(after) })
  return MessagesAnswer.parse(await response.json())
}

describe.each(databases)('the road on %s', (database) => {
  async function enrolled(options?: Parameters<typeof startReceiver>[1]) {
    const running = await startReceiver(await newPlace(database), options)
    const library = newLibrary()
    const answer = await enrol(running.url, library, await newCode(running))
    return { running, library, answer, url: running.url }
  }

  it('enrols with a one-time code, and answers the same key the same again', async () => {
    const running = await startReceiver(await newPlace(database))
    const code = await newCode(running)
    const library = newLibrary()
    const answer = await enrol(running.url, library, code)
    expect(answer.receiver).toMatchObject({ name: 'Vụ Thư viện', encryptionRecipient: /^age1/ })
    expect(await enrol(running.url, library, code.toLowerCase().replaceAll('-', ' '))).toEqual(answer)
    expect(await refusalOf(await askToEnrol(running.url, newLibrary(), code))).toEqual([409, 'code_used'])
    expect(await refusalOf(await askToEnrol(running.url, library, 'AAAAA-AAAAA'))).toEqual([
      404,
      'code_unknown',
    ])
  })

  it('lets nobody enrol for a library that is known, unless the code was made for it', async () => {
    const { running, library, url } = await enrolled()
    const thief = { ...newLibrary(), codes: library.codes }
    expect(await refusalOf(await askToEnrol(url, thief, await newCode(running)))).toEqual([409, 'conflict'])
    const again = { ...newLibrary(), codes: library.codes }
    await enrol(url, again, await newCode(running, library.codes.id))
    expect((await bring(url, packageOf(again).bytes)).status).toBe(200)
  })

  it('takes a package and gives the same signed receipt whenever and however it comes', async () => {
    const { library, answer, url } = await enrolled()
    const made = packageOf(library)
    const first = await bring(url, made.bytes)
    expect(first.status).toBe(200)
    const text = await first.text()
    const code = telephoneCode(made.hash, (message) =>
      createHmac('sha256', Buffer.from(answer.sharedKey, 'base64url')).update(message).digest(),
    )
    expect(receiptIn(text, answer)).toMatchObject({
      packageHash: made.hash,
      libraryId: library.codes.id,
      epoch: library.epoch,
      revision: 1,
      period: { from: '2026-07-01', to: '2026-09-30' },
      outcome: 'accepted',
      telephoneCode: code,
    })
    expect(await (await bring(url, made.bytes)).text()).toBe(text)
    expect(await (await sendPart(url, library, made)).text()).toBe(text)
    const head = await ask(url, library, { method: 'HEAD', path: paths.upload(made.hash) })
    expect(head.headers.get('Upload-Offset')).toBe(String(made.bytes.length))
  })

  it('goes on with an upload where it stands', async () => {
    const { library, answer, url } = await enrolled()
    const made = packageOf(library)
    const path = paths.upload(made.hash)
    expect((await ask(url, library, { method: 'HEAD', path })).status).toBe(404)
    const begun = await sendPart(url, library, made, { to: 700 })
    expect([begun.status, begun.headers.get('Upload-Offset')]).toEqual([204, '700'])
    expect((await ask(url, library, { method: 'HEAD', path })).headers.get('Upload-Offset')).toBe('700')
    const wrong = await sendPart(url, library, made, { from: 500 })
    expect(wrong.headers.get('Upload-Offset')).toBe('700')
    expect(await refusalOf(wrong)).toEqual([409, 'offset_mismatch'])
    const rest = await sendPart(url, library, made, { from: 700 })
    expect(receiptIn(await rest.text(), answer).outcome).toBe('accepted')
  })

  it('counts the highest number, whatever the order', async () => {
    const { running, library, answer, url } = await enrolled()
    const third = packageOf(library, { revision: 3, figures: allFigures(3) })
    const first = packageOf(library, { revision: 1 })
    expect(receiptIn(await (await bring(url, third.bytes)).text(), answer).outcome).toBe('accepted')
    expect(receiptIn(await (await bring(url, first.bytes)).text(), answer).outcome).toBe('superseded')
    const { rows } = await counted(running)
    expect(rows).toEqual([{ packageHash: third.hash }])
    expect((await messagesOf(running, library)).gaps.revisions).toEqual([
      { from: '2026-07-01', to: '2026-09-30', epoch: library.epoch, revision: 2 },
    ])
  })

  it('names a conflict, keeps both and counts what it counted before', async () => {
    const { running, library, answer, url } = await enrolled()
    const one = packageOf(library)
    const other = packageOf(library, { figures: allFigures(2) })
    await bring(url, one.bytes)
    expect(receiptIn(await (await bring(url, other.bytes)).text(), answer).outcome).toBe('conflict')
    expect((await counted(running)).rows).toEqual([{ packageHash: one.hash }])
  })

  it('knows what a restored copy says once more, and asks a person where it says otherwise', async () => {
    const { library, answer, url } = await enrolled()
    await bring(url, packageOf(library).bytes)
    const restored = { ...library, epoch: crypto.randomUUID() }
    const again = packageOf(restored)
    expect(receiptIn(await (await bring(url, again.bytes)).text(), answer).outcome).toBe('already_known')
    const other = packageOf({ ...library, epoch: crypto.randomUUID() }, { figures: allFigures(5) })
    expect(receiptIn(await (await bring(url, other.bytes)).text(), answer).outcome).toBe('conflict')
  })

  it('takes and marks what was made under an older list', async () => {
    const { library, answer, url } = await enrolled()
    const old = packageOf(library, {
      definitionsVersion: 1,
      figures: [{ code: 'M2b.99', version: 1, status: 'known', value: 7 }],
    })
    expect(receiptIn(await (await bring(url, old.bytes)).text(), answer).outcome).toBe('mapped')
  })

  it('hands down deadlines, questions and a new key, each signed by the key of its hour', async () => {
    const { running, library, answer } = await enrolled()
    const { receiver } = running
    const period = { from: '2026-07-01', to: '2026-09-30' }
    await expectPeriod(receiver, { ...period, dueOn: '2026-10-15', note: '' }, 'administrator')
    const question = { libraryId: library.codes.id, period, figureCode: 'M2b.01', text: 'Vì sao giảm?' }
    const { questionId } = await askLibrary(receiver, question, 'administrator')
    await changeKey(receiver, 'administrator')
    await expectPeriod(receiver, { ...period, dueOn: '2026-10-20', note: 'Gia hạn' }, 'administrator')
    const { messages, gaps } = await messagesOf(running, library)
    expect(messages.map(({ message }) => message.kind)).toEqual(['deadline', 'question', 'key', 'deadline'])
    expect(gaps.periods).toEqual([{ ...period, dueOn: '2026-10-20' }])
    let key = answer.receiver.publicKey
    for (const { message, signature } of messages) {
      const bytes = Buffer.from(signature, 'base64url')
      expect(verify(null, messageBytes(message), keyOf(key), bytes)).toBe(true)
      if (message.kind === 'key') key = message.body.publicKey
    }
    expect((await messagesOf(running, library, messages[2]?.message.number)).messages).toHaveLength(1)
    const body = Buffer.from(JSON.stringify({ questionId, text: 'Do thanh lọc.', restatementHash: null }))
    for (const _ of [1, 2]) {
      const headers = { 'Content-Type': 'application/json' }
      const request = { method: 'POST', path: paths.answers, body, headers }
      expect((await ask(running.url, library, request)).status).toBe(200)
    }
    expect((await questionRows(receiver))[0]?.answers).toMatchObject([{ text: 'Do thanh lọc.' }])
  })

  it('lets nobody in whose enrolment was revoked, until a new code is made', async () => {
    const { running, library, url } = await enrolled()
    const { id } = library.codes
    await revoke(running.receiver, { libraryId: id, reason: 'Mất máy', by: 'administrator' })
    expect(await refusalOf(await bring(url, packageOf(library).bytes))).toEqual([403, 'revoked'])
    expect(await refusalOf(await sendPart(url, library, packageOf(library)))).toEqual([403, 'revoked'])
    await enrol(url, library, await newCode(running, id))
    expect((await bring(url, packageOf(library).bytes)).status).toBe(200)
  })

  async function counted({ receiver }: Running) {
    return { rows: await receiver.store.db.selectFrom('counted').select('packageHash').execute() }
  }
})
