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

type Fields = MarcRecord['fields']
const data = (tag: string, indicators: string, ...subfields: [string, string][]) => ({
  tag,
  indicators,
  subfields,
})

/** A record as other systems write them: ISBD marks, roles, a second 245, a local field, an empty subfield; entered today. */
const odd: MarcRecord = {
  leader: '01234cam a22003134a 4500',
  fields: [
    { tag: '001', value: 'vtls000012345' },
    { tag: '008', value: '261110s1941    vm ||||g |||| 000 0 vie d' },
    data('020', '  ', ['a', '0-306-40615-2 (bìa cứng) :'], ['c', '45.000 đ']),
    data('100', '0 ', ['a', 'Tô Hoài,'], ['d', '1920-2014'], ['e', 'tác giả.']),
    data(
      '245',
      '10',
      ['a', 'Dế Mèn phiêu lưu ký :'],
      ['b', 'truyện dài /'],
      ['c', 'Tô Hoài ; Tạ Thúc Bình vẽ.'],
    ),
    data('245', '10', ['a', 'Nhan đề thứ hai']),
    data('260', '  ', ['a', 'Hà Nội :'], ['b', 'Tân Dân,'], ['c', '1941.']),
    data('650', ' 4', ['a', 'Văn học thiếu nhi'], ['z', 'Việt Nam'], ['2', 'btkkhcn']),
    data('700', '0 ', ['a', 'Tạ Thúc Bình'], ['e', 'vẽ'], ['4', 'ill']),
    data('912', '  ', ['a', ''], ['x', '  giữ nguyên  ']),
  ],
}

const recordOf = async (id: number) => valueOf(await cataloguer.client.catalogue.record({ id })).record
async function addOdd() {
  const reply = await cataloguer.client.catalogue.addTitle({
    ...shown,
    record: odd,
  })
  return valueOf(reply)
}

/** The boxes as the odd record fills them. */
const shown = {
  title: 'Dế Mèn phiêu lưu ký',
  subtitle: 'truyện dài',
  responsibility: 'Tô Hoài ; Tạ Thúc Bình vẽ',
  authors: 'Tô Hoài, 1920-2014; Tạ Thúc Bình',
  place: 'Hà Nội',
  publisher: 'Tân Dân',
  publishedYear: 1941,
  isbn: '9780306406157',
  subjects: 'Văn học thiếu nhi -- Việt Nam',
}

const without = (fields: Fields, tag: string) => fields.filter((field) => field.tag !== tag)

describe('the form', () => {
  it('shows what the record says', async () => {
    const title = await addOdd()
    expect(title).toMatchObject({ ...shown, language: 'vie' })
  })

  it('brings a record into stock as it is when it changes nothing', async () => {
    const { id, rev: _, ...title } = await addOdd()
    expect(await recordOf(id)).toEqual(odd)
    expect(title.isbn).toBe('9780306406157')
  })

  it('changes the field of the box that was changed, and no other byte', async () => {
    const title = await addOdd()
    const { id, rev } = title
    const input = { ...shown, authors: title.authors, id, rev, subtitle: 'truyện đồng thoại' }
    valueOf(await cataloguer.client.catalogue.updateTitle(input))
    const { leader, fields } = await recordOf(id)
    expect(leader).toBe(odd.leader)
    expect(fields.map(({ tag }) => tag)).toEqual(odd.fields.map(({ tag }) => tag))
    expect(without(fields, '245')).toEqual(without(odd.fields, '245'))
    expect(fields[4]).toEqual(
      data(
        '245',
        '10',
        ['a', 'Dế Mèn phiêu lưu ký :'],
        ['b', 'truyện đồng thoại /'],
        ['c', 'Tô Hoài ; Tạ Thúc Bình vẽ.'],
      ),
    )
    expect(fields[5]).toEqual(odd.fields[5])
  })

  it('keeps the role and the dates of an author when another author goes', async () => {
    const title = await addOdd()
    const { id, rev } = title
    const [first = ''] = title.authors.split('; ')
    valueOf(await cataloguer.client.catalogue.updateTitle({ ...shown, id, rev, authors: first }))
    const { fields } = await recordOf(id)
    expect(fields.filter(({ tag }) => tag === '100' || tag === '700')).toEqual([odd.fields[3]])
  })

  it('sets the leader’s two places when the material changes', async () => {
    const title = await addOdd()
    const { id, rev, authors } = title
    valueOf(await cataloguer.client.catalogue.updateTitle({ ...shown, authors, id, rev, material: 'map' }))
    const record = await recordOf(id)
    expect(record.leader).toBe('01234cem a22003134a 4500')
    expect(record.fields).toEqual(odd.fields)
  })

  it('refuses to write back a note of which it shows only the beginning', async () => {
    const long = 'Ghi chú dài. '.repeat(7600).trim()
    const { id, rev } = valueOf(await cataloguer.client.catalogue.addTitle({ title: 'Dài' }))
    const record = { ...(await recordOf(id)) }
    record.fields = [...record.fields, data('500', '  ', ['a', long])]
    const saved = valueOf(await cataloguer.client.catalogue.saveRecord({ id, rev, record }))
    expect(saved.note.length).toBeLessThanOrEqual(20_000)
    const input = { id, rev: saved.rev, title: 'Dài', note: saved.note }
    expect(valueOf(await cataloguer.client.catalogue.updateTitle({ ...input, subtitle: 'thêm' })).rev).toBe(3)
    expect(await cataloguer.client.catalogue.updateTitle({ ...input, rev: 3, note: 'Ngắn' })).toMatchObject({
      error: { code: 'invalid_input', details: { issues: [{ path: 'note', code: 'longer_than_shown' }] } },
    })
    expect(JSON.stringify(await recordOf(id))).toContain(long)
  })

  it('keeps emoji, other scripts and line breaks', async () => {
    const text = { title: '南國山河 😀', note: 'Dòng một\nDòng hai', keywords: 'Nôm 𡨸喃' }
    const { id } = valueOf(await cataloguer.client.catalogue.addTitle(text))
    expect(valueOf(await cataloguer.client.catalogue.title({ id }))).toMatchObject(text)
  })
})

