import { describe, expect, test } from 'vitest'
import type { MarcRecord } from '../catalogue/contract.ts'
import { CopyRule, copyDraftsOf } from './copy-rule.ts'
import { readyProfile, readyProfileCodes, type ReadyProfileCode } from './ready-profiles.ts'
import { noRules } from './value-maps.ts'

/** “952 a TV c KHO” as a field. */
function field(text: string) {
  const [tag = '', ...rest] = text.split(' $')
  return {
    tag,
    indicators: '  ',
    subfields: rest.map((each): [string, string] => [each.charAt(0), each.slice(1).trim()]),
  }
}
const record = (...fields: string[]): MarcRecord => ({
  leader: '00000nam a2200000 c 4500',
  fields: [field('245 $aTruyện Kiều'), ...fields.map(field)],
})

function copies(code: ReadyProfileCode, ...fields: string[]) {
  const { copies: rule } = readyProfile(code, code)
  return copyDraftsOf(record(...fields), rule ?? CopyRule.parse({}))
}
const codes = ({ problems }: ReturnType<typeof copies>) => problems.map(({ code, detail }) => [code, detail])

test('every ready profile is one', () => {
  expect(readyProfileCodes.map((code) => readyProfile(code, code).name)).toEqual(readyProfileCodes)
})

describe('Koha’s items', () => {
  const item =
    '952 $00 $10 $40 $70 $9812 $aTVT $bTVT $cKHODOC $d2015-03-04 $eMua $g45000.00 $hT.1 $o895.92 T450H $pVN001 $yBK $zBìa rách'

  test('become copies, and leave the record', () => {
    const { drafts, record: left, problems } = copies('koha', item, item.replace('VN001', 'VN002'))
    expect(problems).toEqual([])
    expect(left.fields.map(({ tag }) => tag)).toEqual(['245'])
    expect(drafts).toMatchObject([
      {
        accessionNumber: 'VN001',
        barcode: 'VN001',
        site: 'TVT',
        store: 'KHODOC',
        callNumber: '895.92 T450H',
        enumeration: 'T.1',
        priceMinor: 45_000,
        accessionedOn: '2015-03-04',
        source: 'purchase',
        condition: '',
        status: '',
        note: 'Bìa rách',
        isWithdrawn: false,
      },
      { accessionNumber: 'VN002' },
    ])
  })

  test('have their inventory number where there is one', () => {
    expect(copies('koha', '952 $pB8001 $iKM.00012').drafts).toMatchObject([
      { accessionNumber: 'KM.00012', barcode: 'B8001' },
    ])
  })

  test.each([
    ['$00 $11', { status: 'missing', isWithdrawn: false }],
    ['$41', { condition: 'damaged' }],
    ['$7-1', { status: 'in_process' }],
    ['$71', { status: '' }],
    ['$q2026-08-01', { status: 'on_loan' }],
    ['$01', { isWithdrawn: true }],
  ])('with %s are %j', (state, expected) => {
    expect(copies('koha', `952 $pVN1 ${state}`).drafts).toMatchObject([expected])
  })

  test('that are withdrawn, dear in words or without a number say so', () => {
    expect(codes(copies('koha', '952 $pVN1 $01 $gvài đồng'))).toEqual([
      ['price_unclear', 'vài đồng'],
      ['copy_withdrawn', 'VN1'],
    ])
    expect(codes(copies('koha', '952 $aTVT $g1000'))).toEqual([['number_missing', '']])
  })

  test('of a number with a comma are one', () => {
    expect(copies('koha', '952 $pA,1-2').drafts).toMatchObject([{ accessionNumber: 'A,1-2' }])
  })
})

