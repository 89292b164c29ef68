import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TitleFields } from '../../shared/catalogue/contract.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { twinByTitle } from './duplicates.ts'

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

const add = async (title: string, more: object = {}) =>
  valueOf(await cataloguer.client.catalogue.addTitle({ title, ...more }))
const read = async (id: number) => valueOf(await cataloguer.client.catalogue.title({ id }))
const recordOf = async (id: number) => valueOf(await cataloguer.client.catalogue.record({ id })).record

describe('special classes', () => {
  const set = (titleIds: number[], setOn = '2026-01-02') =>
    cataloguer.client.catalogue.setClass({ titleIds, class: 'rare', evidence: 'QĐ 12/QĐ-TV', setOn })

  it('are set on many titles at once, and a second time on none', async () => {
    const ids = [(await add('Gia phả họ Lê')).id, (await add('Hoàng Lê nhất thống chí')).id]
    expect(valueOf(await set(ids)).titles).toBe(2)
    expect(valueOf(await set(ids)).titles).toBe(0)
    expect((await read(ids[0] ?? 0)).classes).toBe('rare')
    const found = valueOf(await cataloguer.client.catalogue.search({ filters: { classes: ['rare'] } }))
    expect(found.total.count).toBe(2)
  })

  it('end on a day and stay in the history', async () => {
    const { id } = await add('Gia phả họ Lê')
    valueOf(await set([id]))
    const [entry] = valueOf(await cataloguer.client.catalogue.classesOf({ titleId: id }))
    const end = (endedOn: string) => cataloguer.client.catalogue.endClass({ id: entry?.id ?? 0, endedOn })
    expect(codeOf(await end('2026-01-01'))).toBe('ended_before_set')
    expect(codeOf(await end('2027-01-01'))).toBe('ended_in_future')
    valueOf(await end('2026-11-01'))
    expect(codeOf(await end('2026-11-01'))).toBe('class_not_found')
    expect((await read(id)).classes).toBe('')
    valueOf(await set([id], '2026-11-05'))
    expect(
      valueOf(await cataloguer.client.catalogue.classesOf({ titleId: id })).map(({ endedOn }) => endedOn),
    ).toEqual([null, '2026-11-01'])
  })

  it('refuse a title that is not there, and none of the others are set', async () => {
    const { id } = await add('Gia phả họ Lê')
    expect(codeOf(await set([id, 404]))).toBe('title_not_found')
    expect((await read(id)).classes).toBe('')
  })
})

