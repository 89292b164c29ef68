import { describe, expect, test } from 'vitest'
import {
  accountOf,
  mnemonicOf,
  readAll,
  recordsOf,
  sampleRecord,
  summaryOf,
} from '../../../test/support/marc-files.ts'
import type { Decode } from './entry.ts'
import { readMarcText } from './marc-text.ts'

async function read(source: string | Buffer, options: { size?: number; decode?: Decode } = {}) {
  const bytes = Buffer.from(source)
  const entries = await readAll(readMarcText, bytes, options)
  expect(accountOf(entries, bytes.length)).toBe('')
  return { entries, summary: summaryOf(entries), records: recordsOf(entries) }
}

const title = {
  tag: '245',
  indicators: '10',
  subfields: [
    ['a', 'Truyện Kiều :'],
    ['b', 'thơ /'],
    ['c', 'Nguyễn Du'],
  ],
}
const note = { tag: '500', indicators: '  ', subfields: [['a', 'Bìa cứng']] }
const control = { tag: '001', value: 'vtt 1' }
const leader = '00741nam a2200193 a 4500'
const record = { leader, fields: [control, title, note] }

describe('dialects', () => {
  test.each([1, 100, 100_000])('MarcEdit, in chunks of %i bytes', async (size) => {
    const samples = [0, 1, 2].map(sampleRecord)
    const source = samples.map(mnemonicOf).join('')
    const { entries, summary, records } = await read(source, { size })
    expect(summary).toEqual(['record', 'record', 'record'])
    expect(records).toEqual(samples)
    expect(Buffer.from(source).toString('utf8', entries[1]?.at, (entries[1]?.at ?? 0) + 4)).toBe('=LDR')
  })

  test('MarcEdit: signs by name, comments, one blank instead of two', async () => {
    const { records } = await read(
      '# ghi chú\n=LDR 00741nam\\a2200193\\a\\4500\n=020  \\\\$a978{lcub}1{rcub}$c{dollar}5.00 {lạ}\n=650  \\7$aThơ\n',
    )
    expect(records).toEqual([
      {
        leader,
        fields: [
          {
            tag: '020',
            indicators: '  ',
            subfields: [
              ['a', '978{1}'],
              ['c', '$5.00 {lạ}'],
            ],
          },
          { tag: '650', indicators: ' 7', subfields: [['a', 'Thơ']] },
        ],
      },
    ])
  })

  const dialects: [string, string][] = [
    [
      'yaz-marcdump',
      `${leader}\n001 vtt 1\n245 10 $a Truyện Kiều : $b thơ / $c Nguyễn Du\n500    $a Bìa cứng\n`,
    ],
    [
      'codes close to their text',
      `LDR ${leader}\n001 vtt 1\n245 10 $aTruyện Kiều :$bthơ /$cNguyễn Du\n500 ## $aBìa cứng\n`,
    ],
    ['bars', `LEADER ${leader}\n001 vtt 1\n245 10 |aTruyện Kiều : |bthơ / |cNguyễn Du\n500    |aBìa cứng\n`],
    [
      'bars, the first code understood',
      `LEADER ${leader}\n001    vtt 1\n245 10 Truyện Kiều :|bthơ /|cNguyễn Du\n500    Bìa cứng|9\n`,
    ],
    ['tabs', `LDR\t${leader}\n001\tvtt 1\n245\t10\t$aTruyện Kiều :$bthơ /$cNguyễn Du\n500\t  \t$aBìa cứng\n`],
    ['no blanks', `000 ${leader}\n001 vtt 1\n24510$aTruyện Kiều :$bthơ /$cNguyễn Du\n500__$aBìa cứng\n`],
    ['daggers', `LDR ${leader}\n001 vtt 1\n245 10 ‡aTruyện Kiều :‡bthơ /‡cNguyễn Du\n500    ǂaBìa cứng\n`],
    [
      'perl',
      `LDR ${leader}\n001     vtt 1\n245 10 _aTruyện Kiều :\n       _bthơ /\n       _cNguyễn Du\n500    _aBìa cứng\n`,
    ],
    [
      'lines broken',
      `LDR ${leader}\n001 vtt 1\n245 10 $aTruyện\n       Kiều :$bthơ /\n       $cNguyễn Du\n500    $aBìa\n       cứng\n`,
    ],
  ]
  test.each(dialects)('%s', async (name, source) => {
    const { summary, records } = await read(`${source}\n\n${source.replace('vtt 1', 'vtt 2')}`)
    expect(summary).toEqual(['record', 'record'])
    const [first, second] = records
    const trimmed = first?.fields.map((field) =>
      'value' in field ? { ...field, value: field.value.trim() } : field,
    )
    const fields = name.includes('understood')
      ? [control, title, { ...note, subfields: [...note.subfields, ['9', '']] }]
      : record.fields
    expect({ ...first, fields: trimmed }).toEqual({ leader, fields })
    expect(second?.fields[0]).toMatchObject({ tag: '001' })
  })

  test('Aleph sequential: the number in front tells records apart', async () => {
    const lines = (number: string) =>
      [
        'FMT   L BK',
        `LDR   L ${leader.replaceAll(' ', '^')}`,
        '001   L vtt^1',
        '24510 L $$aTruyện Kiều :$$bthơ /$$cNguyễn Du',
        '500   L $$aBìa cứng',
      ].map((line) => `${number} ${line}\r\n`)
    const { summary, records } = await read([...lines('000000001'), ...lines('000000002')].join(''))
    expect(summary).toEqual(['record', 'record'])
    expect(records[0]).toEqual({
      leader,
      fields: [{ tag: 'FMT', indicators: '  ', subfields: [['a', 'BK']] }, control, title, note],
    })
  })

  test('UTF-16 as Notepad writes it, and the mark of UTF-8', async () => {
    const source = mnemonicOf(sampleRecord(7))
    const wide = Buffer.from(`\uFEFF${source}`, 'utf16le')
    for (const bytes of [wide, Buffer.from(wide).swap16(), Buffer.from(`\uFEFF${source}`)]) {
      expect((await read(bytes, { size: 33 })).records).toEqual([sampleRecord(7)])
    }
  })
})

