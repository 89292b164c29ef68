import type { ExamplesOf } from '../example.ts'
import { assessed, headcount, headcountRow as row, today, withHeadcount, withMember } from './staff-steps.ts'

const levels = [
  { name: 'Chưa đạt', isEnough: false },
  { name: 'Đạt', isEnough: true },
]

export const headcountExamples = {
  headcounts: [
    {
      name: 'are told with their sums',
      as: 'reader',
      before: [withHeadcount],
      input: {},
      answers: [{ id: 1, people: 10, digitallyTrained: 6, retrained: null }],
    },
  ],
  rule: [
    {
      name: 'has a scale to begin with',
      as: 'reader',
      input: {},
      answers: { skillLevels: [{}, {}, {}, {}] },
    },
  ],
  summary: [
    {
      name: 'counts names where no headcount holds',
      as: 'reader',
      before: [withMember, assessed],
      input: { on: today },
      answers: { headcountId: null, people: 1, trained: 0, skilled: 1 },
    },
    {
      name: 'counts by the headcount while it holds',
      as: 'reader',
      before: [withMember, withHeadcount],
      input: { on: today },
      answers: { headcountId: 1, people: 10, trained: 6, skilled: null },
    },
  ],
  addHeadcount: [
    { name: 'adds one', as: 'director', input: headcount, answers: { id: 1, people: 10 } },
    {
      name: 'begins on a day of its own',
      as: 'director',
      before: [withHeadcount],
      input: headcount,
      refuses: 'headcount_twice',
    },
    {
      name: 'ends after it began',
      as: 'director',
      input: { ...headcount, untilOn: '2024-01-01' },
      refuses: 'headcount_end_first',
    },
    {
      name: 'tells of a post once',
      as: 'director',
      input: { ...headcount, rows: [row, row] },
      refuses: 'row_twice',
    },
    {
      name: 'has no part larger than the whole',
      as: 'director',
      input: { ...headcount, retrained: 11 },
      refuses: 'more_than_people',
    },
  ],
  updateHeadcount: [
    {
      name: 'changes a number',
      as: 'director',
      before: [withHeadcount],
      input: { ...headcount, id: 1, rev: 1, rows: [{ ...row, id: 1, people: 9 }] },
      answers: { rev: 2, people: 9 },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...headcount, id: 404, rev: 1 },
      refuses: 'headcount_not_found',
    },
    {
      name: 'begins on a day of its own',
      as: 'director',
      before: [
        withHeadcount,
        { as: 'director', operation: 'staff.addHeadcount', input: { ...headcount, fromOn: '2026-01-01' } },
      ],
      input: { ...headcount, id: 2, rev: 1 },
      refuses: 'headcount_twice',
    },
    {
      name: 'ends after it began',
      as: 'director',
      before: [withHeadcount],
      input: { ...headcount, id: 1, rev: 1, untilOn: '2024-01-01' },
      refuses: 'headcount_end_first',
    },
    {
      name: 'tells of a post once',
      as: 'director',
      before: [withHeadcount],
      input: { ...headcount, id: 1, rev: 1, rows: [row, row] },
      refuses: 'row_twice',
    },
    {
      name: 'has no part larger than the whole',
      as: 'director',
      before: [withHeadcount],
      input: { ...headcount, id: 1, rev: 1, retrained: 11 },
      refuses: 'more_than_people',
    },
  ],
  removeHeadcount: [
    {
      name: 'takes it away',
      as: 'director',
      before: [withHeadcount],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404, rev: 1 }, refuses: 'headcount_not_found' },
  ],
  setRule: [
    {
      name: 'is the library’s scale from now on',
      as: 'director',
      input: { skillLevels: levels },
      answers: { skillLevels: levels },
    },
    {
      name: 'keeps the levels people are on',
      as: 'director',
      before: [withMember, assessed],
      input: { skillLevels: levels },
      refuses: 'level_in_use',
    },
  ],
} satisfies Partial<ExamplesOf<'staff'>>