describe('a change made to many titles', () => {
  const edit = { kind: 'replace', field: 'publisher', find: 'NXB', replacement: 'Nhà xuất bản' } as const
  const all = { search: { text: '', filters: {}, sort: 'title' as const } }

  it('shows before what it will do, does it, and is taken back as a whole', async () => {
    const one = await add('Số đỏ', { publisher: 'NXB Văn học', note: 'Bản đẹp' })
    const two = await add('Tắt đèn', { publisher: 'Mai Lĩnh' })
    const preview = valueOf(await cataloguer.client.catalogue.previewEdit({ selection: all, edit }))
    expect(preview).toMatchObject({ count: 2, changed: 1, refused: 0 })
    expect(preview.rows).toEqual([
      { id: one.id, title: 'Số đỏ', before: 'NXB Văn học', after: 'Nhà xuất bản Văn học', problem: '' },
    ])
    const before = await recordOf(one.id)
    const job = await finishedJob(cataloguer, 'catalogue.editTitles', { selection: all, edit })
    expect(job.output).toEqual({ editId: 1, changed: 1, refused: 0 })
    expect((await read(one.id)).publisher).toBe('Nhà xuất bản Văn học')
    expect((await read(two.id)).rev).toBe(two.rev)
    const undo = await finishedJob(cataloguer, 'catalogue.undoEdit', { id: 1 })
    expect(undo.output).toEqual({ undone: 1, left: 0 })
    expect(await recordOf(one.id)).toEqual(before)
    expect((await finishedJob(cataloguer, 'catalogue.undoEdit', { id: 1 })).error?.code).toBe('edit_undone')
  })

  it('leaves a title as it is that was changed since', async () => {
    const one = await add('Số đỏ', { publisher: 'NXB Văn học' })
    await add('Giông tố', { publisher: 'NXB Trẻ' })
    await finishedJob(cataloguer, 'catalogue.editTitles', { selection: all, edit })
    const now = await read(one.id)
    valueOf(await cataloguer.client.catalogue.updateTitle({ ...now, note: 'Sửa sau' }))
    const undo = await finishedJob(cataloguer, 'catalogue.undoEdit', { id: 1 })
    expect(undo.output).toEqual({ undone: 1, left: 1 })
    expect(await read(one.id)).toMatchObject({ note: 'Sửa sau', publisher: 'Nhà xuất bản Văn học' })
  })

  it('refuses what would leave a title without a name, title by title', async () => {
    await add('Số đỏ')
    const selection = all
    const blank = { kind: 'set', field: 'title', value: '' } as const
    const preview = valueOf(await cataloguer.client.catalogue.previewEdit({ selection, edit: blank }))
    expect(preview).toMatchObject({ changed: 0, refused: 1, rows: [{ problem: 'edit_impossible' }] })
    const job = await finishedJob(cataloguer, 'catalogue.editTitles', { selection, edit: blank })
    expect(job.output).toEqual({ editId: null, changed: 0, refused: 1 })
    const title = { kind: 'remove_marc', tag: '245' } as const
    expect(codeOf(await cataloguer.client.catalogue.previewEdit({ selection, edit: title }))).toBe(
      'edit_impossible',
    )
  })

  it('covers many chunks, counts once, and comes out of a search whole', async () => {
    for (let number = 0; number < 230; number++) await add(`Sách số ${number}`, { publisher: 'NXB Trẻ' })
    const selection = { search: { text: 'sach', filters: {}, sort: 'relevance' as const } }
    const job = await finishedJob(cataloguer, 'catalogue.editTitles', { selection, edit })
    expect(job.output).toEqual({ editId: 1, changed: 230, refused: 0 })
    const [run] = valueOf(await cataloguer.client.catalogue.edits({})).rows
    expect(run).toMatchObject({ titles: 230, userName: 'Người cataloguer', undoneAt: null, edit })
    expect((await finishedJob(cataloguer, 'catalogue.undoEdit', { id: 1 })).output).toEqual({
      undone: 230,
      left: 0,
    })
  })
})

