import { expect, test } from 'vitest'
import { actsOf } from './record-acts.ts'

type Row = Parameters<typeof actsOf>[0][number]

const marc = (text: string) =>
  JSON.stringify({
    leader: '00000nam a2200000 a 4500',
    fields: [{ tag: '245', indicators: '00', subfields: [['a', text]] }],
  })
function rows(operation: string, commandId = 7): Row[] {
  const act = {
    commandId,
    operation,
    at: '2026-11-21T00:00:00Z',
    userName: 'Lan',
    rowId: 1,
    action: 'update',
  } as const
  return [
    {
      ...act,
      id: commandId * 2,
      tableName: 'marcRecord',
      before: { marc: marc('Kiều') },
      after: { marc: marc('Truyện Kiều') },
    },
    {
      ...act,
      id: commandId * 2 - 1,
      tableName: 'title',
      before: { title: 'Kiều', material: 'book' },
      after: { title: 'Truyện Kiều', material: 'map' },
    },
  ]
}
const told = (of: Row[]) =>
  actsOf(of).map((act) => act.rows.flatMap(({ changes }) => changes.map(({ column }) => column)))

test('a change of the MARC record is told in its fields, with the columns that no field holds', () => {
  expect(told(rows('catalogue.saveRecord'))).toEqual([['marc', 'material']])
})

test('a change made in the form is told in the boxes of the form', () => {
  expect(told(rows('catalogue.updateTitle'))).toEqual([['material', 'title']])
})

test('rows of one act stand together, also where a page of rows ends between them', () => {
  const acts = actsOf([...rows('catalogue.saveRecord', 9), ...rows('catalogue.updateTitle', 4)])
  expect(acts.map(({ commandId }) => commandId)).toEqual([9, 4])
})

test('an act that changed only what serves the program is told by its name alone', () => {
  const [, title] = rows('catalogue.setClass')
  expect(title && actsOf([{ ...title, after: title.before }])).toMatchObject([
    { operation: 'catalogue.setClass', rows: [] },
  ])
})
