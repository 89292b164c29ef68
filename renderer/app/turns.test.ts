import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

/** Questions that are answered by hand, in the order they were sent. */
function desk() {
  const sent: string[] = []
  const answers: (() => void)[] = []
  const ask = (name: string) => () => {
    sent.push(name)
    return new Promise<string>((answer) => answers.push(() => answer(name)))
  }
  const settle = async () => {
    for (let step = 0; step < 10; step++) await Promise.resolve()
  }
  return { sent, ask, answerNext: () => answers.shift()?.(), settle }
}

test('no more questions than allowed are under way, and the newest waits least', async () => {
  const { sent, ask, answerNext, settle } = desk()
  const turns = createTurns(1)
  const { signal } = new AbortController()
  const all = ['a', 'b', 'c'].map((name) => turns(signal, ask(name)))
  await settle()
  expect(sent).toEqual(['a'])
  answerNext()
  await settle()
  expect(sent).toEqual(['a', 'c'])
  answerNext()
  await settle()
  answerNext()
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c'])
})

test('a question given up while it waits is never sent', async () => {
  const { sent, ask, answerNext, settle } = desk()
  const turns = createTurns(1)
  const staying = new AbortController()
  const leaving = new AbortController()
  void turns(staying.signal, ask('first'))
  const given = turns(leaving.signal, ask('given up')).catch(() => 'given up')
  const last = turns(staying.signal, ask('last'))
  leaving.abort()
  await settle()
  answerNext()
  await settle()
  answerNext()
  await settle()
  expect(sent).toEqual(['first', 'last'])
  expect(await given).toBe('given up')
  expect(await last).toBe('last')
})

test('a question that fails makes room for the next', async () => {
  const turns = createTurns(1)
  const { signal } = new AbortController()
  const failed = turns(signal, () => Promise.reject(new Error('refused'))).catch(() => 'failed')
  expect(await turns(signal, () => Promise.resolve('next'))).toBe('next')
  expect(await failed).toBe('failed')
})
