import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askLibrary, changeKey, expectPeriod, tellAll } from '../../ministry/office/acts.ts'
import { questionRows } from '../../ministry/office/records.ts'
import { messagesOnFile, takeAnswersFile } from '../../ministry/road/post.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../support/engine.ts'
import { makeKey, nameLibrary, signQuarter } from '../support/signed.ts'
import { newCode, newPlace, startReceiver, type Running } from './support/receiver.ts'

const now = () => new Date('2026-11-10T02:00:00.000Z')
const by = 'administrator'
const summer = { from: '2026-07-01', to: '2026-09-30' }
let running: Running
let test: TestEngine
let director: Person
let periodId: number

beforeEach(async () => {
  running = await startReceiver(await newPlace('sqlite'), { now })
  test = await openTestEngine({ dataDir: testFolder() })
  director = await test.as('director')
  await nameLibrary(test)
  await makeKey(test)
  periodId = (await signQuarter(test)).id
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function enrol(): Promise<void> {
  const input = { endpoint: running.url, code: await newCode(running, await knownHere()) }
  expect((await finishedJob(director, 'sync.enrol', input)).output).toMatchObject({ problem: null })
}
const libraryId = () => test.engine.connection.raw.prepare('select uuid from library').pluck().get() as string
async function knownHere(): Promise<string | null> {
  const rows = await running.receiver.store.db.selectFrom('library').select('id').execute()
  return rows.some(({ id }) => id === libraryId()) ? libraryId() : null
}
const send = () => finishedJob(director, 'sync.send', {})
const messages = async (isOpen = false) => valueOf(await director.client.sync.messages({ isOpen })).rows
const ask = (text = 'Vì sao giảm một nửa?') =>
  askLibrary(running.receiver, { libraryId: libraryId(), period: summer, figureCode: 'M2b.06', text }, by)
const answersThere = async () => (await questionRows(running.receiver)).map(({ answers }) => answers)
const waitingAtHome = async () =>
  valueOf(await director.client.home.overview({})).due.filter(({ kind }) =>
    ['questionsOpen', 'deadlinesDue'].includes(kind),
  )

describe('a question', () => {
  it('comes down, is due at home, and its answer is there once, however often it is sent', async () => {
    await enrol()
    await ask()
    await send()
    const [question] = await messages()
    expect(question).toMatchObject({ kind: 'question', periodId, figureCode: 'M2b.06', answer: null })
    expect(await waitingAtHome()).toMatchObject([{ kind: 'questionsOpen', count: 1, first: 'Quý III/2026' }])
    const id = question?.id ?? 0
    valueOf(await director.client.sync.answerQuestion({ id, text: 'Do thiên tai.' }))
    expect(await waitingAtHome()).toEqual([])
    expect((await send()).output).toMatchObject({ answers: 1, problem: null })
    test.engine.connection.raw.exec('update receiverMessage set answerSentAt = null')
    expect((await send()).output).toMatchObject({ problem: null })
    expect(await answersThere()).toMatchObject([[{ text: 'Do thiên tai.', restatementHash: null }]])
    expect(await messages()).toMatchObject([{ answer: { receivedAt: now().toISOString() } }])
    expect(await director.client.sync.answerQuestion({ id, text: 'Khác' })).toMatchObject({
      error: { code: 'answer_received' },
    })
  })

  it('is answered by a restatement, named by the hash of the package that goes along', async () => {
    await enrol()
    await send()
    await ask()
    await send()
    const cataloguer = await test.as('cataloguer')
    const late = { title: 'Ghi sót', material: 'digital', digitalOrigin: 'bought', addedOn: '2026-08-01' }
    valueOf(await cataloguer.call('catalogue.addTitle', late))
    const { id: reportId, rev } = valueOf(await director.client.reports.period({ id: periodId }))
    const restating = { id: reportId, rev, reason: 'Ghi sót một tài liệu số', password: testPassword }
    valueOf(await director.client.reports.restate(restating))
    const [question] = await messages()
    if (question?.kind !== 'question') throw new Error('no question came')
    const [restatement] = question.restatements
    const answer = { id: question.id, text: 'Đã đính chính.', restatementId: restatement?.id ?? 0 }
    valueOf(await director.client.sync.answerQuestion(answer))
    expect((await send()).output).toMatchObject({ arrived: 1, answers: 1 })
    const [written] = valueOf(await director.client.sync.status({})).packages
    expect(await answersThere()).toMatchObject([[{ restatementHash: written?.hash }]])
  })

  it('goes and comes back on a stick where there is no network', async () => {
    await enrol()
    await ask()
    const stick = testFolder()
    writeFileSync(join(stick, 'tin.khosach-messages'), await messagesOnFile(running.receiver, libraryId()))
    const read = () => finishedJob(director, 'sync.readReceipts', { path: stick })
    expect((await read()).output).toMatchObject({ messages: 1, others: [] })
    expect((await read()).output).toMatchObject({ messages: 0, others: [{ reason: 'messages_known' }] })
    const [question] = await messages()
    valueOf(await director.client.sync.answerQuestion({ id: question?.id ?? 0, text: 'Do thiên tai.' }))
    const path = testFolder()
    const written = await finishedJob(director, 'sync.writeAnswers', { path })
    expect(written.output).toMatchObject({ answers: 1, problem: null })
    const [name = ''] = readdirSync(path)
    const bytes = readFileSync(join(path, name))
    expect(await takeAnswersFile(running.receiver, bytes)).toBe(1)
    expect(await takeAnswersFile(running.receiver, bytes)).toBe(1)
    expect(await answersThere()).toMatchObject([[{ text: 'Do thiên tai.' }]])
    // What came back on the stick says that it is there.
    expect(await messages()).toMatchObject([{ answer: { receivedAt: null } }])
    writeFileSync(join(stick, 'tin.khosach-messages'), await messagesOnFile(running.receiver, libraryId()))
    await read()
    expect(await messages()).toMatchObject([{ answer: { receivedAt: now().toISOString() } }])
  })

  it('that an earlier copy of the library answered is known as answered', async () => {
    await enrol()
    await ask()
    await send()
    const [question] = await messages()
    valueOf(await director.client.sync.answerQuestion({ id: question?.id ?? 0, text: 'Do thiên tai.' }))
    await send()
    test.engine.connection.raw.exec('delete from receiverMessage')
    await send()
    expect(await messages(true)).toEqual([])
    expect(await messages()).toMatchObject([{ answer: { text: '', answeredAt: null } }])
  })
})

describe('a file on a stick', () => {
  it('counts for nothing where it was changed, or is for another library', async () => {
    await enrol()
    await ask()
    const stick = testFolder()
    const file = Buffer.from(await messagesOnFile(running.receiver, libraryId())).toString('utf8')
    writeFileSync(join(stick, 'a.khosach-messages'), file.replace('"dueOn":null', '"dueOn":"2026-01-01"'))
    writeFileSync(join(stick, 'b.khosach-messages'), file.replace('một nửa', 'hai nửa'))
    const other = file.replaceAll(libraryId(), '0196f000-0000-7000-8000-000000000001')
    writeFileSync(join(stick, 'c.khosach-messages'), other)
    const { output } = await finishedJob(director, 'sync.readReceipts', { path: stick })
    expect(output).toMatchObject({ messages: expect.any(Number) })
    const { others } = output as { others: { name: string; reason: string }[] }
    expect(Object.fromEntries(others.map(({ name, reason }) => [name, reason]))).toMatchObject({
      'b.khosach-messages': 'messages_altered',
      'c.khosach-messages': 'foreign_messages',
    })
  })

  it('of answers is taken from nobody but the library that signed it', async () => {
    await enrol()
    await ask()
    await send()
    const [question] = await messages()
    valueOf(await director.client.sync.answerQuestion({ id: question?.id ?? 0, text: 'Do thiên tai.' }))
    const path = testFolder()
    await finishedJob(director, 'sync.writeAnswers', { path })
    const text = readFileSync(join(path, readdirSync(path)[0] ?? ''), 'utf8')
    const forged = Buffer.from(text.replace('thiên tai', 'sơ suất'))
    await expect(takeAnswersFile(running.receiver, forged)).rejects.toMatchObject({ code: 'wrong_signature' })
    await expect(takeAnswersFile(running.receiver, Buffer.from('KHOSACH-ANSWERS1\n'))).rejects.toMatchObject({
      code: 'package_altered',
    })
    expect(await answersThere()).toEqual([[]])
  })
})

describe('a deadline', () => {
  const expected = (dueOn: string) => expectPeriod(running.receiver, { ...summer, dueOn, note: '' }, by)

  it('is due at home in its last week, as it was set last, until the package is on its way', async () => {
    await enrol()
    await send()
    test.engine.connection.raw.exec('delete from packageReceipt; delete from delivery')
    await expected('2026-10-20')
    await expected('2026-11-14')
    await finishedJob(director, 'sync.readReceipts', { path: await stickOfMessages() })
    expect(await messages()).toMatchObject([
      { dueOn: '2026-11-14', state: 'open', isReplaced: false },
      { dueOn: '2026-10-20', isReplaced: true },
    ])
    expect(await waitingAtHome()).toMatchObject([{ kind: 'deadlinesDue', count: 1, on: '2026-11-14' }])
    await finishedJob(director, 'sync.writeToFolder', { periodId, path: testFolder() })
    expect(await waitingAtHome()).toEqual([])
    expect(await messages()).toMatchObject([{ state: 'handed_over' }, {}])
  })

  it('far away is on the page and nowhere else', async () => {
    await enrol()
    await expected('2027-02-01')
    await finishedJob(director, 'sync.readReceipts', { path: await stickOfMessages() })
    expect(await messages(true)).toHaveLength(1)
    expect(await waitingAtHome()).toEqual([])
  })
})

async function stickOfMessages(): Promise<string> {
  const stick = testFolder()
  writeFileSync(join(stick, 'tin.khosach-messages'), await messagesOnFile(running.receiver, libraryId()))
  return stick
}

describe('what the receiver tells everybody', () => {
  it('of its definitions is shown as what differs, and changes nothing', async () => {
    await enrol()
    await tellAll(running.receiver, { kind: 'definitions', note: 'Theo quyết định mới' }, by)
    const figures = async () => valueOf(await director.client.indicators.list({ period: '2026-Q3' })).values
    const before = await figures()
    await send()
    const [told] = await messages(true)
    expect(told).toMatchObject({ kind: 'definitions', changes: [], note: 'Theo quyết định mới' })
    expect(await figures()).toEqual(before)
    valueOf(await director.client.sync.noteMessage({ id: told?.id ?? 0, isNoted: true }))
    expect(await messages(true)).toEqual([])
  })

  it('reaches a library that enrolled after the key was changed', async () => {
    await tellAll(running.receiver, { kind: 'definitions', note: 'Trước khi đổi khóa' }, by)
    await changeKey(running.receiver, by)
    await enrol()
    await send()
    expect(await messages()).toEqual([])
    await ask()
    await changeKey(running.receiver, by)
    await tellAll(running.receiver, { kind: 'endpoint', url: 'https://nhan-moi.example' }, by)
    await send()
    expect((await messages()).map(({ kind }) => kind)).toEqual(['endpoint', 'key', 'question'])
    const { enrolment } = valueOf(await director.client.sync.status({}))
    expect(enrolment?.endpoint).toBe('https://nhan-moi.example')
  })

  it('comes whole where it is more than one answer holds', async () => {
    await enrol()
    for (let number = 0; number < 230; number++)
      await tellAll(running.receiver, { kind: 'definitions', note: `Số ${number}` }, by)
    await send()
    const raw = test.engine.connection.raw.prepare('select count(*) from receiverMessage').pluck().get()
    expect(raw).toBe(230)
  }, 60_000)
})