describe('the whole record', () => {
  it('is saved byte for byte and read off into the form', async () => {
    const { id, rev } = valueOf(await cataloguer.client.catalogue.addTitle({ title: 'Tạm' }))
    const saved = valueOf(await cataloguer.client.catalogue.saveRecord({ id, rev, record: odd }))
    expect(saved).toMatchObject({ rev: 2, title: shown.title, publisher: 'Tân Dân', publishedYear: 1941 })
    expect(await recordOf(id)).toEqual(odd)
    const { rows } = valueOf(await cataloguer.client.catalogue.search({ text: 'de men' }))
    expect(rows.map((row) => row.id)).toEqual([id])
  })

  it('has no new version when nothing was changed', async () => {
    const { id, rev } = await addOdd()
    expect(valueOf(await cataloguer.client.catalogue.saveRecord({ id, rev, record: odd })).rev).toBe(rev)
  })

  it('is not overwritten by somebody who saw an older version', async () => {
    const { id, rev } = await addOdd()
    const record = { ...odd, fields: without(odd.fields, '912') }
    valueOf(await cataloguer.client.catalogue.saveRecord({ id, rev, record }))
    expect(await cataloguer.client.catalogue.saveRecord({ id, rev, record: odd })).toMatchObject({
      error: { code: 'stale', details: { rev: 2 } },
    })
  })

  it('is refused with the place of the fault when a tag, an indicator or a code is impossible', async () => {
    const { id, rev } = await addOdd()
    const wrong: [MarcRecord['fields'][number], string][] = [
      [data('9-9', '  ', ['a', 'x']), 'tag_impossible'],
      [data('500', '! ', ['a', 'x']), 'indicator_impossible'],
      [data('500', '  ', ['$', 'x']), 'subfield_impossible'],
    ]
    for (const [field, code] of wrong) {
      const record = { ...odd, fields: [...odd.fields, field] }
      expect(await cataloguer.client.catalogue.saveRecord({ id, rev, record }), code).toMatchObject({
        error: {
          code: 'marc_invalid',
          details: { tag: field.tag, problems: [{ code, at: odd.fields.length }] },
        },
      })
    }
    const nameless = { ...odd, fields: without(odd.fields, '245') }
    expect(codeOf(await cataloguer.client.catalogue.saveRecord({ id, rev, record: nameless }))).toBe(
      'marc_invalid',
    )
    expect(await recordOf(id)).toEqual(odd)
  })

  it('tells its problems but is saved with what is only unusual', async () => {
    const { id, rev } = await addOdd()
    const record = { ...odd, fields: [...odd.fields, data('041', '0 ', ['a', 'zzz'])] }
    valueOf(await cataloguer.client.catalogue.saveRecord({ id, rev, record }))
    const { problems } = valueOf(await cataloguer.client.catalogue.record({ id }))
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'language_unknown', severity: 'warning' }),
    )
    expect(valueOf(await cataloguer.client.catalogue.title({ id })).language).toBe('zzz')
  })

  it('asks before it takes another title’s ISBN', async () => {
    valueOf(await cataloguer.client.catalogue.addTitle({ title: 'Bản trước', isbn: '9780306406157' }))
    const { id, rev } = valueOf(await cataloguer.client.catalogue.addTitle({ title: 'Tạm' }))
    const save = (isSameIsbnMeant: boolean) =>
      cataloguer.client.catalogue.saveRecord({ id, rev, record: odd, isSameIsbnMeant })
    expect(codeOf(await save(false))).toBe('duplicate_isbn')
    expect(codeOf(await save(true))).toBe('ok')
  })

  it('says what material it is once its leader says another', async () => {
    const { id, rev } = await addOdd()
    const record = { ...odd, leader: '01234cem a22003134a 4500' }
    expect(valueOf(await cataloguer.client.catalogue.saveRecord({ id, rev, record })).material).toBe('map')
  })
})
