import { describe, expect, test } from 'vitest'
import type { MarcRecord } from '../../../shared/catalogue/contract.ts'
import {
  accountOf,
  iso2709Of,
  readAll,
  recordsOf,
  sampleRecord,
  summaryOf,
} from '../../../test/support/marc-files.ts'
import type { Decode } from './entry.ts'
import { readIso2709 } from './iso2709.ts'

const samples = [0, 1, 2].map(sampleRecord)
const files = samples.map((record) => iso2709Of(record))
const [one, two, three] = files as [Buffer, Buffer, Buffer]
const junk = Buffer.from('Danh mục sách năm 1998\r\n')

async function read(...parts: (Buffer | string)[]) {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const entries = await readAll(readIso2709, bytes)
  expect(accountOf(entries, bytes.length)).toBe('')
  return { entries, summary: summaryOf(entries), records: recordsOf(entries).map(fieldsOf) }
}

/** Lengths in the leader are the writer's business. */
function fieldsOf({ fields }: MarcRecord): MarcRecord['fields'] {
  return fields
}
const fields = samples.map(fieldsOf)

function changed(file: Buffer, change: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(file)
  change(bytes)
  return bytes
}

function spliced(file: Buffer, at: number, remove: number, insert = ''): Buffer {
  return Buffer.concat([file.subarray(0, at), Buffer.from(insert), file.subarray(at + remove)])
}

describe('whole records', () => {
  test.each([1, 7, 100, 741, 1_000_000])('are read from chunks of %i bytes', async (size) => {
    const bytes = Buffer.concat(files)
    const entries = await readAll(readIso2709, bytes, { size })
    expect(summaryOf(entries)).toEqual(['record', 'record', 'record'])
    expect(recordsOf(entries).map(fieldsOf)).toEqual(fields)
    expect(entries.map(({ at, length }) => [at, length])).toEqual([
      [0, one.length],
      [one.length, two.length],
      [one.length + two.length, three.length],
    ])
  })

  test('keep their leader', async () => {
    const { entries } = await read(one)
    expect(recordsOf(entries)[0]?.leader).toBe(one.toString('latin1', 0, 24))
  })

  test('may be divided by line breaks, blanks and the end mark of DOS, which belong to the one before', async () => {
    const { entries, summary, records } = await read('\r\n', one, '\r\n\0 ', two, '\n', three, '\r\n\u001a  ')
    expect(summary).toEqual(['record', 'record', 'record'])
    expect(records).toEqual(fields)
    expect(entries.map(({ at }) => at)).toEqual([0, one.length + 6, one.length + two.length + 7])
  })

  test('may hold a record terminator in their text, if leader and directory say so', async () => {
    const odd = {
      ...sampleRecord(5),
      fields: [{ tag: '001', value: 'a\u001db' }, ...sampleRecord(5).fields.slice(1)],
    }
    const { summary, records } = await read(one, iso2709Of(odd), three)
    expect(summary).toEqual(['record', 'record controls_removed:001', 'record'])
    expect(records[1]?.[0]).toEqual({ tag: '001', value: 'ab' })
  })

  test('have their directory in another order than their fields', async () => {
    const bytes = changed(one, (copy) => {
      const [first, second] = [Buffer.from(one.subarray(24, 36)), Buffer.from(one.subarray(36, 48))]
      second.copy(copy, 24)
      first.copy(copy, 36)
    })
    const { summary, records } = await read(bytes)
    expect(summary).toEqual(['record'])
    expect(records[0]?.slice(0, 2)).toEqual([fields[0]?.[1], fields[0]?.[0]])
  })
})