test('texts are decoded one by one, so that no code is taken for a letter', async () => {
  const decode: Decode = (bytes) => Buffer.from(bytes).toString('latin1').replaceAll('a(', 'ă')
  const { records } = await read('=LDR  00741nam a2200193 a 4500\n=035  \\\\$a(VN)ba(n\n', { decode })
  expect(records[0]?.fields[0]).toMatchObject({ subfields: [['a', '(VN)băn']] })
})

test('a leader or a second control number begins a record where no blank line does', async () => {
  const fields = '001 vtt 1\n245 10 $aTên\n'
  expect((await read(`LDR ${leader}\n${fields}LDR ${leader}\n${fields}`)).summary).toEqual([
    'record',
    'record',
  ])
  expect((await read(fields + fields)).summary).toEqual(['record leader_missing', 'record leader_missing'])
})

test('lines that say nothing are listed: by themselves, or as a problem of their record', async () => {
  const { summary, entries } = await read(
    `Danh mục\nnăm 1998\n\nLDR ${leader}\n245 10 $aTên\n!!!\n300 tr.\n\nhết\n`,
  )
  expect(summary).toEqual(['unread junk', 'record line_unread:!!! line_unread:300 tr.', 'unread junk'])
  expect(entries[0]?.length).toBe(Buffer.byteLength('Danh mục\nnăm 1998\n\n'))
  expect((await read(`LDR ${leader}\n`)).summary).toEqual(['unread record_empty'])
})

test('lines and records of megabytes end, too', async () => {
  expect((await read(Buffer.alloc(5_000_000, 'x'))).summary).toEqual(['unread junk'])
  const long = await read(`=245  10$a${'x'.repeat(200_000)}\n${'   x\n'.repeat(300_000)}`)
  expect(long.summary[0]).toContain('text_too_long:245a')
})