describe('merging', () => {
  async function pair() {
    const kept = await add('Số đỏ', { publisher: 'NXB Văn học' })
    const dropped = await add('Số Đỏ', {
      authors: 'Vũ Trọng Phụng',
      subjects: 'Tiểu thuyết',
      ddc: '895.9223',
    })
    const article = await add('Bàn về Số đỏ', { material: 'article', hostId: dropped.id })
    valueOf(
      await cataloguer.client.catalogue.setClass({
        titleIds: [dropped.id],
        class: 'rare',
        evidence: 'x',
        setOn: '2026-01-02',
      }),
    )
    return { kept: await read(kept.id), dropped: await read(dropped.id), article }
  }
  const version = ({ id, rev }: { id: number; rev: number }) => ({ id, rev })

  it('shows what differs, what is taken over and what moves', async () => {
    const { kept, dropped } = await pair()
    const preview = valueOf(
      await cataloguer.client.catalogue.previewMerge({ keepId: kept.id, dropIds: [dropped.id] }),
    )
    expect(preview.differing).toEqual(expect.arrayContaining(['title', 'authors', 'ddc']))
    expect(preview.takenOver.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['082', '100', '650']))
    expect(preview.moved).toEqual({ copies: 0, issues: 0, classes: 1, articles: 1 })
  })

  it('leaves one title with everything, and undoes into two as they were', async () => {
    const { kept, dropped, article } = await pair()
    const before = [await recordOf(kept.id), await recordOf(dropped.id)]
    const merged = valueOf(
      await cataloguer.client.catalogue.mergeTitles({ keep: version(kept), drop: [version(dropped)] }),
    )
    expect(merged).toMatchObject({
      title: 'Số đỏ',
      authors: 'Vũ Trọng Phụng',
      ddc: '895.9223',
      classes: 'rare',
    })
    expect(await read(dropped.id)).toMatchObject({
      removedOn: '2026-11-10',
      mergedIntoId: kept.id,
      classes: '',
    })
    expect((await read(article.id)).hostId).toBe(kept.id)
    expect(codeOf(await cataloguer.client.catalogue.restoreTitle(version(await read(dropped.id))))).toBe(
      'title_was_merged',
    )
    valueOf(await cataloguer.client.catalogue.undoMerge({ ids: [1] }))
    expect([await recordOf(kept.id), await recordOf(dropped.id)]).toEqual(before)
    expect(await read(dropped.id)).toMatchObject({ removedOn: null, mergedIntoId: null, classes: 'rare' })
    expect((await read(article.id)).hostId).toBe(dropped.id)
    expect(codeOf(await cataloguer.client.catalogue.undoMerge({ ids: [1] }))).toBe('merge_not_found')
  })

  it('is undone from the last backwards', async () => {
    const kept = await add('Số đỏ')
    const others = [await add('Số đỏ (trùng 1)'), await add('Số đỏ (trùng 2)')]
    const { mergeIds } = valueOf(
      await cataloguer.client.catalogue.mergeTitles({ keep: version(kept), drop: others.map(version) }),
    )
    expect(mergeIds).toEqual([1, 2])
    const merges = valueOf(await cataloguer.client.catalogue.merges({})).rows
    expect(merges.map(({ droppedTitle }) => droppedTitle)).toEqual(['Số đỏ (trùng 2)', 'Số đỏ (trùng 1)'])
    expect(codeOf(await cataloguer.client.catalogue.undoMerge({ ids: [1] }))).toBe('changed_since')
    const restored = valueOf(await cataloguer.client.catalogue.undoMerge({ ids: mergeIds }))
    expect(restored.map(({ title, removedOn }) => [title, removedOn])).toEqual([
      ['Số đỏ (trùng 2)', null],
      ['Số đỏ (trùng 1)', null],
    ])
  })

  it('does not merge a title into itself, nor one that somebody has just changed', async () => {
    const kept = await add('Số đỏ')
    const merge = (drop: { id: number; rev: number }) =>
      cataloguer.client.catalogue.mergeTitles({ keep: version(kept), drop: [drop] })
    expect(codeOf(await merge(version(kept)))).toBe('same_title')
    const other = await add('Số đỏ, bản khác')
    valueOf(await cataloguer.client.catalogue.updateTitle({ ...other, note: 'x' }))
    expect(codeOf(await merge(version(other)))).toBe('stale')
  })
})

describe('duplicates', () => {
  it('are titles of one ISBN, or of one title, year and publisher', async () => {
    const isbn = '9780306406157'
    await add('Vật lý 1', { isbn })
    await add('Vật lý 2', { isbn, isSameIsbnMeant: true })
    await add('Truyện Kiều', { publishedYear: 1990 })
    await add('TRUYỆN KIỀU', { publishedYear: 1990 })
    await add('Truyện Kiều', { publishedYear: 1991 })
    const found = async (by: 'isbn' | 'title') =>
      valueOf(await cataloguer.client.catalogue.duplicates({ by })).rows.map(({ titles }) =>
        titles.map(({ id }) => id),
      )
    expect(await found('isbn')).toEqual([[1, 2]])
    expect(await found('title')).toEqual([[3, 4]])
  })
})

describe('a twin of a new title', () => {
  const known = { title: 'Số đỏ', publisher: 'NXB Văn học', publishedYear: 1999 }
  const twinOf = async (input: object) => valueOf(await cataloguer.client.catalogue.twinOf(input))

  it('is what the list of duplicates would show beside it, or has its ISBN', async () => {
    const { id } = valueOf(await cataloguer.client.catalogue.addTitle(known))
    const found = { id, title: 'Số đỏ', copies: 0, by: 'title' }
    expect(await twinOf(known)).toEqual(found)
    expect(await twinOf({ ...known, title: 'SỐ  ĐỎ.' })).toEqual(found)
    for (const other of [{ publishedYear: 2005 }, { part: 'T.2' }, { publisher: '' }, { title: 'Số' }])
      expect(await twinOf({ ...known, ...other }), JSON.stringify(other)).toBeNull()
    expect(await twinOf({ title: '' })).toBeNull()
    const isbn = '9780306406157'
    const other = valueOf(await cataloguer.client.catalogue.addTitle({ title: 'Tên khác', isbn }))
    expect(await twinOf({ title: 'Gì đó', isbn: '0-306-40615-2' })).toMatchObject({
      id: other.id,
      by: 'isbn',
    })
  })

  it('is found along the index of titles', async () => {
    const query = twinByTitle(TitleFields.parse(known))
    const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(
      test.engine.connection.db,
    )
    const plan = rows.map(({ detail }) => detail).join('\n')
    expect(plan).toContain('SEARCH title USING INDEX titleByFoldedTitle')
    expect(plan).not.toMatch(/SCAN/)
  })
})

