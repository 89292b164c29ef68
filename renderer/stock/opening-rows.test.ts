import { expect, it } from 'vitest'
import { numberStyle } from '../ui/numbers.ts'
import { isSameSheet, nextRow, readOpening, rowOf, type OpeningRow } from './opening-rows.ts'

const style = numberStyle('vi')
const known = { sites: new Set(['1', '2']), languages: new Set(['vie', 'eng']), style }
const row: OpeningRow = { ...nextRow(undefined, '1'), titles: '1.200', copies: '3.400' }
const codes = (rows: OpeningRow[]) =>
  readOpening(rows, known).problems.map(({ row: at, key, code }) => [at, key, code])

it('a line is read as it is written here, dots in thousands and all', () => {
  const { rows, problems } = readOpening([row], known)
  expect(problems).toEqual([])
  expect(rows).toEqual([
    {
      siteId: 1,
      material: 'book',
      language: 'vie',
      ddc: '',
      source: 'other',
      titles: 1200,
      copies: 3400,
      evidence: '',
    },
  ])
})

it('a recorded balance comes back as the line it was read from', () => {
  const [fields] = readOpening([{ ...row, ddc: '8', evidence: 'Sổ 2025' }], known).rows
  if (!fields) throw new Error('no row')
  const shown = rowOf(
    { ...fields, id: 1, rev: 1, registered: 400, remaining: 3000, remainingTitles: 1 },
    style,
  )
  expect(shown).toEqual({ ...row, ddc: '8', evidence: 'Sổ 2025', registered: '400', remaining: '3.000' })
})

it('what cannot be counted is named at its cell', () => {
  expect(codes([{ ...row, titles: '' }])).toEqual([[0, 'titles', 'not_a_count']])
  expect(codes([{ ...row, copies: '1,5' }])).toEqual([[0, 'copies', 'not_a_count']])
  expect(codes([{ ...row, copies: '-1' }])).toEqual([[0, 'copies', 'not_a_count']])
  expect(codes([{ ...row, copies: '100.000.000' }])).toEqual([])
  expect(codes([{ ...row, copies: '100.000.001' }])).toEqual([[0, 'copies', 'not_a_count']])
  expect(codes([{ ...row, titles: '10.000.001', copies: '20.000.000' }])).toEqual([
    [0, 'titles', 'not_a_count'],
  ])
  expect(codes([{ ...row, titles: '5', copies: '4' }])).toEqual([[0, 'titles', 'more_titles_than_copies']])
})

it('a pasted word that names no choice is found', () => {
  const pasted = { site: 'Kho 9', material: 'Sách', language: 'xx', ddc: '82', source: '?' }
  expect(codes([{ ...row, ...pasted }]).map(([, key]) => key)).toEqual(Object.keys(pasted))
})

it('the same kind twice is one line too many', () => {
  expect(codes([row, { ...row, ddc: '8' }, row])).toEqual([[2, 'site', 'twice']])
})

it('a line that was only begun is neither recorded nor wrong', () => {
  const begun = nextRow(row, '1')
  const { rows, places, problems } = readOpening([row, begun, { ...row, ddc: '8' }], known)
  expect([rows.length, places, problems]).toEqual([2, [0, 2], []])
  expect(codes([{ ...row, titles: '', copies: '', registered: '0' }]).map(([, key]) => key)).toEqual([
    'titles',
    'copies',
  ])
})

it('the next line goes on where the last one stopped', () => {
  const above = { ...row, site: '2', language: 'eng', evidence: 'Sổ 2025' }
  expect(nextRow(above, '1')).toMatchObject({ site: '2', language: 'eng', evidence: 'Sổ 2025', titles: '' })
})

it('two sheets are the same when the same balances stand in them', () => {
  const rowsOf = (...copies: string[]) =>
    readOpening(
      copies.map((count, at) => ({ ...row, ddc: String(at), copies: count })),
      known,
    ).rows
  const rows = rowsOf('3.400', '5.000')
  expect(isSameSheet(rows, rows.toReversed())).toBe(true)
  expect(isSameSheet(rows, rows.slice(1))).toBe(false)
  expect(isSameSheet(rows, rowsOf('3.400', '5.001'))).toBe(false)
})
