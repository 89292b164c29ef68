import { afterAll, beforeAll, expect, it } from 'vitest'
import { figuresWithin } from './counting.ts'
import { demoLibraryOf, type BenchLibrary } from './library.ts'

const titles = 100_000

let library: BenchLibrary
beforeAll(async () => {
  library = await demoLibraryOf(titles)
  const { raw } = library.test.engine.connection
  const copies = Number(raw.prepare('select count(*) from copy').pluck().get())
  expect(copies, 'the demo library has copies').toBeGreaterThan(titles)
})
afterAll(() => library.test.close())

it('counts the stock of a day as fast as plain group-bys, and at once when nothing has changed', async () => {
  await figuresWithin(library, 5)
})
