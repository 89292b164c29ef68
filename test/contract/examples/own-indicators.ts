import { expect } from 'vitest'
import type { InputOf } from '../../../shared/contract.ts'
import type { SpecOf } from '../../../shared/contracts.ts'
import { by, type ExamplesOf } from '../example.ts'

type OwnVerbs = Pick<
  ExamplesOf<'indicators'>,
  'own' | 'measures' | 'addOwn' | 'changeOwn' | 'withdrawOwn' | 'restoreOwn' | 'exportOwn'
>

type Added = InputOf<SpecOf<'indicators.addOwn'>>
const input: Added = {
  code: 'TV.01',
  nature: 'in_period',
  fromOn: '2020-01-01',
  name: 'Bản bổ sung và thanh lọc',
  unit: 'bản',
  formula: {
    way: 'sum',
    terms: [{ measure: 'copies.accessioned' }, { measure: 'copies.withdrawn', sign: 'minus' }],
  },
  source: 'Kế hoạch của Sở',
}
const { code: _, nature: __, ...said } = input
const added = by('activities', 'indicators.addOwn', input)
const later = { ...said, id: 1, rev: 1, fromOn: '2020-04-01', name: 'Bản tăng thêm' }
const of = { id: 1, rev: 1 }

export const ownIndicators: OwnVerbs = {
  own: [
    {
      name: 'lists every version, newest first',
      as: 'reader',
      before: [added, by('director', 'indicators.changeOwn', later)],
      input: {},
      answers: [
        {
          code: 'TV.01',
          versions: [
            { version: 2, name: 'Bản tăng thêm' },
            { version: 1, name: said.name },
          ],
        },
      ],
    },
  ],
  measures: [
    {
      name: 'are what formulas may be made of',
      as: 'reader',
      input: {},
      answers: expect.arrayContaining(['copies.held', 'readers.visits']) as string[],
    },
  ],
  addOwn: [
    {
      name: 'defines one without a program being written',
      as: 'activities',
      input,
      answers: { id: 1, rev: 1, code: 'TV.01', withdrawnOn: null, versions: [{ version: 1, unit: 'bản' }] },
    },
    {
      name: 'keeps each code for one',
      as: 'activities',
      before: [added],
      input: { ...input, code: 'TV.01' },
      refuses: 'code_taken',
    },
    {
      name: 'counts by what is measured',
      as: 'activities',
      input: { ...input, formula: { way: 'sum', terms: [{ measure: 'copies.imagined' }] } },
      refuses: 'unknown_measure',
    },
  ],
  changeOwn: [
    {
      name: 'makes a version that holds from its day',
      as: 'director',
      before: [added],
      input: later,
      answers: { rev: 2, versions: [{ version: 2, fromOn: '2020-04-01' }, { version: 1 }] },
    },
    { name: 'finds it gone', as: 'director', input: later, refuses: 'own_not_found' },
    {
      name: 'counts by what is measured',
      as: 'director',
      before: [added],
      input: { ...later, formula: { way: 'sum', terms: [{ measure: 'copies.imagined' }] } },
      refuses: 'unknown_measure',
    },
    {
      name: 'begins no sooner than the one before',
      as: 'director',
      before: [added],
      input: { ...later, fromOn: '2019-12-31' },
      refuses: 'version_too_early',
    },
  ],
  withdrawOwn: [
    {
      name: 'takes it out of the list from a day on',
      as: 'director',
      before: [added],
      input: { ...of, on: '2020-04-01' },
      answers: { withdrawnOn: '2020-04-01', rev: 2 },
    },
    { name: 'finds it gone', as: 'director', input: { ...of, on: '2020-04-01' }, refuses: 'own_not_found' },
  ],
  restoreOwn: [
    {
      name: 'brings it back',
      as: 'director',
      before: [added, by('director', 'indicators.withdrawOwn', { ...of, on: '2020-04-01' })],
      input: { id: 1, rev: 2 },
      answers: { withdrawnOn: null },
    },
    { name: 'finds it gone', as: 'director', input: of, refuses: 'own_not_found' },
  ],
  exportOwn: [
    {
      name: 'is a list of all versions',
      as: 'reader',
      before: [added],
      input: { format: 'csv' },
      answers: { rows: 1, file: { name: 'chi-so-rieng.csv' } },
    },
  ],
}