describe('serials', () => {
  const issue = (number: string, more: object = {}) => ({ number, publishedOn: '2026-03-01', ...more })

  it('take issues in a run, each once', async () => {
    const { id: titleId } = await add('Tạp chí Thư viện', { material: 'serial' })
    const issues = ['1', '2', '3'].map((number) => issue(number))
    valueOf(await cataloguer.client.catalogue.addIssues({ titleId, issues }))
    expect(codeOf(await cataloguer.client.catalogue.addIssues({ titleId, issues: [issue('2')] }))).toBe(
      'duplicate_issue',
    )
    expect(valueOf(await cataloguer.client.catalogue.issues({ titleId })).rows).toHaveLength(3)
    const book = await add('Số đỏ')
    expect(codeOf(await cataloguer.client.catalogue.addIssues({ titleId: book.id, issues }))).toBe(
      'not_a_serial',
    )
  })

  it('are subscribed to from a day, which does not come after the end', async () => {
    const { id: titleId } = await add('Báo Lâm Đồng', { material: 'serial' })
    const set = (startsOn: string, endsOn: string | null) =>
      cataloguer.client.catalogue.setSubscription({ titleId, startsOn, endsOn, frequency: 'daily' })
    expect(codeOf(await set('2026-02-01', '2026-01-01'))).toBe('ends_before_start')
    const { id, rev } = valueOf(await set('2026-01-01', null))
    valueOf(
      await cataloguer.client.catalogue.setSubscription({
        id,
        rev,
        titleId,
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
        frequency: 'daily',
      }),
    )
    expect(valueOf(await cataloguer.client.catalogue.subscriptions({ titleId }))).toMatchObject([
      { endsOn: '2026-12-31', rev: 2 },
    ])
  })
})

describe('links', () => {
  it('are checked on a day, where there is one', async () => {
    const { id: titleId } = await add('Cổng thông tin Lâm Đồng', {
      material: 'link',
      url: 'https://lamdong.example.vn',
    })
    const check = (id: number, checkedOn: string) =>
      cataloguer.client.catalogue.recordLinkCheck({ titleId: id, checkedOn, isWorking: true })
    valueOf(await check(titleId, '2026-11-09'))
    expect(codeOf(await check(titleId, '2026-12-09'))).toBe('checked_in_future')
    expect(codeOf(await check((await add('Số đỏ')).id, '2026-11-09'))).toBe('no_link')
    expect(valueOf(await cataloguer.client.catalogue.linkChecks({ titleId }))).toMatchObject([
      { isWorking: true },
    ])
  })
})

describe('a saved search', () => {
  it('is each person’s own, and replaced by its name', async () => {
    const director = await test.as('director')
    const save = (text: string) =>
      cataloguer.client.catalogue.saveSearch({ name: 'Địa chí', search: { text } })
    valueOf(await save('dia chi'))
    const saved = valueOf(await save('địa chí'))
    expect(valueOf(await cataloguer.client.catalogue.savedSearches({}))).toEqual([saved])
    expect(saved.search).toMatchObject({ text: 'địa chí', filters: { languages: [] } })
    expect(valueOf(await director.client.catalogue.savedSearches({}))).toEqual([])
    valueOf(await director.client.catalogue.forgetSearch({ id: saved.id }))
    expect(valueOf(await cataloguer.client.catalogue.savedSearches({}))).toHaveLength(1)
  })
})
