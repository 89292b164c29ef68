import { by, type ExamplesOf } from '../example.ts'
import {
  admitted,
  correction,
  founded,
  income,
  paid,
  payment,
  rate,
  rated,
  received,
  reckoned,
  school,
} from './association-steps.ts'

type DuesVerbs = Pick<
  ExamplesOf<'association'>,
  | 'rates'
  | 'dues'
  | 'entries'
  | 'income'
  | 'setRate'
  | 'removeRate'
  | 'reckonDues'
  | 'payDues'
  | 'correctDues'
  | 'addIncome'
  | 'correctIncome'
>
const ahead = '2199-12-24'
const corrected = by('activities', 'association.correctDues', correction)
const incomeCorrected = by('activities', 'association.correctIncome', correction)

export const dues: DuesVerbs = {
  rates: [{ name: 'are listed', as: 'director', before: [rated], input: {}, answers: [{ id: 1, ...rate }] }],
  dues: [
    {
      name: 'are told by unit, with what nobody can reckon',
      as: 'director',
      before: [founded, school, admitted, rated, reckoned, paid],
      input: { year: 2026 },
      answers: {
        rows: [
          { branchId: 1, members: 3, owedMinor: 150_000, paidMinor: 100_000, beforeMinor: 0 },
          { branchId: 2, members: null, owedMinor: 0 },
        ],
        total: { owedMinor: 150_000, paidMinor: 100_000 },
        unreckoned: 0,
        withoutRate: ['education'],
        years: [2026],
      },
    },
    {
      name: 'carry over what was left open',
      as: 'director',
      before: [founded, admitted, rated, reckoned, paid],
      input: { year: 2027, isArrearsOnly: true },
      answers: { rows: [{ branchId: 1, owedMinor: 0, beforeMinor: 50_000 }] },
    },
  ],
  entries: [
    {
      name: 'are the ledger, the newest line first',
      as: 'director',
      before: [founded, admitted, rated, reckoned, paid],
      input: {},
      answers: {
        rows: [
          { id: 2, kind: 'payment' },
          { id: 1, kind: 'charge', members: 3 },
        ],
        next: null,
      },
    },
    {
      name: 'takes no cursor of another list',
      as: 'director',
      input: { cursor: 'x' },
      refuses: 'invalid_input',
    },
  ],
  income: [
    {
      name: 'is told with its sum',
      as: 'director',
      before: [received],
      input: { year: 2026 },
      answers: { rows: [{ id: 1, isCorrected: false }], totalMinor: 10_000_000 },
    },
  ],
  setRate: [
    {
      name: 'says what is asked from a year on, again if need be',
      as: 'activities',
      before: [rated],
      input: { ...rate, amountMinor: 60_000 },
      answers: { id: 1, amountMinor: 60_000 },
    },
  ],
  removeRate: [
    { name: 'takes it out', as: 'activities', before: [rated], input: { id: 1 }, answers: { id: 1 } },
    { name: 'finds nothing', as: 'activities', input: { id: 404 }, refuses: 'rate_not_found' },
  ],
  reckonDues: [
    {
      name: 'writes what each unit owes by its members on the day',
      as: 'activities',
      before: [founded, admitted, rated],
      input: { year: 2026, on: '2026-11-01' },
      answers: { ids: [1], units: 1, amountMinor: 150_000 },
    },
    {
      name: 'writes nothing twice',
      as: 'activities',
      before: [founded, admitted, rated, reckoned],
      input: { year: 2026, on: '2026-11-01' },
      refuses: 'nothing_to_reckon',
    },
    {
      name: 'needs a rate',
      as: 'activities',
      before: [founded],
      input: { year: 2026, on: '2026-11-01' },
      refuses: 'no_rate',
    },
    {
      name: 'knows no members of a day to come',
      as: 'activities',
      before: [founded, rated],
      input: { year: 2026, on: ahead },
      refuses: 'day_in_future',
    },
  ],
  payDues: [
    {
      name: 'is a line of the ledger',
      as: 'activities',
      before: [founded],
      input: payment,
      answers: { id: 1, kind: 'payment', amountMinor: 100_000, isCorrected: false },
    },
    { name: 'needs its unit', as: 'activities', input: payment, refuses: 'branch_not_found' },
    {
      name: 'keeps receipts apart',
      as: 'activities',
      before: [founded, paid],
      input: payment,
      refuses: 'duplicate_receipt',
    },
    {
      name: 'is not paid in days to come',
      as: 'activities',
      before: [founded],
      input: { ...payment, on: ahead },
      refuses: 'day_in_future',
    },
  ],
  correctDues: [
    {
      name: 'takes a line back by another',
      as: 'activities',
      before: [founded, paid],
      input: correction,
      answers: { id: 2, amountMinor: -100_000, correctsId: 1 },
    },
    { name: 'finds nothing', as: 'activities', input: correction, refuses: 'entry_not_found' },
    {
      name: 'is done once',
      as: 'activities',
      before: [founded, paid, corrected],
      input: correction,
      refuses: 'entry_corrected',
    },
    {
      name: 'is not corrected itself',
      as: 'activities',
      before: [founded, paid, corrected],
      input: { ...correction, id: 2 },
      refuses: 'corrects_only',
    },
    {
      name: 'is not dated ahead',
      as: 'activities',
      before: [founded, paid],
      input: { ...correction, on: ahead },
      refuses: 'day_in_future',
    },
    {
      name: 'is not dated before its line',
      as: 'activities',
      before: [founded, paid],
      input: { ...correction, on: '2026-11-01' },
      refuses: 'corrected_before',
    },
  ],
  addIncome: [
    {
      name: 'is recorded apart from dues',
      as: 'activities',
      input: income,
      answers: { id: 1, ...income },
    },
    {
      name: 'needs the activity it names',
      as: 'activities',
      input: { ...income, activityId: 404 },
      refuses: 'activity_not_found',
    },
    {
      name: 'has come in',
      as: 'activities',
      input: { ...income, on: ahead },
      refuses: 'day_in_future',
    },
  ],
  correctIncome: [
    {
      name: 'takes a line back by another',
      as: 'activities',
      before: [received],
      input: correction,
      answers: { id: 2, amountMinor: -10_000_000, correctsId: 1 },
    },
    { name: 'finds nothing', as: 'activities', input: correction, refuses: 'entry_not_found' },
    {
      name: 'is done once',
      as: 'activities',
      before: [received, incomeCorrected],
      input: correction,
      refuses: 'entry_corrected',
    },
    {
      name: 'is not corrected itself',
      as: 'activities',
      before: [received, incomeCorrected],
      input: { ...correction, id: 2 },
      refuses: 'corrects_only',
    },
    {
      name: 'is not dated ahead',
      as: 'activities',
      before: [received],
      input: { ...correction, on: ahead },
      refuses: 'day_in_future',
    },
    {
      name: 'is not dated before its line',
      as: 'activities',
      before: [received],
      input: { ...correction, on: '2026-08-01' },
      refuses: 'corrected_before',
    },
  ],
}
