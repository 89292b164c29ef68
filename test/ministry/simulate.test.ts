import { expect, it } from 'vitest'
import { databases, newPlace } from './support/receiver.ts'
import { simulate } from './support/simulation.ts'

it.each(databases)(
  'every figure of every library arrives over a line that is cut, to the last digit, on %s',
  async (database) => {
    const found = await simulate({
      place: await newPlace(database),
      libraries: 8,
      quarters: 3,
      lossPercent: 40,
      bytesPerSecond: 200_000,
      seed: 7,
    })
    expect(found).toMatchObject({ packages: 24, kept: 24, wrongSums: [] })
    expect(found.cuts).toBeGreaterThan(5)
  },
  120_000,
)

it('costs no more than three times the bytes at 2 kB/s with a cut in every fifth connection', async () => {
  const line = { libraries: 6, quarters: 1, bytesPerSecond: 2000, seed: 3 }
  const bad = await simulate({ ...line, place: await newPlace('sqlite'), lossPercent: 20 })
  const good = await simulate({ ...line, place: await newPlace('sqlite'), lossPercent: 0 })
  expect(bad).toMatchObject({ kept: 6, wrongSums: [] })
  expect(bad.cuts).toBeGreaterThan(0)
  expect(bad.bytesOnLine).toBeLessThanOrEqual(3 * good.bytesOnLine)
}, 240_000)
