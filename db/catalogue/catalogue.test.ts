import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'

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

const isbn = '9780306406157'
const add = (title: string, more = {}) => cataloguer.client.catalogue.addTitle({ title, ...more })
const update = (input: Parameters<typeof cataloguer.client.catalogue.updateTitle>[0]) =>
  cataloguer.client.catalogue.updateTitle(input)
const found = async (text: string) =>
  valueOf(await cataloguer.client.catalogue.search({ text })).rows.map((row) => row.title)
const history = async (rowId: number, tableName: 'title' | 'marcRecord' = 'title') =>
  valueOf(await cataloguer.client.journal.ofRecord({ of: [{ tableName, rowId }] })).rows

describe('a title', () => {
  it('is stored NFC and without stray spaces', async () => {
    const title = valueOf(await add('  Tiếng  Việt '.normalize('NFD')))
    expect(title.title).toBe('Tiếng Việt'.normalize('NFC'))
  })

  it('is refused with a reason when a field is wrong', async () => {
    valueOf(await add('Một', { isbn }))
    expect(await add('Hai', { isbn: '0306406152' })).toMatchObject({
      error: { code: 'duplicate_isbn', details: { title: 'Một', isbn } },
    })
    expect(codeOf(await add('Ba', { isbn: '9780306406158' }))).toBe('isbn_invalid')
    expect(codeOf(await add('Ba', { issn: '1859-3101' }))).toBe('issn_invalid')
    expect(codeOf(await add('Bốn', { publishedYear: 2199 }))).toBe('year_in_future')
    expect(codeOf(await add('Năm', { language: 'xxx' }))).toBe('unknown_language')
    expect(codeOf(await add('Sáu', { addedOn: '2030-01-01' }))).toBe('added_in_future')
    expect(codeOf(await add('   '))).toBe('invalid_input')
    expect(await found('')).toEqual(['Một'])
  })

  it('is not overwritten by somebody who saw an older version', async () => {
    const { id, rev } = valueOf(await add('Bản đầu'))
    expect(valueOf(await update({ id, rev, title: 'Bản hai' })).rev).toBe(rev + 1)
    expect(codeOf(await update({ id, rev, title: 'Bản ba' }))).toBe('stale')
    expect(valueOf(await cataloguer.client.catalogue.title({ id })).title).toBe('Bản hai')
  })

  it('has no new version when nothing was changed', async () => {
    const title = valueOf(await add('Như cũ', { isbn: '0-306-40615-2' }))
    const { id, rev } = title
    expect(valueOf(await update({ id, rev, title: ' Như  cũ', isbn }))).toEqual(title)
    expect(await history(id)).toHaveLength(1)
  })

  it('leaves search when removed and comes back when restored', async () => {
    const { id, rev } = valueOf(await add('Sông Hương'))
    const removed = valueOf(await cataloguer.client.catalogue.removeTitle({ id, rev }))
    expect(removed.removedOn).toBe('2026-11-10')
    expect(await found('huong')).toEqual([])
    valueOf(await cataloguer.client.catalogue.restoreTitle({ id, rev: removed.rev }))
    expect(await found('huong')).toEqual(['Sông Hương'])
  })

  it('has a history of who changed what, in its form and in its record', async () => {
    const { id, rev } = valueOf(await add('Trước'))
    valueOf(await update({ id, rev, title: 'Sau' }))
    const rows = await history(id)
    expect(rows.map((row) => row.operation)).toEqual(['catalogue.updateTitle', 'catalogue.addTitle'])
    expect(rows[0]?.before).toMatchObject({ title: 'Trước' })
    expect(rows[0]?.after).toMatchObject({ title: 'Sau' })
    expect(rows[0]?.userName).toBe('Người cataloguer')
    const [changed] = await history(id, 'marcRecord')
    expect(JSON.stringify(changed?.before)).toContain('Trước')
    expect(JSON.stringify(changed?.after)).toContain('Sau')
  })
})