describe('a wrong leader or directory', () => {
  test.each(['00099', '99999', '     ', '00000', 'abcde'])(
    'length %j: the terminator counts',
    async (length) => {
      const bytes = changed(two, (copy) => copy.write(length, 0))
      const { summary, records } = await read(one, bytes, three)
      expect(summary[1]).toMatch(/^record length_wrong/)
      expect(summary).toHaveLength(3)
      expect(records).toEqual(fields)
    },
  )

  test('base address: found by the first terminator', async () => {
    const { records } = await read(
      one,
      changed(two, (copy) => copy.write('00000', 12)),
      three,
    )
    expect(records).toEqual(fields)
  })

  test('lengths of another encoding: the order of fields counts', async () => {
    const shorter = samples.map((record) => iso2709Of(record, (text) => Buffer.from(text, 'latin1')))
    const bytes = files.map((file, at) => {
      const base = file.indexOf(0x1e) + 1
      const directory = shorter[at]?.subarray(0, base) ?? file
      return Buffer.concat([directory, file.subarray(base)])
    })
    const { summary, records } = await read(...bytes)
    expect(summary.every((line) => line.includes('directory_wrong'))).toBe(true)
    expect(records).toEqual(fields)
  })

  test('a byte lost in the leader, in the directory and in a text', async () => {
    for (const at of [7, 25, 60, 400]) {
      const { summary, records } = await read(one, spliced(two, at, 1), three)
      expect(summary).toHaveLength(3)
      expect(summary[1]).toMatch(/^record/)
      expect(records[1]?.length).toBeGreaterThanOrEqual((fields[1]?.length ?? 0) - 1)
    }
  })

  test('a directory of nonsense gives no record, since no text may come under a tag by guess', async () => {
    const base = two.indexOf(0x1e)
    const { summary } = await read(
      one,
      changed(two, (copy) => copy.fill('#', 24, base)),
      three,
    )
    expect(summary).toEqual(['record', 'unread junk', 'record'])
  })
})

describe('terminators', () => {
  test('of a field lost: the directory tells where it ends', async () => {
    const end = two.indexOf(0x1e, 400)
    const { summary, records } = await read(
      one,
      changed(two, (copy) => (copy[end] = 0x20)),
      three,
    )
    expect(summary[1]).toBe('record directory_wrong')
    expect(records).toEqual(fields)
  })

  test('of a record lost: the next leader tells where it ends', async () => {
    const { summary, records } = await read(one, two.subarray(0, -1), three)
    expect(summary).toEqual(['record', 'record record_end_missing', 'record'])
    expect(records).toEqual(fields)
    const fused = await read(one.subarray(0, -1), two.subarray(0, -1), three.subarray(0, -1))
    expect(fused.records).toEqual(fields)
  })

  test('one too many in a text', async () => {
    const at = two.indexOf('khảo') + 2
    const { summary, records } = await read(
      one,
      changed(two, (copy) => (copy[at] = 0x1e)),
      three,
    )
    expect(summary).toHaveLength(3)
    expect(records[1]?.filter(({ tag }) => tag !== '245')).toEqual(
      fields[1]?.filter(({ tag }) => tag !== '245'),
    )
  })
})

describe('what is no record', () => {
  test('is listed with its place and its bytes', async () => {
    const { entries, summary, records } = await read(junk, one, junk, two, three, junk)
    expect(summary).toEqual(['unread junk', 'record', 'unread junk', 'record', 'record', 'unread junk'])
    expect(records).toEqual(fields)
    const [first, , middle] = entries
    expect(middle).toMatchObject({ at: junk.length + one.length, length: junk.length })
    expect(first?.kind === 'unread' && Buffer.from(first.bytes).equals(junk)).toBe(true)
  })

  test('a file of blanks and an empty one', async () => {
    expect((await read('\r\n \r\n')).summary).toEqual(['unread no_record'])
    expect((await read('')).summary).toEqual([])
  })

  test('megabytes without a terminator are taken in pieces, and the record after them is found', async () => {
    const noise = Buffer.alloc(3_500_000, 'Kho Sách ')
    const { entries, summary, records } = await read(one, noise, two, three)
    expect(summary.filter((line) => line.startsWith('record'))).toHaveLength(3)
    expect(summary.filter((line) => line === 'unread no_record_end')).toHaveLength(3)
    expect(records).toEqual(fields)
    expect(Math.max(...entries.map(({ length }) => length))).toBeLessThanOrEqual(1_048_576)
  })
})

test('a file cut off at any byte keeps what was whole, and the rest is accounted for', async () => {
  const bytes = Buffer.concat(files)
  for (let size = 0; size <= bytes.length; size++) {
    const cut = bytes.subarray(0, size)
    const entries = await readAll(readIso2709, cut)
    expect(accountOf(entries, size)).toBe('')
    const whole = files.filter((_, at) => Buffer.concat(files.slice(0, at + 1)).length <= size).length
    expect(recordsOf(entries).map(fieldsOf).slice(0, whole)).toEqual(fields.slice(0, whole))
  }
})

