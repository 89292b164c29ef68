import { describe, expect, it } from 'vitest'
import { operations } from '../../db/operations.ts'
import { examples } from './examples/index.ts'

const refusals = new Map(
  [...operations.values()].map(({ name }) => [
    name,
    new Set(examples.flatMap((each) => (each.operation === name && 'refuses' in each ? [each.refuses] : []))),
  ]),
)

describe.each([...operations.values()])('$name', ({ name, spec }) => {
  it('has an example of a good answer', () => {
    expect(examples.some((each) => each.operation === name && 'answers' in each)).toBe(true)
  })

  it('has an example of each error it declares', () => {
    expect((spec.errors ?? []).filter((code) => !refusals.get(name)?.has(code))).toEqual([])
  })
})

it('every example belongs to an operation and has a name of its own', () => {
  expect(examples.filter(({ operation }) => !operations.has(operation))).toEqual([])
  const names = examples.map(({ operation, name }) => `${operation} ${name}`)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

it('few examples need somebody to stay signed in, which no command line can show', () => {
  const held = examples
    .filter(({ holdsSession }) => holdsSession)
    .map(({ operation, name }) => `${operation}: ${name}`)
  expect(held).toEqual([
    'backup.restore: cannot be guessed at',
    'reports.restate: cannot be guessed at',
    'reports.check: cannot be guessed at',
    'reports.sign: cannot be guessed at',
    'updates.goBack: cannot be guessed at',
    'users.session: waits behind its lock',
    'users.list: shows nothing behind a lock',
    'users.unlock: opens a locked seat',
    'users.unlock: waits after five wrong passwords',
    'users.changePassword: waits after five wrong passwords',
  ])
})
