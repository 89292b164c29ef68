import { describe, expect, it } from 'vitest'
import { emptyRecord, formOf, withForm } from './marc-form.ts'
import type { TitleEdit } from './edit.ts'
import { editTitle, shownPart, type Edited } from './title-edit.ts'

const empty = emptyRecord('book', '2026-11-10')
const record = withForm(empty, {
  ...formOf(empty),
  title: 'Số đỏ',
  subjects: 'Tiểu thuyết; Văn học Việt Nam',
  publisher: 'NXB Văn Học',
  publishedYear: 1988,
})
const before = { record, beside: { material: 'book', digitalOrigin: null } } as const

function edited(title: Edited, edit: TitleEdit): Edited {
  const after = editTitle(title, edit)
  if (!after) throw new Error('the change was refused')
  return after
}

describe('a change made to many titles', () => {
  it('sets a field', () => {
    expect(
      formOf(edited(before, { kind: 'set', field: 'publishedYear', value: '1990' }).record).publishedYear,
    ).toBe(1990)
    expect(edited(before, { kind: 'set', field: 'material', value: 'large_print' }).beside.material).toBe(
      'large_print',
    )
  })

  it('puts one text in the place of another, wherever it stands', () => {
    const edit = { kind: 'replace', field: 'publisher', find: 'NXB', replacement: 'Nhà xuất bản' } as const
    expect(shownPart(edited(before, edit), edit)).toBe('Nhà xuất bản Văn Học')
  })

  it('adds a heading once, and takes away a whole one only', () => {
    const add = { kind: 'add_heading', field: 'subjects', heading: 'Tiểu thuyết' } as const
    expect(edited(before, add).record).toEqual(record)
    const remove = { kind: 'remove_heading', field: 'subjects', heading: 'Văn học' } as const
    expect(edited(before, remove).record).toEqual(record)
    const gone = { ...remove, heading: 'Tiểu thuyết' }
    expect(shownPart(edited(before, gone), gone)).toBe('Văn học Việt Nam')
  })

  it('adds and removes fields of the record in their order', () => {
    const marc = { tag: '590', indicators: '  ', subfields: [['a', 'Kho địa chí'] as [string, string]] }
    const added = edited(before, { kind: 'add_marc', marc })
    expect(added.record.fields.map(({ tag }) => tag)).toEqual(
      added.record.fields.map(({ tag }) => tag).toSorted(),
    )
    expect(edited(added, { kind: 'remove_marc', tag: '590' }).record).toEqual(record)
  })

  it('does not stand where the form would not', () => {
    expect(editTitle(before, { kind: 'set', field: 'title', value: '' })).toBeNull()
    expect(editTitle(before, { kind: 'set', field: 'publishedYear', value: 'năm nay' })).toBeNull()
    expect(editTitle(before, { kind: 'set', field: 'material', value: 'quyển' })).toBeNull()
  })
})
