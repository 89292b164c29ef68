import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'

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

const add = (title: string, more = {}) => cataloguer.client.catalogue.addTitle({ title, ...more })
const found = async (text: string) =>
  valueOf(await cataloguer.client.catalogue.search({ text })).rows.map((row) => row.title)

describe('search', () => {
  it('folds accents and đ', async () => {
    valueOf(await add('Đường về nhà'))
    valueOf(await add('Lịch sử Đại Việt'))
    expect(await found('duong')).toEqual(['Đường về nhà'])
    expect(await found('dai viet')).toEqual(['Lịch sử Đại Việt'])
    expect(await found('ĐƯỜNG')).toEqual(['Đường về nhà'])
  })

  it('puts exact accents first when the query has accents', async () => {
    for (const title of ['Duong thi', 'Dưỡng sinh', 'Dương Quý Phi', 'Đường thi']) valueOf(await add(title))
    expect((await found('đường'))[0]).toBe('Đường thi')
    expect((await found('dương'))[0]).toBe('Dương Quý Phi')
    expect(await found('dương')).toHaveLength(4)
  })

  it('finds an ISBN in either of its forms', async () => {
    valueOf(await add('Dế Mèn phiêu lưu ký', { isbn: '0-306-40615-2' }))
    expect(await found('9780306406157')).toEqual(['Dế Mèn phiêu lưu ký'])
    expect(await found('0306406152')).toEqual(['Dế Mèn phiêu lưu ký'])
  })

  it('takes quotes, operators and empty words for plain text', async () => {
    valueOf(await add('Truyện Kiều'))
    for (const text of ['"', 'kieu AND', 'NEAR(', '*', 'a" OR "b', "'; drop table title; --"]) {
      expect(codeOf(await cataloguer.client.catalogue.search({ text }))).toBe('ok')
    }
    expect(await found('"kiều"')).toEqual(['Truyện Kiều'])
  })

  it('pages through everything once, in Vietnamese alphabetical order', async () => {
    const titles = ['Em', 'Đất', 'Dế', 'Ăn', 'An', 'Ấm', 'Êm', 'Bé']
    for (const title of titles) valueOf(await add(title))
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page: { rows: { title: string }[]; next: string | null } = valueOf(
        await cataloguer.client.catalogue.search({ cursor, limit: 3 }),
      )
      seen.push(...page.rows.map((row) => row.title))
      cursor = page.next
    } while (cursor)
    expect(seen).toEqual(['An', 'Ăn', 'Ấm', 'Bé', 'Dế', 'Đất', 'Em', 'Êm'])
  })

  it.each(['Nguyen Van A', 'NaN', '-1', '{}', '', '["Nguyen Van A"]'])(
    'refuses %j as a place to go on from, with words and without',
    async (cursor) => {
      valueOf(await add('Truyện Kiều'))
      for (const text of ['', 'kieu']) {
        const reply = await cataloguer.client.catalogue.search({ text, cursor })
        expect(reply).toEqual({
          ok: false,
          error: { code: 'invalid_input', details: { issues: [{ path: 'cursor', code: 'custom' }] } },
        })
      }
    },
  )
})

describe('a title', () => {
  it('is stored NFC and without stray spaces', async () => {
    const title = valueOf(await add('  Tiếng  Việt '.normalize('NFD')))
    expect(title.title).toBe('Tiếng Việt'.normalize('NFC'))
  })

  it('is refused with a reason when a field is wrong', async () => {
    valueOf(await add('Một', { isbn: '9780306406157' }))
    expect(codeOf(await add('Hai', { isbn: '0306406152' }))).toBe('duplicate_isbn')
    expect(codeOf(await add('Ba', { isbn: '9780306406158' }))).toBe('isbn_invalid')
    expect(codeOf(await add('Bốn', { publishedYear: 2199 }))).toBe('year_in_future')
    expect(codeOf(await add('Năm', { language: 'xxx' }))).toBe('unknown_language')
    expect(codeOf(await add('Sáu', { addedOn: '2030-01-01' }))).toBe('added_in_future')
    expect(codeOf(await add('   '))).toBe('invalid_input')
  })

  it('is not overwritten by somebody who saw an older version', async () => {
    const { id, rev } = valueOf(await add('Bản đầu'))
    const update = (title: string) => cataloguer.client.catalogue.updateTitle({ id, rev, title })
    expect(valueOf(await update('Bản hai')).rev).toBe(rev + 1)
    expect(codeOf(await update('Bản ba'))).toBe('stale')
    expect(valueOf(await cataloguer.client.catalogue.title({ id })).title).toBe('Bản hai')
  })

  it('has no new version when nothing was changed', async () => {
    const title = valueOf(await add('Như cũ', { isbn: '0-306-40615-2' }))
    const { id, rev } = title
    const again = { id, rev, title: ' Như  cũ', isbn: '9780306406157' }
    expect(valueOf(await cataloguer.client.catalogue.updateTitle(again))).toEqual(title)
    expect(
      valueOf(await cataloguer.client.journal.ofRecord({ tableName: 'title', rowId: id })).rows,
    ).toHaveLength(1)
  })

  it('leaves search when removed and comes back when restored', async () => {
    const { id, rev } = valueOf(await add('Sông Hương'))
    const removed = valueOf(await cataloguer.client.catalogue.removeTitle({ id, rev }))
    expect(removed.removedOn).toBe('2026-11-10')
    expect(await found('huong')).toEqual([])
    valueOf(await cataloguer.client.catalogue.restoreTitle({ id, rev: removed.rev }))
    expect(await found('huong')).toEqual(['Sông Hương'])
  })

  it('has a history of who changed what', async () => {
    const { id, rev } = valueOf(await add('Trước'))
    valueOf(await cataloguer.client.catalogue.updateTitle({ id, rev, title: 'Sau' }))
    const { rows } = valueOf(await cataloguer.client.journal.ofRecord({ tableName: 'title', rowId: id }))
    expect(rows.map((row) => row.operation)).toEqual(['catalogue.updateTitle', 'catalogue.addTitle'])
    expect(rows[0]?.before).toMatchObject({ title: 'Trước' })
    expect(rows[0]?.after).toMatchObject({ title: 'Sau' })
    expect(rows[0]?.userName).toBe('Người cataloguer')
  })
})
