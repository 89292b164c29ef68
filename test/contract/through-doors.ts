import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../shared/contract.ts'
import { prepareFolder } from '../support/prepared.ts'
import { openDoors, type Doors, type TestDoor } from './doors.ts'
import type { AnyExample } from './example.ts'
import { examples } from './examples/index.ts'
import { play, steady, type Prepared } from './play.ts'

/** One of two files of examples: each has doors of its own, so that two cores play at once. */
export function playThroughDoors(half: 0 | 1): void {
  let open: Doors
  let prepared: Prepared

  beforeAll(async () => {
    prepared = { firstRun: await prepareFolder({ isFirstRun: true }), peopled: await prepareFolder() }
    open = await openDoors()
  })
  afterAll(() => open.close())

  describe('through every door alike', () => {
    it.each(examples.filter((_, index) => index % 2 === half))('$operation $name', async (example) => {
      let first: unknown
      for (const door of doorsFor(example, open.doors)) {
        const reply = await play(example, door, prepared)
        // A library that was restored is opened anew.
        await open.host.opened()
        expect(JSON.parse(JSON.stringify(reply)), `${door.name}: survives JSON`).toStrictEqual(reply)
        expectAnswer(reply, example)
        first ??= steady(reply)
        expect(steady(reply), door.name).toStrictEqual(first)
      }
    })
  })
}

const firstOf = new Map(examples.toReversed().map((example) => [example.operation, example]))

/** The first example of each operation goes through all doors that serve it, the others straight in and through one by turns. */
function doorsFor(example: AnyExample, doors: readonly TestDoor[]): TestDoor[] {
  const able = doors
    .filter((door) => door.openSeat !== null || !example.holdsSession)
    .filter((door) => door.serves?.(example) ?? true)
  expect(able.length).toBeGreaterThanOrEqual(4)
  if (firstOf.get(example.operation) === example) return able
  const [direct, ...others] = able
  const turn = examples.indexOf(example) >> 1
  return [direct, others[turn % others.length]].filter((door) => door !== undefined)
}

function expectAnswer(reply: Reply, example: AnyExample): void {
  if ('refuses' in example)
    return expect(reply).toMatchObject({ ok: false, error: { code: example.refuses } })
  expect(reply).toMatchObject({ ok: true })
  const value = reply.ok ? reply.value : null
  if (example.answers === null || Array.isArray(value))
    expect({ value }).toMatchObject({ value: example.answers })
  else expect(value).toMatchObject(example.answers as object)
}
