import { describe, expect, test } from 'vitest'
import {
  accountOf,
  collectionOf,
  marcxmlOf,
  readAll,
  recordsOf,
  sampleRecord,
  summaryOf,
} from '../../../test/support/marc-files.ts'
import type { Decode } from './entry.ts'
import { readMarcxml } from './marcxml.ts'

const samples = [0, 1, 2].map(sampleRecord)
const [one, two, three] = samples.map((record) => marcxmlOf(record)) as [string, string, string]
const slim = 'xmlns="http://www.loc.gov/MARC21/slim"'

async function read(source: string | Buffer, options: { size?: number; decode?: Decode } = {}) {
  const bytes = Buffer.from(source)
  const entries = await readAll(readMarcxml, bytes, options)
  expect(accountOf(entries, bytes.length)).toBe('')
  return { entries, summary: summaryOf(entries), records: recordsOf(entries) }
}

const whole = ['record', 'record', 'record']

describe('dialects', () => {
  test.each([1, 10, 1000, 1_000_000])('a collection in chunks of %i bytes', async (size) => {
    const source = collectionOf(samples)
    const { entries, summary, records } = await read(source, { size })
    expect(summary).toEqual(whole)
    expect(records).toEqual(samples)
    const places = entries.slice(1).map(({ at }) => Buffer.from(source).toString('utf8', at, at + 7))
    expect(places).toEqual(['<record', '<record'])
  })

  test('one record, with and without a namespace, with a prefix, after a byte order mark', async () => {
    expect((await read(one)).records).toEqual([samples[0]])
    expect(
      (await read(`\uFEFF<?xml version="1.0"?>\r\n${one.replace('<record', `<record ${slim}`)}`)).records,
    ).toEqual([samples[0]])
    expect((await read(`<m:collection>${marcxmlOf(sampleRecord(4), 'm:')}</m:collection>`)).records).toEqual([
      sampleRecord(4),
    ])
  })

  test('inside what OAI and SRU wrap around it', async () => {
    const oai = (inner: string) =>
      `<record><header><identifier>oai:vtt:1</identifier></header><metadata>${inner}</metadata></record>`
    const gone = '<record><header status="deleted"><identifier>oai:vtt:9</identifier></header></record>'
    const listed = await read(
      `<?xml version="1.0"?><OAI-PMH><ListRecords>${oai(one)}${gone}${oai(two)}<resumptionToken>5</resumptionToken></ListRecords></OAI-PMH>`,
    )
    expect(listed.summary).toEqual(['record', 'unread record_empty', 'record'])
    expect(listed.records).toEqual(samples.slice(0, 2))
    const sru = (inner: string) =>
      `<zs:record><zs:recordSchema>marcxml</zs:recordSchema><zs:recordData>${inner}</zs:recordData><zs:recordPosition>1</zs:recordPosition></zs:record>`
    expect(
      (
        await read(
          `<zs:searchRetrieveResponse><zs:records>${sru(one)}${sru(two)}</zs:records></zs:searchRetrieveResponse>`,
        )
      ).summary,
    ).toEqual(['record', 'record'])
  })

  test('attributes in any order, CDATA, comments, the five entities and numbers', async () => {
    const { summary, records } = await read(
      `<record><!-- <record> </record> --><leader>00000nam a2200000 a 4500</leader><datafield ind2='0' tag='245' ind1="1"><subfield code='a'><![CDATA[A </record> & <record>]]></subfield><subfield code="b">x &amp; y &lt; z &#x1EA1;&#7899; &quot;</subfield></datafield></record>`,
    )
    expect(summary).toEqual(['record'])
    expect(records[0]?.fields).toEqual([
      {
        tag: '245',
        indicators: '10',
        subfields: [
          ['a', 'A </record> & <record>'],
          ['b', 'x & y < z ạớ "'],
        ],
      },
    ])
  })

  test('UTF-16 in both orders, with and without the mark', async () => {
    const source = collectionOf(samples).replace('UTF-8', 'UTF-16')
    const little = Buffer.from(source, 'utf16le')
    const big = Buffer.from(little).swap16()
    for (const bytes of [
      little,
      big,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ]) {
      const { summary, records } = await read(bytes, { size: 777 })
      expect(summary).toEqual(whole)
      expect(records).toEqual(samples)
    }
  })

  test('Western code pages by the header, unless the bytes are UTF-8 after all', async () => {
    const source = (encoding: string) =>
      `<?xml version="1.0" encoding="${encoding}"?>${one.replace(/<datafield[\s\S]*/, '')}<datafield tag="245" ind1="1" ind2="0"><subfield code="a">Café – Đà Lạt</subfield></datafield></record>`
    const western = Buffer.from(
      source('windows-1252').replace('–', '\u0096').replace('Đà Lạt', 'Lyon'),
      'latin1',
    )
    expect((await read(western)).records[0]?.fields.at(-1)).toMatchObject({
      subfields: [['a', 'Café – Lyon']],
    })
    const iso = Buffer.from(source('ISO-8859-1').replace('– Đà Lạt', ''), 'latin1')
    expect((await read(iso)).records[0]?.fields.at(-1)).toMatchObject({ subfields: [['a', 'Café ']] })
    expect((await read(source('iso-8859-1'))).records[0]?.fields.at(-1)).toMatchObject({
      subfields: [['a', 'Café – Đà Lạt']],
    })
  })

  test('an override of the encoding decodes each text, but not what is written as numbers', async () => {
    const decode: Decode = (bytes) => Buffer.from(bytes).toString('latin1').replaceAll('µ', 'à')
    const bytes = Buffer.from(
      '<record><datafield tag="245" ind1="1" ind2="0"><subfield code="a">Hµ N&#x1ED9;i</subfield></datafield></record>',
      'latin1',
    )
    const { summary, records } = await read(bytes, { decode })
    expect(summary).toEqual(['record leader_missing'])
    expect(records[0]?.fields).toEqual([{ tag: '245', indicators: '10', subfields: [['a', 'Hà Nội']] }])
  })
})

