import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
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

const add = async (title: string, more = {}) =>
  valueOf(await cataloguer.client.catalogue.addTitle({ title, ...more }))
const titleOf = async (id: number) => valueOf(await cataloguer.client.catalogue.title({ id }))
const recordOf = async (id: number) => valueOf(await cataloguer.client.catalogue.record({ id })).record
const list = async (text = '', more = {}) =>
  valueOf(await cataloguer.client.catalogue.searchAuthorities({ text, ...more })).rows
const headings = async (text = '', more = {}) => (await list(text, more)).map((row) => row.heading)
async function authority(heading: string) {
  const row = (await list(heading)).find((each) => each.heading === heading)
  if (!row) throw new Error(`no authority ${heading}`)
  return valueOf(await cataloguer.client.catalogue.authority({ id: row.id }))
}

describe('a heading in a record', () => {
  it('is an authority by itself, of its kind, with the titles that carry it', async () => {
    await add('Dế Mèn', {
      authors: 'Tô Hoài',
      publisher: 'Kim Đồng',
      subjects: 'Thiếu nhi',
      series: 'Tủ sách Vàng',
    })
    await add('Chuyện cũ Hà Nội', { authors: 'Tô Hoài', organisations: 'Hội Nhà văn Hà Nội' })
    const rows = await list()
    expect(rows.map(({ kind, heading, titles }) => [kind, heading, titles])).toEqual([
      ['organisation', 'Hội Nhà văn Hà Nội', 1],
      ['publisher', 'Kim Đồng', 1],
      ['subject', 'Thiếu nhi', 1],
      ['person', 'Tô Hoài', 2],
      ['series', 'Tủ sách Vàng', 1],
    ])
  })

  it('that was a slip of the finger leaves no trace once it is corrected', async () => {
    const { id, rev } = await add('Dế Mèn', { authors: 'Tô Hoaì; Tạ Thúc Bình' })
    const before = await authority('Tạ Thúc Bình')
    const input = { id, rev, title: 'Dế Mèn', authors: 'Tô Hoài; Tạ Thúc Bình' }
    valueOf(await cataloguer.client.catalogue.updateTitle(input))
    expect(await headings()).toEqual(['Tạ Thúc Bình', 'Tô Hoài'])
    expect(await authority('Tạ Thúc Bình')).toEqual(before)
  })

  it('that somebody has worked on stays when the last title lets it go', async () => {
    const { id, rev } = await add('Dế Mèn', { authors: 'Tô Hoài' })
    const { titles: _, ...fields } = await authority('Tô Hoài')
    valueOf(await cataloguer.client.catalogue.updateAuthority({ ...fields, seeFrom: ['Nguyễn Sen'] }))
    valueOf(await cataloguer.client.catalogue.updateTitle({ id, rev, title: 'Dế Mèn' }))
    expect(await authority('Tô Hoài')).toMatchObject({ titles: 0, seeFrom: ['Nguyễn Sen'] })
  })

  it('is carried by titles in stock only', async () => {
    const { id, rev } = await add('Dế Mèn', { authors: 'Tô Hoài' })
    await add('Chuyện cũ', { authors: 'Tô Hoài' })
    const removed = valueOf(await cataloguer.client.catalogue.removeTitle({ id, rev }))
    expect((await authority('Tô Hoài')).titles).toBe(1)
    valueOf(await cataloguer.client.catalogue.restoreTitle({ id, rev: removed.rev }))
    expect((await authority('Tô Hoài')).titles).toBe(2)
  })

  it('that is a see-from form stays as typed and belongs to the preferred heading', async () => {
    const fields = { kind: 'person' as const, heading: 'Tô Hoài', seeFrom: ['Nguyễn Sen'] }
    valueOf(await cataloguer.client.catalogue.addAuthority(fields))
    const { id } = await add('Dế Mèn', { authors: 'Nguyễn Sen' })
    expect((await titleOf(id)).authors).toBe('Nguyễn Sen')
    expect(await headings()).toEqual(['Tô Hoài'])
    expect((await authority('Tô Hoài')).titles).toBe(1)
  })

  it('that leads to two is an authority of its own', async () => {
    for (const heading of ['Nguyễn Văn A (nhà văn)', 'Nguyễn Văn A (nhạc sĩ)']) {
      const fields = { kind: 'person' as const, heading, seeFrom: ['Văn A'] }
      valueOf(await cataloguer.client.catalogue.addAuthority(fields))
    }
    await add('Bài ca', { authors: 'Văn A' })
    expect((await authority('Văn A')).titles).toBe(1)
  })
})

