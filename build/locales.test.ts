import { expect, test } from 'vitest'
import {
  actNames,
  compare,
  declaredErrors,
  flatten,
  indicatorTexts,
  keysIn,
  lacking,
  malformed,
  nestedPrefixes,
  unused,
  unwritten,
} from './locales.ts'

const vi = flatten({ list: { empty: 'Chưa có gì', rows: '{{count}} dòng' } }, 'catalogue')

test('flattens a file of texts under its module', () => {
  expect([...vi.keys()]).toEqual(['catalogue.list.empty', 'catalogue.list.rows'])
})

test('finds keys in calls, in text properties and in templates', () => {
  const { required, mentioned, prefixes } = keysIn(
    "t('catalogue.list.empty'); ({ textKey: 'shell.menu.home' }); x('ui.table.next'); t(`common.errors.${code}`); t(`catalogue.states.is_${s}`)",
  )
  expect(required).toEqual(['catalogue.list.empty', 'shell.menu.home'])
  expect(mentioned).toContain('ui.table.next')
  expect(prefixes).toEqual(['common.errors.', 'catalogue.states.is_'])
})

test('finds what texts stand for by a word known only at run time', () => {
  const texts = flatten({ errors: { gone: '$t(interchange.sources.{{reason}})' } }, 'interchange')
  expect(nestedPrefixes(texts)).toEqual(['interchange.sources.'])
  expect(nestedPrefixes(vi)).toEqual([])
})

test('names a key that one language lacks, English plurals counting as one key', () => {
  const en = flatten(
    { list: { rows_one: '{{count}} row', rows_other: '{{count}} rows', more: 'More' } },
    'catalogue',
  )
  expect(compare(vi, en)).toEqual(['en lacks catalogue.list.empty', 'vi lacks catalogue.list.more'])
})

test('names a blank that one language forgets', () => {
  const en = flatten({ list: { empty: 'Nothing yet', rows: 'rows' } }, 'catalogue')
  expect(compare(vi, en)).toEqual(['catalogue.list.rows: vi has {{count}}, en has {{}}'])
})

test('names texts that are empty or not composed', () => {
  expect(malformed('vi', flatten({ a: ' ', b: 'Tệp'.normalize('NFD') }, 'x'))).toEqual([
    'vi x.a is empty',
    'vi x.b is not NFC',
  ])
})

test('names texts nobody uses', () => {
  const use = { keys: new Set(['catalogue.list.rows']), prefixes: new Set<string>() }
  expect(unused(vi, use)).toEqual(['nobody uses catalogue.list.empty'])
  expect(unused(vi, { ...use, prefixes: new Set(['catalogue.list.']) })).toEqual([])
})

test('asks for a text for every declared error, once', () => {
  const contracts = {
    users: {
      queries: {},
      commands: { add: { can: 'anyone', errors: ['taken'] }, rename: { can: 'anyone', errors: ['taken'] } },
    },
  }
  const keys = declaredErrors(contracts, ['stale'])
  expect(keys).toEqual(['users.errors.taken', 'common.errors.stale'])
  expect(lacking('vi', new Map([['users.errors.taken', 'x']]), keys)).toEqual([
    'vi lacks common.errors.stale',
  ])
})

test('asks for words for every act that leaves an entry, and for no other', () => {
  const contracts = {
    users: {
      queries: { list: { can: 'anyone' } },
      commands: { add: { can: 'anyone' }, touch: { can: 'anyone', journal: false } } as const,
      jobs: { copy: { can: 'anyone' } },
    },
  }
  expect(actNames(contracts)).toEqual([
    'users.operations.add',
    'users.operations.copy',
    'engine.operations.upgrade',
  ])
})

test('asks for words for every indicator and every version of its formula', () => {
  expect(indicatorTexts([{ code: 'M2b.02', formulas: [{ version: 2 }, { version: 1 }] }])).toEqual([
    'indicators.names.M2b_02',
    'indicators.units.M2b_02',
    'indicators.formulas.M2b_02_2',
    'indicators.formulas.M2b_02_1',
  ])
})

test('says which text to add, and where', () => {
  const keys = ['catalogue.list.empty', 'catalogue.operations.addTitle']
  expect(unwritten('vi', vi, keys, 'an act that is journaled')).toEqual([
    'an act that is journaled has no text: add operations.addTitle to shared/locales/vi/catalogue.json',
  ])
})
