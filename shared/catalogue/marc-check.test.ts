import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTexts, type LanguageTexts } from '../texts.ts'
import en from '../locales/en/index.ts'
import vi from '../locales/vi/index.ts'
import { checkRecord } from './marc-check.ts'
import { emptyRecord, leaderFor } from './marc-form.ts'
import {
  fixedPositions,
  indicatorKey,
  knownTags,
  leaderPositions,
  subfieldKey,
  tagHelpKey,
  tagInfo,
  tagKey,
} from './marc-tags.ts'
import { MarcProblem, type MarcField, type MarcRecord } from './marc.ts'
import { materials } from './title.ts'

const title: MarcField = { tag: '245', indicators: '00', subfields: [['a', 'Đất nước đứng lên']] }
const fixed = emptyRecord('book', '2026-11-21').fields
function record(...fields: MarcField[]): MarcRecord {
  return { leader: leaderFor('book'), fields: [...fixed, title, ...fields] }
}
function data(tag: string, indicators: string, ...subfields: [string, string][]): MarcField {
  return { tag, indicators, subfields }
}
function found(of: MarcRecord, languages?: ReadonlySet<string>): string[] {
  return checkRecord(of, languages ? { languages } : {}).map(({ severity, code, tag, detail }) =>
    `${severity} ${code} ${tag} ${detail}`.trim(),
  )
}

describe('a record', () => {
  it('of any material is right from the start, but for its title', () => {
    for (const material of materials) {
      expect(found(emptyRecord(material, '2026-11-21'))).toEqual(['error title_missing 245'])
    }
  })

  it('of a careful cataloguer has no problem', () => {
    const whole = record(
      data('020', '  ', ['a', '9786040000002 (bìa mềm)'], ['c', '50000đ']),
      data('041', '1 ', ['a', 'vie'], ['h', 'fre']),
      data('082', '04', ['a', '895.922/34'], ['2', '23']),
      data('090', '  ', ['a', '895.92234'], ['b', 'Đ124N']),
      data('260', '  ', ['a', 'H. :'], ['b', 'Văn học,'], ['c', '[19--?]']),
      data('650', ' 4', ['a', 'Văn học hiện đại'], ['x', 'Tiểu thuyết'], ['z', 'Việt Nam']),
      data('700', '1#', ['a', 'Smith, J.'], ['e', 'dịch']),
      data('930', '  ', ['z', 'ô riêng']),
    )
    expect(found(whole, new Set(['vie', 'fre']))).toEqual([])
  })

  it.each([
    [data('24', '  ', ['a', 'x']), 'error tag_impossible 24'],
    [data('000', '  ', ['a', 'x']), 'error tag_impossible 000'],
    [data('246', 'A ', ['a', 'x']), 'error indicator_impossible 246 A'],
    [data('500', '  ', ['Đ', 'x']), 'error subfield_impossible 500 Đ'],
    [{ tag: '500', value: 'x' }, 'error empty_field 500'],
    [data('008', '  ', ['a', 'x']), 'error subfield_impossible 008 a'],
    [data('331', '  ', ['a', 'x']), 'warning tag_unknown 331'],
    [data('490', '5 ', ['a', 'x']), 'warning indicator_unknown 490 1: 5'],
    [data('500', '  ', ['q', 'x']), 'warning subfield_unknown 500 q'],
    [data('500', '  ', ['a', 'x'], ['a', 'y']), 'warning not_repeatable 500 500$a'],
    [data('245', '00', ['a', 'x']), 'warning not_repeatable 245 245'],
    [data('500', '  ', ['a', ' ']), 'warning empty_field 500'],
    [{ tag: '008', value: 'short' }, 'warning fixed_length_wrong 008 5'],
    [data('020', '  ', ['a', '9786040000003']), 'warning isbn_wrong 020 9786040000003'],
    [data('022', '  ', ['a', '1859-3101']), 'warning issn_wrong 022 1859-3101'],
    [data('041', '0 ', ['a', 'vieenk']), 'warning language_unknown 041 enk'],
    [data('082', '04', ['a', '89.5']), 'warning ddc_wrong 082 89.5'],
    [data('260', '  ', ['c', '20l5']), 'warning year_wrong 260 20l5'],
    [data('264', ' 1', ['c', '3015']), 'warning year_wrong 264 3015'],
  ])('is told of %j', (field, problem) => {
    expect(found(record(field as MarcField), new Set(['vie']))).toContain(problem)
  })

  it('has one main entry', () => {
    expect(found(record(data('100', '0 ', ['a', 'A']), data('110', '2 ', ['a', 'B'])))).toEqual([
      'warning not_repeatable 110 1XX',
    ])
  })

  it('with a leader that is no leader is refused', () => {
    expect(found({ ...record(), leader: 'x' })).toEqual(['error leader_wrong LDR 1/24'])
    expect(found({ ...record(), leader: '00000nam a2200000 ề 4500' })).toEqual(['error leader_wrong LDR ề'])
    expect(found({ ...record(), leader: '00000nxm a2200000 c 4500' })).toEqual([
      'warning leader_wrong LDR 06: x',
    ])
  })

  it('of any shape is checked without failing', () => {
    const text = fc.string({ unit: 'binary', maxLength: 5 })
    const any = fc.record({
      leader: text,
      fields: fc.array(
        fc.oneof(
          fc.record({ tag: text, value: text }),
          fc.record({ tag: text, indicators: text, subfields: fc.array(fc.tuple(text, text)) }),
        ),
      ),
    })
    fc.assert(
      fc.property(any, (of) => {
        for (const problem of checkRecord(of)) expect(MarcProblem.safeParse(problem).success).toBe(true)
      }),
    )
  })
})

describe('the words for MARC', () => {
  const languages: [string, LanguageTexts][] = [
    ['vi', vi],
    ['en', en],
  ]
  it.each(languages)(
    'are there in %s for every tag, subfield, indicator, position and problem',
    (language, texts) => {
      const { exists } = createTexts(language === 'vi' ? 'vi' : 'en', texts)
      const keys = [
        ...knownTags.flatMap((tag) => [tagKey(tag), tagHelpKey(tag)]),
        ...knownTags.flatMap((tag) =>
          [...(tagInfo(tag)?.subfields?.keys() ?? [])]
            .filter((code) => code !== '9')
            .map((code) => subfieldKey(tag, code) ?? `${tag}$${code}`),
        ),
        ...knownTags.flatMap((tag) =>
          ([0, 1] as const).flatMap((place) =>
            (tagInfo(tag)?.indicators[place] ?? []).map((value) => indicatorKey(tag, place, value)),
          ),
        ),
        ...leaderPositions.map(({ key }) => key),
        ...materials.flatMap((material) => fixedPositions(leaderFor(material)).map(({ key }) => key)),
        ...MarcProblem.shape.code.options.map((code) => `marc.problems.${code}`),
      ].filter((key) => key !== null)
      expect(keys.length).toBeGreaterThan(1500)
      expect(keys.filter((key) => !exists(key))).toEqual([])
    },
  )

  it('cover every position of 008 once', () => {
    for (const material of materials) {
      const places = fixedPositions(leaderFor(material)).flatMap(({ from, length }) =>
        Array.from({ length }, (_, offset) => from + offset),
      )
      expect(places).toEqual(Array.from({ length: 40 }, (_, at) => at))
    }
  })
})