describe('a changed heading', () => {
  const role: MarcRecord = {
    leader: '00000nam a2200000 a 4500',
    fields: [
      {
        tag: '100',
        indicators: '0 ',
        subfields: [
          ['a', 'To Hoai,'],
          ['e', 'tác giả'],
        ],
      },
      {
        tag: '245',
        indicators: '10',
        subfields: [
          ['a', 'Dế Mèn /'],
          ['c', 'To Hoai'],
        ],
      },
      { tag: '600', indicators: '04', subfields: [['a', 'To Hoai']] },
      { tag: '912', indicators: '  ', subfields: [['a', 'To Hoai']] },
    ],
  }

  it('is changed in every record that carries it, and nothing else there is', async () => {
    const { id } = await add('Dế Mèn', {
      responsibility: 'To Hoai',
      authors: 'To Hoai',
      subjects: 'To Hoai',
      record: role,
    })
    const other = await add('Của người khác', { authors: 'To Hoa' })
    const { titles: _, ...fields } = await authority('To Hoai')
    const person = (await list('to hoai', { kind: 'person' })).find((row) => row.heading === 'To Hoai')
    const renamed = valueOf(
      await cataloguer.client.catalogue.updateAuthority({
        ...fields,
        kind: 'person',
        id: person?.id ?? 0,
        rev: 1,
        heading: 'Tô Hoài',
        seeFrom: ['To Hoai', 'Tô Hoài'],
      }),
    )
    expect(renamed).toMatchObject({ heading: 'Tô Hoài', titles: 1, rev: 2, seeFrom: ['To Hoai'] })
    expect(await titleOf(id)).toMatchObject({
      authors: 'Tô Hoài',
      responsibility: 'To Hoai',
      subjects: 'To Hoai',
      rev: 2,
    })
    const { fields: after } = await recordOf(id)
    expect(after.slice(1)).toEqual(role.fields.slice(1))
    expect(JSON.stringify(after[0])).toContain('tác giả')
    expect((await titleOf(other.id)).rev).toBe(1)
  })

  it('is found under both forms', async () => {
    const fields = { kind: 'person' as const, heading: 'Tô Hoài', seeFrom: ['Nguyễn Sen'] }
    valueOf(await cataloguer.client.catalogue.addAuthority(fields))
    expect(await list('nguyen s')).toMatchObject([{ heading: 'Tô Hoài', through: 'Nguyễn Sen' }])
    expect(await list('to h')).toMatchObject([{ heading: 'Tô Hoài', through: '' }])
    expect(await list('hoài')).toMatchObject([{ heading: 'Tô Hoài', through: '' }])
  })

  it('is refused where it is, or leads to, another heading', async () => {
    const person = (heading: string, ...seeFrom: string[]) =>
      cataloguer.client.catalogue.addAuthority({ kind: 'person', heading, seeFrom })
    valueOf(await person('Tô Hoài', 'Nguyễn Sen'))
    expect(codeOf(await person('Tô Hoài'))).toBe('duplicate_heading')
    expect(await person('Nguyễn Sen')).toMatchObject({
      error: { code: 'duplicate_heading', details: { heading: 'Tô Hoài', form: 'Nguyễn Sen' } },
    })
    expect(codeOf(await person('Người khác', 'Tô Hoài'))).toBe('duplicate_heading')
    const subject = { kind: 'subject' as const, heading: 'Tô Hoài' }
    expect(codeOf(await cataloguer.client.catalogue.addAuthority(subject))).toBe('ok')
  })

  it('stays of its kind', async () => {
    await add('Dế Mèn', { authors: 'Tô Hoài' })
    const { titles: _, ...fields } = await authority('Tô Hoài')
    const reply = await cataloguer.client.catalogue.updateAuthority({ ...fields, kind: 'subject' })
    expect(codeOf(reply)).toBe('invalid_input')
  })
})

