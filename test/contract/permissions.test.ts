import { afterAll, beforeAll, expect, it } from 'vitest'
import { dispatch } from '../../db/dispatch.ts'
import { operations } from '../../db/operations.ts'
import { permissionsOf, roles } from '../../shared/users/rules.ts'
import { everyRole, openTestEngine, testPassword, type TestEngine } from '../support/engine.ts'
import { usernameOf } from '../support/prepared.ts'
import type { Caller } from './example.ts'
import { examples } from './examples/index.ts'
import { table } from './permission-table.ts'

type Mark = '+' | '-' | '?'
const callers: Caller[] = ['stranger', ...roles]
const [head = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

let test: TestEngine
beforeAll(async () => {
  test = await openTestEngine()
  await everyRole(test)
})
afterAll(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

/** A session of its own for each call, since some calls end or lock it. */
async function sessionOf(caller: Caller): Promise<string | null> {
  if (caller === 'stranger') return null
  const credentials = { username: usernameOf(caller), password: testPassword }
  const { session } = await dispatch(test.engine, 'users.signIn', credentials, null)
  expect(session).toBeTypeOf('string')
  return session ?? null
}

async function ask(operation: string, caller: Caller, input: unknown): Promise<Mark> {
  const { reply } = await dispatch(test.engine, operation, input, await sessionOf(caller))
  const code = reply.ok ? 'ok' : reply.error.code
  return code === 'forbidden' ? '-' : code === 'signed_out' ? '?' : '+'
}

/** Asks the engine itself; an input that is wrong still tells whether one might have called, and changes nothing. */
async function markOf(operation: string, caller: Caller): Promise<Mark> {
  const mark = await ask(operation, caller, { nothing: 'right' })
  const example = examples.find((each) => each.operation === operation && typeof each.input !== 'function')
  // A good input takes another way through the engine, which must refuse the same people.
  if (mark !== '+')
    expect(await ask(operation, caller, example?.input), `${caller} with a good input`).toBe(mark)
  return mark
}

it('the table names every operation and every caller', () => {
  expect(head.toSorted()).toEqual(callers.toSorted())
  expect(rows.map(([operation = '']) => operation).toSorted()).toEqual([...operations.keys()].toSorted())
  expect(rows.filter((row) => row.length !== head.length + 1)).toEqual([])
})

it.each(rows)('%s is open to those whom the table names', async (operation = '', ...expected) => {
  const found = await Promise.all(head.map((caller) => markOf(operation, caller as Caller)))
  expect(Object.fromEntries(head.map((caller, index) => [caller, found[index]]))).toEqual(
    Object.fromEntries(head.map((caller, index) => [caller, expected[index]])),
  )
})

it('every right is held by some role, and none by all but the reading ones', () => {
  const held = new Set(roles.flatMap((role) => permissionsOf(role)))
  const asked = [...operations.values()].map(({ spec }) => spec.can).filter((can) => can.includes('.'))
  expect(asked.filter((can) => !held.has(can as never))).toEqual([])
  // A PC with no library has nobody to ask: that right is asked for by the handlers.
  const byHandlers = ['backup.restore']
  const used = new Set([...asked, ...byHandlers])
  expect([...held].filter((permission) => !used.has(permission))).toEqual([])
  const everyones = [...held].filter((permission) =>
    roles.every((role) => permissionsOf(role).includes(permission)),
  )
  expect(everyones.filter((permission) => !permission.endsWith('.read'))).toEqual([])
})