describe('what is broken', () => {
  test.each([
    ['a tag not closed', two.replace('</subfield>', '')],
    [
      'tags crossed',
      two.replace('</subfield>', '</datafield>').replace('</datafield>', '</subfield></subfield>'),
    ],
    ['an attribute without quotes', two.replace('tag="245"', 'tag=245"')],
    ['a bare bracket', two.replace('khảo', '<khảo')],
    ['no end', two.replace('</record>', '')],
  ])('%s: that record is listed, and the next is read', async (_, broken) => {
    const { entries, summary, records } = await read(`<collection>${one}\n${broken}\n${three}</collection>`)
    expect(summary).toEqual(['record', 'unread xml_malformed', 'record'])
    expect(records).toEqual([samples[0], samples[2]])
    expect(entries[1]?.at).toBe(Buffer.byteLength(`<collection>${one}\n`))
  })

  test('text between records that no element wraps', async () => {
    const { summary } = await read(`<collection>${one} lạc vào đây ${two}</collection> sau cùng`)
    expect(summary).toEqual(['record', 'unread junk', 'record', 'unread junk'])
  })

  test('a comment that is never closed does not swallow the rest of the file', async () => {
    const { summary } = await read(
      `<collection>${one}${two.replace('<leader>', '<!-- <leader>')}${three}</collection>`,
    )
    expect(summary).toEqual(['record', 'unread xml_malformed', 'record'])
  })

  test('a file cut off at any byte', async () => {
    const bytes = Buffer.from(collectionOf(samples))
    for (let size = 0; size <= bytes.length; size += 7) {
      const { records } = await read(bytes.subarray(0, size))
      expect(samples.slice(0, records.length)).toEqual(records)
    }
    expect((await read(bytes.subarray(0, 3000))).summary).toEqual(['record', 'unread cut_off'])
  })

  test('ampersands and entities that nothing explains stay as they are written', async () => {
    const { summary, records } = await read(one.replace('tr. :', 'tr. & &nbsp; &#31; :'))
    expect(summary).toEqual(['record xml_entity_unknown:& xml_entity_unknown:300'])
    expect(records[0]?.fields.find(({ tag }) => tag === '300')).toMatchObject({
      subfields: [
        ['a', '100 tr. & &nbsp; &#31; :'],
        ['b', expect.anything()],
        ['c', expect.anything()],
      ],
    })
  })

  test('control characters are taken out, texts outside subfields are kept', async () => {
    const { summary, records } = await read(
      '<record><leader>00000nam a2200000 a 4500</leader><controlfield tag="1">7\u0001</controlfield><datafield tag="245">Nhan đề</datafield><datafield tag="260" ind1="" ind2="x "><subfield>Huế</subfield></datafield><datafield><subfield code="a">mất thẻ</subfield></datafield>lạc</record>',
    )
    expect(summary).toEqual([
      'record tag_wrong:1 controls_removed:001 subfields_missing:245 indicators_wrong:260 subfield_code_wrong:260 tag_wrong field_untagged:mất thẻ xml_text_outside:lạc',
    ])
    expect(records[0]?.fields).toEqual([
      { tag: '001', value: '7' },
      { tag: '245', indicators: '  ', subfields: [['a', 'Nhan đề']] },
      { tag: '260', indicators: '  ', subfields: [['9', 'Huế']] },
    ])
  })

  test('what is no XML at all, and megabytes of it', async () => {
    expect((await read('không phải XML < > <1> <?')).summary.every((line) => line.startsWith('unread'))).toBe(
      true,
    )
    expect((await read(Buffer.alloc(9_000_000, 'x'))).summary).toEqual([
      'unread no_record_end',
      'unread no_record_end',
      'unread junk',
    ])
    expect((await read(`<record><leader>${'x'.repeat(9_000_000)}`)).summary[0]).toBe('unread no_record_end')
  })
})

describe('a DTD', () => {
  const bomb = `<!DOCTYPE collection [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "<record></record>" ><!-- ' > --> ]>`

  test('is refused, and its entities are not put in', async () => {
    const { summary, records } = await read(
      `<?xml version="1.0"?>${bomb}<collection>${one.replace('tr. :', '&b;')}${two}</collection>`,
    )
    expect(summary).toEqual(['unread xml_dtd_refused', 'record xml_entity_unknown:300', 'record'])
    expect(JSON.stringify(records[0])).toContain('&b;')
    expect(JSON.stringify(records)).not.toContain('haha')
  })

  test('elsewhere is not fetched', async () => {
    const external =
      '<!DOCTYPE collection SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    const { summary, records } = await read(
      `${external}<collection>${one.replace('tr. :', '&x;')}</collection>`,
    )
    expect(summary).toEqual(['unread xml_dtd_refused', 'record xml_entity_unknown:300'])
    expect(JSON.stringify(records)).not.toContain('root:')
  })
})