describe('places of MARC21', () => {
  test('with a number are a copy, without one they stay', () => {
    const fields = ['852 $aTVT $bĐọc $cA1 $h895.92 $iT450H $pVN1 $t2', '852 $aTVT $bMượn']
    const { drafts, record: left, problems } = copies('location_852', ...fields)
    expect(drafts).toMatchObject([
      {
        accessionNumber: 'VN1',
        site: 'TVT',
        store: 'Đọc',
        shelf: 'A1',
        callNumber: '895.92 T450H',
        enumeration: '2',
      },
    ])
    expect(left.fields.map(({ tag }) => tag)).toEqual(['245', '852'])
    expect(problems).toEqual([])
  })

  test('may repeat a subfield, once for each copy', () => {
    expect(
      copies('location_852', '852 $bĐọc $jVN1 $jVN2').drafts.map(({ accessionNumber }) => accessionNumber),
    ).toEqual(['VN1', 'VN2'])
  })

  test('say in Libol how many numbers are meant', () => {
    const { drafts, problems } = copies(
      'libol',
      '852 $aTVT $bKho mượn $j(3): VM1001-3',
      '852 $bKho đọc $j(1): VD77',
    )
    expect(problems).toEqual([])
    expect(drafts.map(({ store, accessionNumber }) => [store, accessionNumber])).toEqual([
      ['Kho mượn', 'VM1001'],
      ['Kho mượn', 'VM1002'],
      ['Kho mượn', 'VM1003'],
      ['Kho đọc', 'VD77'],
    ])
  })
})

describe('items that hang on places', () => {
  const places = ['852 $81 $aTVT $bĐọc', '852 $82 $aTVT $bMượn']
  const stores = (...fields: string[]) =>
    copies('items_876', ...fields).drafts.map(({ accessionNumber, store }) => [accessionNumber, store])

  test('are found by their link', () => {
    const items = ['876 $82.1 $aV1 $c45000', '876 $81.1\\c $aV2', '876 $82.2 $aV3 $lTrưng bày']
    expect(stores(...places, ...items)).toEqual([
      ['V1', 'Mượn'],
      ['V2', 'Đọc'],
      ['V3', 'Trưng bày'],
    ])
    expect(copies('items_876', ...places, ...items).record.fields.map(({ tag }) => tag)).toEqual(['245'])
  })

  test('are found by their materials, by being all of one place, or by their order', () => {
    expect(stores('852 $3T.1 $bĐọc', '852 $3T.2 $bMượn', '876 $3T.2 $aV1')).toEqual([['V1', 'Mượn']])
    expect(stores('852 $bĐọc', '876 $aV1', '876 $aV2')).toEqual([
      ['V1', 'Đọc'],
      ['V2', 'Đọc'],
    ])
    expect(stores('852 $bĐọc', '852 $bMượn', '876 $aV1', '877 $aV2')).toEqual([
      ['V1', 'Đọc'],
      ['V2', 'Mượn'],
    ])
  })

  test('that nothing links go to the place before them, and say so', () => {
    const fields = ['852 $bĐọc', '876 $aV1', '852 $bMượn', '876 $aV2', '876 $aV3']
    expect(stores(...fields)).toEqual([
      ['V1', 'Đọc'],
      ['V2', 'Mượn'],
      ['V3', 'Mượn'],
    ])
    expect(codes(copies('items_876', ...fields)).map(([code]) => code)).toEqual(
      Array(3).fill('item_unlinked'),
    )
    expect(codes(copies('items_876', '876 $aV1'))).toEqual([['item_unlinked', '876']])
  })
})

test('a rule can be changed in all its parts', () => {
  const rule = CopyRule.parse({
    tags: ['999'],
    subfields: { accessionNumber: 'x|y', store: 'ab', status: 's' },
    statusCodes: [{ code: 'k', value: 'HU', condition: 'damaged' }],
  })
  const maps = { ...noRules, valueMaps: { ...noRules.valueMaps, status: { m: 'missing' } } }
  const { drafts } = copyDraftsOf(record('999 $aKho $bA $y7 $sM $khu'), rule, maps)
  expect(drafts).toMatchObject([
    { accessionNumber: '7', store: 'Kho A', status: 'missing', condition: 'damaged' },
  ])
  expect(CopyRule.safeParse({ tags: ['999'], subfields: { accessionNumber: 'x||' } }).success).toBe(false)
  expect(CopyRule.safeParse({ tags: ['999'], subfields: { title: 'x' } }).success).toBe(false)
})

test('a record without copies stays the same one', () => {
  const before = record('100 $aNguyễn Du')
  expect(
    copyDraftsOf(before, CopyRule.parse({ tags: ['952'], subfields: { accessionNumber: 'p' } })).record,
  ).toBe(before)
})
