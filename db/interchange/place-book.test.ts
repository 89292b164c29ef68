import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testFolder } from '../../test/support/engine.ts'
import { createPlaceBook } from './place-book.ts'

it('knows the place of every key, those beyond its memory too, and leaves no file behind', async () => {
  const file = join(testFolder(), 'seen.db')
  const book = createPlaceBook(file)
  const keys = 900_000
  for (let place = 1; place <= keys; place++) expect(book.met(`vn${place}`, place) === null).toBe(true)
  expect(existsSync(file)).toBe(true)
  for (let place = 1; place <= keys; place += 997) expect(book.met(`vn${place}`, keys + place)).toBe(place)
  await book.close()
  expect(existsSync(file)).toBe(false)
}, 60_000)
