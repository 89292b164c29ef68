import { expect, test } from 'vitest'
import { accountOf, readAll, recordsOf, summaryOf } from '../../../test/support/marc-files.ts'
import { readIso2709 } from './iso2709.ts'

/** Tag and text, as WinISIS writes a record into a file. */
function isisRecord(fields: readonly (readonly [tag: string, text: string])[], signs = ['#', '#']): string {
  const [fieldSign = '', recordSign = ''] = signs
  let start = 0
  let directory = ''
  for (const [tag, text] of fields) {
    const length = Buffer.byteLength(text) + 1
    directory += tag + String(length).padStart(4, '0') + String(start).padStart(5, '0')
    start += length
  }
  const base = 24 + directory.length + 1
  const head = `${String(base + start + 1).padStart(5, '0')}0000000${String(base).padStart(5, '0')}0004500`
  return `${head}${directory}${fieldSign}${fields.map(([, text]) => text + fieldSign).join('')}${recordSign}`
}

function wrapped(record: string): Buffer {
  const bytes = Buffer.from(record)
  const lines = Array.from({ length: Math.ceil(bytes.length / 80) }, (_, at) =>
    bytes.subarray(at * 80, at * 80 + 80),
  )
  return Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\r\n')]))
}

const books = [1, 2, 3].map(
  (number) =>
    [
      ['024', `^aViệt Nam sử lược^btập ${number} # bản in lại`],
      ['026', '^aHà Nội^bTrung tâm Học liệu^c1971'],
      ['044', 'Sách của thư viện tỉnh, có dấu của nhà sách cũ và chữ ký của người tặng'],
      ['070', ''],
      ['070', 'Trần Trọng Kim'],
    ] as const,
)

const expected = (number: number) => [
  {
    tag: '024',
    indicators: '  ',
    subfields: [
      ['a', 'Việt Nam sử lược'],
      ['b', `tập ${number} # bản in lại`],
    ],
  },
  {
    tag: '026',
    indicators: '  ',
    subfields: [
      ['a', 'Hà Nội'],
      ['b', 'Trung tâm Học liệu'],
      ['c', '1971'],
    ],
  },
  {
    tag: '044',
    indicators: '  ',
    subfields: [['a', 'Sách của thư viện tỉnh, có dấu của nhà sách cũ và chữ ký của người tặng']],
  },
  { tag: '070', indicators: '  ', subfields: [['a', 'Trần Trọng Kim']] },
]

test.each([
  ['number signs', ['#', '#']],
  ['the terminators of the standard', ['\u001e', '\u001d']],
])('CDS/ISIS: lines of 80 characters, %s, carets', async (_, signs) => {
  const bytes = Buffer.concat(books.map((book) => wrapped(isisRecord(book, signs))))
  for (const size of [50, 100_000]) {
    const entries = await readAll(readIso2709, bytes, { size })
    expect(accountOf(entries, bytes.length)).toBe('')
    expect(recordsOf(entries).map(({ fields }) => fields)).toEqual([1, 2, 3].map(expected))
    expect(recordsOf(entries).map(({ leader }) => leader.slice(5, 8))).toEqual(['nam', 'nam', 'nam'])
    expect(summaryOf(entries)).toEqual(books.map(() => 'record'))
  }
})

test('a wrong length is made up for by the signs at the end, and a tail is named', async () => {
  const [one, two, three] = books.map((book) => wrapped(isisRecord(book)))
  if (!one || !two || !three) throw new Error('three books')
  const wrong = Buffer.from(two)
  wrong.write('00999', 0)
  const bytes = Buffer.concat([one, wrong, three.subarray(0, 120)])
  const entries = await readAll(readIso2709, bytes)
  expect(accountOf(entries, bytes.length)).toBe('')
  expect(summaryOf(entries).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'record',
    'record length_wrong:00999',
    'unread cut_off',
  ])
})
