import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import { materialOf } from '../../shared/catalogue/marc-form.ts'
import { codeOf, openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'

let test: TestEngine
let cataloguer: Person
let started: string[]

beforeEach(async () => {
  test = await openTestEngine()
  cataloguer = await test.as('cataloguer')
  started = (await templates()).map(({ name }) => name)
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const record: MarcRecord = {
  leader: '00000nam a2200000 a 4500',
  fields: [
    {
      tag: '260',
      indicators: '  ',
      subfields: [
        ['a', 'Huế :'],
        ['b', 'Thuận Hóa'],
      ],
    },
    { tag: '912', indicators: '  ', subfields: [['a', 'Địa chí Huế']] },
  ],
}
const add = (name: string, more = {}) =>
  cataloguer.client.catalogue.addTemplate({ name, material: 'book', record, ...more })
const templates = async () => valueOf(await cataloguer.client.catalogue.templates({}))
const added = async () => (await templates()).filter(({ name }) => !started.includes(name))

describe('a template', () => {
  it('brings to a new title what the form does not show', async () => {
    const template = valueOf(await add('Địa chí'))
    const { id } = valueOf(
      await cataloguer.client.catalogue.addTitle({
        title: 'Huế xưa',
        place: 'Huế',
        publisher: 'Thuận Hóa',
        record: template.record,
      }),
    )
    const { fields } = valueOf(await cataloguer.client.catalogue.record({ id })).record
    expect(fields).toEqual(expect.arrayContaining(record.fields))
    expect(fields).toContainEqual(expect.objectContaining({ tag: '245' }))
  })

  it('is the default of its material alone', async () => {
    valueOf(await add('Một', { isDefault: true }))
    valueOf(await add('Bản đồ cổ', { isDefault: true, material: 'map' }))
    valueOf(await add('Hai', { isDefault: true }))
    expect((await added()).map(({ name, isDefault, rev }) => [name, isDefault, rev])).toEqual([
      ['Bản đồ cổ', true, 1],
      ['Hai', true, 1],
      ['Một', false, 2],
    ])
  })

  it('has a name of its own', async () => {
    const { id, rev } = valueOf(await add('Một'))
    valueOf(await add('Hai'))
    expect(codeOf(await add('Một'))).toBe('duplicate_name')
    const update = (name: string) =>
      cataloguer.client.catalogue.updateTemplate({ id, rev, name, material: 'book', record })
    expect(codeOf(await update('Hai'))).toBe('duplicate_name')
    expect(valueOf(await update('Một')).rev).toBe(2)
    expect(codeOf(await update('Một'))).toBe('stale')
  })

  it('may lack a title but nothing may be impossible in it', async () => {
    const field = { tag: '0!0', indicators: '  ', subfields: [['a', 'x']] as [string, string][] }
    const wrong = { ...record, fields: [...record.fields, field] }
    expect(await add('Sai', { record: wrong })).toMatchObject({
      error: { code: 'marc_invalid', details: { tag: '0!0', count: 1 } },
    })
    expect(await added()).toEqual([])
  })

  it('is gone once it is removed', async () => {
    const { id, rev } = valueOf(await add('Một'))
    valueOf(await cataloguer.client.catalogue.removeTemplate({ id, rev }))
    expect(await added()).toEqual([])
    expect(codeOf(await cataloguer.client.catalogue.removeTemplate({ id, rev }))).toBe('template_not_found')
  })
})

describe('a library that begins', () => {
  it('has a template for each common material, and none of them is used unasked', async () => {
    const all = await templates()
    expect(all.map(({ material }) => material).toSorted()).toEqual([
      'article',
      'book',
      'digital',
      'hannom',
      'map',
      'serial',
    ])
    for (const { record: begun, material, isDefault } of all) {
      expect(isDefault).toBe(false)
      expect(materialOf(begun)).toBe(material)
    }
  })

  it('gets from each of them a title that shows what was typed', async () => {
    for (const { record: begun, material } of await templates()) {
      const typed = { title: `Từ mẫu ${material}`, authors: 'Tô Hoài', publisher: 'Kim Đồng', material }
      const title = valueOf(await cataloguer.client.catalogue.addTitle({ ...typed, record: begun }))
      expect(title).toMatchObject(typed)
    }
  })
})