describe('an ISBN', () => {
  const other = '9786041234567'

  it('may be one of several in a box, and each finds the title', async () => {
    const { id } = valueOf(await add('Trọn bộ', { isbn: `0-306-40615-2; ${other}` }))
    expect(valueOf(await cataloguer.client.catalogue.title({ id })).isbn).toBe(`${isbn}; ${other}`)
    expect(codeOf(await add('Trùng số thứ hai', { isbn: other }))).toBe('duplicate_isbn')
  })

  it('is shared by volumes when the cataloguer means it, and then no save asks again', async () => {
    valueOf(await add('Tập 1', { isbn }))
    const { id, rev } = valueOf(await add('Tập 2', { isbn, isSameIsbnMeant: true }))
    expect(valueOf(await update({ id, rev, title: 'Tập hai', isbn })).title).toBe('Tập hai')
  })

  it('is free again once its title is out of stock', async () => {
    const { id, rev } = valueOf(await add('Cũ', { isbn }))
    valueOf(await cataloguer.client.catalogue.removeTitle({ id, rev }))
    expect(codeOf(await add('Mới', { isbn }))).toBe('ok')
  })

  it('that came wrong in a record stays as it was typed and hinders no other change', async () => {
    const { id, rev } = valueOf(await add('Sách cũ'))
    const { record } = valueOf(await cataloguer.client.catalogue.record({ id }))
    const wrong = {
      tag: '020',
      indicators: '  ',
      subfields: [['a', '978-604-1-00000-0']] as [string, string][],
    }
    const saved = valueOf(
      await cataloguer.client.catalogue.saveRecord({ id, rev, record: withField(record, wrong) }),
    )
    expect(saved.isbn).toBe('978-604-1-00000-0')
    const { material, ...form } = formOf(saved)
    expect(valueOf(await update({ id, rev: saved.rev, ...form, material, note: 'Bìa mềm' })).note).toBe(
      'Bìa mềm',
    )
    expect(codeOf(await update({ id, rev: saved.rev + 1, ...form, isbn: '978-604-1-00000-2' }))).toBe(
      'isbn_invalid',
    )
  })
})

describe('what may stand in a title', () => {
  it('is an article in a journal or book that is there, never in an article or in itself', async () => {
    const journal = valueOf(await add('Tạp chí Sông Hương', { material: 'serial' }))
    const article = valueOf(await add('Huế xưa', { material: 'article', hostId: journal.id }))
    expect(article.hostId).toBe(journal.id)
    expect(codeOf(await add('Trong bài', { material: 'article', hostId: article.id }))).toBe('host_not_found')
    expect(codeOf(await add('Lạc', { material: 'article', hostId: 404 }))).toBe('host_not_found')
    const self = { id: journal.id, rev: journal.rev, title: journal.title, material: 'serial' as const }
    expect(codeOf(await update({ ...self, hostId: journal.id }))).toBe('host_not_found')
  })

  it('keeps its host in stock', async () => {
    const host = valueOf(await add('Tạp chí', { material: 'serial' }))
    const article = valueOf(await add('Bài', { material: 'article', hostId: host.id }))
    const remove = () => cataloguer.client.catalogue.removeTitle({ id: host.id, rev: host.rev })
    expect(await remove()).toMatchObject({ error: { code: 'title_has_articles', details: { articles: 1 } } })
    valueOf(await cataloguer.client.catalogue.removeTitle({ id: article.id, rev: article.rev }))
    expect(codeOf(await remove())).toBe('ok')
  })
})

function withField(record: MarcRecord, field: MarcRecord['fields'][number]): MarcRecord {
  return { ...record, fields: [...record.fields, field] }
}

/** The boxes of the form as they stand filled with a title. */
function formOf(title: object) {
  const beside = ['id', 'rev', 'classes', 'mergedIntoId', 'addedOn', 'removedOn', 'createdAt', 'updatedAt']
  const kept = Object.entries(title).filter(([name]) => !beside.includes(name))
  return Object.fromEntries(kept) as { title: string; material: 'book' }
}
