import { expect, it } from 'vitest'
import { createScanQueue, waitingIn, type Sent, type WaitingScan } from './scan-queue.ts'

function memoryStore() {
  const kept = new Map<string, string>()
  return {
    kept,
    get length() {
      return kept.size
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

const scan = (number: number): WaitingScan => ({
  key: `k${String(number).padStart(3, '0')}`,
  code: `VV${number}`,
  at: '2026-11-10T02:00:00.000Z',
})
const answered: Sent = { kind: 'answered', answers: [] }
const nothing = () => undefined
const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

it('sends what is read while a call is under way together, in its order, and forgets what was answered', async () => {
  const store = memoryStore()
  const calls: string[][] = []
  const queue = createScanQueue({
    store,
    name: '1.1',
    async send(scans) {
      calls.push(scans.map(({ code }) => code))
      await soon()
      return answered
    },
    onAnswers: nothing,
    onChange: nothing,
  })
  for (const number of [1, 2, 3]) queue.add(scan(number))
  expect(waitingIn(store, '1.1')).toBe(3)
  await queue.settled()
  expect(calls).toEqual([['VV1'], ['VV2', 'VV3']])
  expect(store.kept.size).toBe(0)
})

it('keeps everything through failures of the engine, and through the end of the page', async () => {
  const store = memoryStore()
  const waits: number[] = []
  const first = createScanQueue({
    store,
    name: '1.1',
    send: () => Promise.reject(new Error('no engine')),
    onAnswers: nothing,
    onChange: nothing,
    async wait(ms) {
      waits.push(ms)
      await soon()
    },
  })
  for (const number of [1, 2]) first.add(scan(number))
  for (let turn = 0; turn < 8; turn++) await soon()
  first.stop()
  expect(waits.slice(0, 3)).toEqual([500, 1000, 2000])
  expect(Math.max(...waits)).toBeLessThanOrEqual(10_000)
  const sent: string[] = []
  const second = createScanQueue({
    store,
    name: '1.1',
    async send(scans) {
      sent.push(...scans.map(({ code }) => code))
      return answered
    },
    onAnswers: nothing,
    onChange: nothing,
  })
  await second.settled()
  expect(sent).toEqual(['VV1', 'VV2'])
  expect(store.kept.size).toBe(0)
})

it('holds back what is refused until it is told to go on', async () => {
  const store = memoryStore()
  let outcome: Sent = { kind: 'refused' }
  let calls = 0
  const queue = createScanQueue({
    store,
    name: '1.1',
    async send() {
      calls += 1
      return outcome
    },
    onAnswers: nothing,
    onChange: nothing,
  })
  queue.add(scan(1))
  await queue.settled()
  queue.add(scan(2))
  await queue.settled()
  expect(calls).toBe(1)
  expect(waitingIn(store, '1.1')).toBe(2)
  outcome = answered
  queue.resume()
  await queue.settled()
  expect(waitingIn(store, '1.1')).toBe(0)
})

it('gives back a scan that was not sent yet, and no other', async () => {
  const store = memoryStore()
  const gate = Promise.withResolvers<Sent>()
  const queue = createScanQueue({
    store,
    name: '1.1',
    send: () => gate.promise,
    onAnswers: nothing,
    onChange: nothing,
  })
  queue.add(scan(1))
  queue.add(scan(2))
  expect([queue.drop('k001'), queue.drop('k002'), queue.drop('k009')]).toEqual([false, true, false])
  gate.resolve(answered)
  await queue.settled()
  expect(store.kept.size).toBe(0)
})

it('belongs to one person and one stocktake, and says so where this PC keeps nothing', async () => {
  const store = memoryStore()
  store.setItem('stocktake.scan.2.1.k9', JSON.stringify(scan(9)))
  store.setItem('stocktake.scan.1.1.broken', '{')
  const states: [number, boolean][] = []
  const queue = createScanQueue({
    store: {
      ...store,
      get length() {
        return store.length
      },
      setItem() {
        throw new Error('full')
      },
    },
    name: '1.1',
    send: async () => answered,
    onAnswers: nothing,
    onChange: (waiting, isKept) => states.push([waiting, isKept]),
  })
  queue.add(scan(1))
  await queue.settled()
  expect(states[0]).toEqual([1, false])
  expect(store.kept.has('stocktake.scan.2.1.k9')).toBe(true)
})
