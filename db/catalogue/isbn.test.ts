import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'

const [one, two, three] = ['9786040000002', '9780306406157', '9781861972712']

let test: TestEngine
let cataloguer: Person

beforeEach(async () => {
  test = await openTestEngine()
  cataloguer = await test.as('cataloguer')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const add = (title: string, isbn: string) => cataloguer.client.catalogue.addTitle({ title, isbn })
const numbers = () =>
  test.engine.connection.raw.prepare('select isbn, titleId from titleIsbn order by isbn').raw().all()

describe('the numbers of a title that has several', () => {
  it('are each held against a new title', async () => {
    const { id } = valueOf(await add('Bộ sách', `${one}; ${two}`))
    expect(numbers()).toEqual([
      [two, id],
      [one, id],
    ])
    for (const isbn of [one, two, `${three}; ${two}`])
      expect(codeOf(await add('Khác', isbn))).toBe('duplicate_isbn')
    expect(codeOf(await add('Khác', three))).toBe('ok')
  })

  it('are free again once they were changed, or the title is gone', async () => {
    const { id, rev } = valueOf(await add('Bộ sách', `${one}; ${two}`))
    const changed = await cataloguer.client.catalogue.updateTitle({ id, rev, title: 'Bộ sách', isbn: one })
    expect(numbers()).toEqual([[one, id]])
    valueOf(await add('Hai', two))
    const removed = await cataloguer.client.catalogue.removeTitle({ id, rev: valueOf(changed).rev })
    expect(codeOf(removed)).toBe('ok')
    expect(codeOf(await add('Một', one))).toBe('ok')
  })

  it('stay its own: saving it again is no duplicate', async () => {
    const { id, rev } = valueOf(await add('Bộ sách', `${one}; ${two}`))
    const again = { id, rev, title: 'Bộ sách mới', isbn: `${two}; ${one}` }
    expect(codeOf(await cataloguer.client.catalogue.updateTitle(again))).toBe('ok')
  })
})
