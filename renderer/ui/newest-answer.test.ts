import { expect, test } from 'vitest'
import { createNewestAnswer } from './newest-answer.ts'

test('rows that come after those asked for later are left alone', async () => {
  const answers = createNewestAnswer()
  const slow = Promise.withResolvers<number[]>()
  const quick = Promise.withResolvers<number[]>()
  const taken: number[][] = []
  const both = [slow, quick].map(({ promise }) => answers.take(promise, (rows) => taken.push(rows)))
  quick.resolve([1, 2])
  slow.resolve([1])
  await Promise.all(both)
  expect(taken).toEqual([[1, 2]])
})

test('rows that are here are taken at once, and a stretch still on its way is not taken after them', async () => {
  const answers = createNewestAnswer()
  const slow = Promise.withResolvers<number[]>()
  const taken: number[][] = []
  const waiting = answers.take(slow.promise, (rows) => taken.push(rows))
  void answers.take([7], (rows) => taken.push(rows))
  expect(taken).toEqual([[7]])
  slow.resolve([1])
  await waiting
  expect(taken).toEqual([[7]])
})

test('after everything was cleared nothing comes back, and a page that fails is no error', async () => {
  const answers = createNewestAnswer()
  const slow = Promise.withResolvers<number[]>()
  const taken: number[][] = []
  const waiting = answers.take(slow.promise, (rows) => taken.push(rows))
  answers.forget()
  slow.resolve([1])
  await waiting
  await answers.take(Promise.reject<number[]>(new Error('page')), (rows) => taken.push(rows))
  expect(taken).toEqual([])
})
