import type { Reply } from '../../shared/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { valueOf } from '../support/engine.ts'
import { restoreInto, writeByHand } from '../support/prepared.ts'
import { callAndWait, signIn, type TestDoor } from './doors.ts'
import type { AnyExample, Caller, Given } from './example.ts'

export type Prepared = { firstRun: string; peopled: string }
type Act = (as: Caller, operation: string, input: unknown) => Promise<Reply>

/** Plays an example at a door, in a library of its own. */
export async function play(example: AnyExample, door: TestDoor, prepared: Prepared): Promise<Reply> {
  await restoreInto(door.dataDir, example.isFirstRun ? prepared.firstRun : prepared.peopled)
  const act = example.holdsSession ? stayingAt(door) : door.perform
  const file = example.file ? await door.handIn(example.file()) : { token: '', name: '', size: 0 }
  const values: unknown[] = []
  for (const { as, operation, input } of example.before ?? []) {
    const reply = await act(as, operation, inputOf(input, { values, file }))
    values.push(reply.ok ? reply.value : reply.error)
    if (!reply.ok && reply.error.code !== 'wrong_credentials') {
      throw new Error(`${door.name}: the step ${operation} was refused: ${JSON.stringify(reply.error)}`)
    }
  }
  writeByHand(door.dataDir, example.upset ?? [])
  return act(example.as, example.operation, inputOf(example.input, { values, file }))
}

function inputOf(input: unknown, given: Given): unknown {
  return typeof input === 'function' ? (input as (given: Given) => unknown)(given) : input
}

/** Everyone signs in once and stays. */
function stayingAt(door: TestDoor): Act {
  const seats = new Map<Caller, Awaited<ReturnType<NonNullable<TestDoor['openSeat']>>>>()
  return async (as, operation, input) => {
    if (!door.openSeat) throw new Error(`nobody can stay at the ${door.name}`)
    const call = seats.get(as) ?? (await door.openSeat())
    if (!seats.has(as) && as !== 'stranger') valueOf(await signIn(call, as))
    seats.set(as, call)
    return callAndWait(call, operation, input)
  }
}

const today = isoDateAt(Date.now())
const forms: [RegExp, string][] = [
  [/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, '<instant>'],
  [/(^|[\\/])kho-sach-[^\\/]*\.(?:db|db\.zst|zip)(?:\.age)?$/, '<backup>'],
  [/[\\/]khosach-test-\w+(?:$|[\\/])/, '<path in the data folder>'],
  [/^[0-9a-f]{64}$/, '<hash>'],
  [/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/, '<uuid>'],
]
/** What the clock, chance or a disk decides; everything else must be the same at every door. */
const volatileKeys = new Set([
  // What this PC is like and can do, which no two moments agree on.
  'machine',
  'findings',
  'trial',
  'fitness',
  'token',
  'freeBytes',
  'recoveryKey',
  'size',
  'seconds',
  'folder',
  // What the examples before left beside the library.
  'files',
  'lacksFiles',
  // Keys and signatures pack into some bytes more or less.
  'bytes',
  'bytesThere',
  'packed',
  'recoveryCode',
])

export function steady(value: unknown): unknown {
  if (typeof value === 'string') {
    if (value === today) return '<today>'
    return forms.find(([form]) => form.test(value))?.[1] ?? value
  }
  if (Array.isArray(value)) return value.map(steady)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, volatileKeys.has(key) ? `<${key}>` : steady(each)]),
  )
}