test('a cut record is saved where most of it is whole, without the field that was cut', async () => {
  const { summary, records } = await read(one, two.subarray(0, 640))
  expect(summary[1]).toMatch(/^record record_cut_off directory_wrong field_missing/)
  expect(records[1]).toEqual(fields[1]?.slice(0, records[1]?.length))
  expect((await read(one, two.subarray(0, 300))).summary).toEqual(['record', 'unread cut_off'])
})

test('a record of more than 99,999 bytes is read by its terminators', async () => {
  const items = Array.from({ length: 3000 }, (_, at) => ({
    tag: '952',
    indicators: '  ',
    subfields: [
      ['p', `VN${at}`],
      ['o', `895.922 ${'đ'.repeat(at % 20)}`],
    ] as [string, string][],
  }))
  const long = { ...sampleRecord(9), fields: [...sampleRecord(9).fields, ...items] }
  const { summary, records } = await read(one, iso2709Of(long), three)
  expect(summary[1]).toMatch(/^record record_too_long:\d+ directory_wrong$/)
  expect(records[1]).toEqual(long.fields)
})

describe('fields that are no fields of MARC', () => {
  const withFields = (...contents: [string, string][]) => {
    const texts = contents.map(([tag, text]) => ({ tag, value: text }))
    return iso2709Of({ leader: '00000nam a2200000 a 4500', fields: texts })
  }
  const cases: [string, [string, string], string, MarcRecord['fields'][number]][] = [
    [
      'no indicators',
      ['245', '\u001faNhan đề'],
      'indicators_wrong:245',
      { tag: '245', indicators: '  ', subfields: [['a', 'Nhan đề']] },
    ],
    [
      'one indicator',
      ['245', '1\u001faNhan đề'],
      'indicators_wrong:245',
      { tag: '245', indicators: '1 ', subfields: [['a', 'Nhan đề']] },
    ],
    [
      'text for indicators',
      ['245', '10x\u001faB'],
      'indicators_wrong:245',
      {
        tag: '245',
        indicators: '10',
        subfields: [
          ['9', 'x'],
          ['a', 'B'],
        ],
      },
    ],
    [
      'no subfields',
      ['245', 'Nhan đề'],
      'subfields_missing:245',
      { tag: '245', indicators: '  ', subfields: [['a', 'Nhan đề']] },
    ],
    [
      'a subfield without a code',
      ['245', '10\u001fa\u001f\u001fbC'],
      'subfield_code_wrong:245',
      {
        tag: '245',
        indicators: '10',
        subfields: [
          ['a', ''],
          ['9', ''],
          ['b', 'C'],
        ],
      },
    ],
    [
      'a code of two bytes',
      ['245', '10\u001fđA'],
      'subfield_code_wrong:245',
      { tag: '245', indicators: '10', subfields: [['9', 'đA']] },
    ],
    [
      'subfields in a control field',
      ['001', '  \u001fa123'],
      'control_with_subfields:001',
      { tag: '001', value: '123' },
    ],
    [
      'control characters',
      ['245', '10\u001faA\u0007B'],
      'controls_removed:245a',
      { tag: '245', indicators: '10', subfields: [['a', 'AB']] },
    ],
  ]
  test.each(cases)('%s', async (_, content, problem, field) => {
    const { summary, records } = await read(withFields(['003', 'VN'], content))
    expect(summary).toEqual([`record ${problem}`])
    expect(records[0]?.[1]).toEqual(field)
  })

  test('bytes that are no UTF-8 are named, and another decoding reads them', async () => {
    const latin = iso2709Of(
      { ...sampleRecord(1), fields: [{ tag: '245', indicators: '10', subfields: [['a', 'Café']] }] },
      (text) => Buffer.from(text, 'latin1'),
    )
    expect((await read(latin)).summary).toEqual(['record text_undecoded:245a'])
    const decode: Decode = (bytes) => Buffer.from(bytes).toString('latin1')
    const entries = await readAll(readIso2709, latin, { decode })
    expect(recordsOf(entries)[0]?.fields[0]).toMatchObject({ subfields: [['a', 'Café']] })
  })

  test('decomposed text is composed, also where a mark follows the code', async () => {
    const { records } = await read(
      withFields(['245', `10\u001fa${'Tiếng Việt'.normalize('NFD')}\u001fe\u0301`]),
    )
    expect(records[0]?.[0]).toEqual({
      tag: '245',
      indicators: '10',
      subfields: [
        ['a', 'Tiếng Việt'],
        ['e', '\u0301'],
      ],
    })
  })
})