describe('merging', () => {
  it('puts the kept heading for the dropped one and leads from whatever led there', async () => {
    const kept = await add('Một', { authors: 'Hồ Chí Minh' })
    const dropped = await add('Hai', { authors: 'Nguyễn Ái Quốc; Trường Chinh', note: 'Giữ nguyên' })
    const form = await add('Ba', { authors: 'Nguyễn Tất Thành' })
    const minh = await authority('Hồ Chí Minh')
    const { titles: _, ...quoc } = await authority('Nguyễn Ái Quốc')
    const thanh = await authority('Nguyễn Tất Thành')
    valueOf(await cataloguer.client.catalogue.updateAuthority({ ...quoc, seeFrom: ['Lý Thụy'] }))
    const merged = valueOf(
      await cataloguer.client.catalogue.mergeAuthorities({ keepId: minh.id, dropIds: [quoc.id, thanh.id] }),
    )
    expect(merged).toMatchObject({
      titles: 3,
      seeFrom: expect.arrayContaining(['Nguyễn Ái Quốc', 'Lý Thụy', 'Nguyễn Tất Thành']) as string[],
    })
    expect(await titleOf(dropped.id)).toMatchObject({
      authors: 'Hồ Chí Minh; Trường Chinh',
      note: 'Giữ nguyên',
    })
    expect((await titleOf(form.id)).authors).toBe('Hồ Chí Minh')
    expect((await titleOf(kept.id)).rev).toBe(1)
    expect(valueOf(await cataloguer.client.catalogue.authority({ id: quoc.id })).mergedIntoId).toBe(minh.id)
    expect(await headings('ly thuy')).toEqual(['Hồ Chí Minh'])
    expect(await headings()).toEqual(['Hồ Chí Minh', 'Trường Chinh'])
  })

  it('is refused between kinds, with itself, and with what was merged before', async () => {
    await add('Một', { authors: 'Kim Lân; Nguyễn Văn Tài', subjects: 'Kim Lân' })
    const [person, subject] = (await list('kim lan')).toSorted((a, b) => a.kind.localeCompare(b.kind))
    const tai = await authority('Nguyễn Văn Tài')
    const merge = (keepId = 0, dropId = 0) =>
      cataloguer.client.catalogue.mergeAuthorities({ keepId, dropIds: [dropId] })
    expect(codeOf(await merge(person?.id, subject?.id))).toBe('kinds_differ')
    expect(codeOf(await merge(person?.id, person?.id))).toBe('same_authority')
    valueOf(await merge(person?.id, tai.id))
    expect(codeOf(await merge(person?.id, tai.id))).toBe('authority_not_found')
  })

  it('is not done in one go where too many records would change', async () => {
    await add('Một', { authors: 'Nhiều người' })
    await add('Hai', { authors: 'Ít người' })
    const [many, few] = [await authority('Nhiều người'), await authority('Ít người')]
    const { raw } = test.engine.connection
    raw.exec('drop trigger title_journal_insert')
    raw.exec(`with recursive n(i) as (values (1) union all select i + 1 from n where i < 200)
      insert into title (title, subtitle, responsibility, publisher, isbn, language, ddc, note, addedOn, createdAt, updatedAt, sortKey, foldedTitle)
      select 'x', '', '', '', '', 'vie', '', '', '2026-01-01', '', '', 'x', 'x' from n`)
    raw
      .prepare('insert into titleAuthority (titleId, authorityId) select id, ? from title where id > 2')
      .run(many.id)
    const merge = { keepId: few.id, dropIds: [many.id] }
    expect(await cataloguer.client.catalogue.mergeAuthorities(merge)).toMatchObject({
      error: { code: 'heading_widely_used', details: { heading: 'Nhiều người', titles: 201, limit: 200 } },
    })
    const { titles: _, ...fields } = many
    const rename = { ...fields, heading: 'Tên khác' }
    expect(codeOf(await cataloguer.client.catalogue.updateAuthority(rename))).toBe('heading_widely_used')
    expect(codeOf(await cataloguer.client.catalogue.updateAuthority({ ...fields, note: 'Ghi chú' }))).toBe(
      'ok',
    )
  })
})

describe('the list of headings', () => {
  it('goes on where a page ended, in Vietnamese order and while typing', async () => {
    const names = ['Đào Duy Anh', 'Dương Quảng Hàm', 'Ân Thọ', 'An Khê', 'Đặng Thai Mai', 'Du Tử Lê']
    for (const name of names) await add(`Sách của ${name}`, { authors: name })
    async function all(text: string) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: { rows: { heading: string }[]; next: string | null } = valueOf(
          await cataloguer.client.catalogue.searchAuthorities({ text, cursor, limit: 2 }),
        )
        seen.push(...page.rows.map((row) => row.heading))
        cursor = page.next
      } while (cursor)
      return seen
    }
    expect(await all('')).toEqual([
      'An Khê',
      'Ân Thọ',
      'Du Tử Lê',
      'Dương Quảng Hàm',
      'Đào Duy Anh',
      'Đặng Thai Mai',
    ])
    const typed = await all('d')
    expect(typed).toHaveLength(4)
    expect(new Set(typed).size).toBe(4)
    expect(await all('%')).toHaveLength(6)
  })

  it.each(['Nguyen', '-1', '{}'])('refuses %j as a place to go on from', async (cursor) => {
    for (const text of ['', 'a']) {
      const reply = await cataloguer.client.catalogue.searchAuthorities({ text, cursor })
      expect(codeOf(reply)).toBe('invalid_input')
    }
  })

  it('lets go of one that no title carries', async () => {
    const { id, rev } = valueOf(
      await cataloguer.client.catalogue.addAuthority({
        kind: 'series',
        heading: 'Tủ sách cũ',
        seeFrom: ['TSC'],
      }),
    )
    const title = await add('Một', { series: 'Tủ sách cũ' })
    const remove = () => cataloguer.client.catalogue.removeAuthority({ id, rev })
    expect(await remove()).toMatchObject({ error: { code: 'authority_in_use', details: { titles: 1 } } })
    valueOf(await cataloguer.client.catalogue.updateTitle({ id: title.id, rev: 1, title: 'Một' }))
    expect(codeOf(await remove())).toBe('ok')
    expect(await headings()).toEqual([])
  })
})
