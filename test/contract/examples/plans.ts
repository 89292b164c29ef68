import type { ErrorsOf, InputOf } from '../../../shared/contract.ts'
import type { SpecOf } from '../../../shared/contracts.ts'
import { among, by, type ExamplesOf } from '../example.ts'
import { roadmapExamples } from './plans-roadmaps.ts'
import {
  allocation,
  document,
  ownDocumentId,
  ownTargetId,
  spending,
  stage,
  target,
  today,
  withAllocation,
  withDocument,
  withRoadmap,
  withTarget,
} from './plans-steps.ts'

const gone = { id: 404, rev: 1 }
const ownDocument = { id: ownDocumentId, rev: 1 }
const ownTarget = { id: ownTargetId, rev: 1 }
const cell = { indicatorCode: 'M2b.08', period: '2026-Q4', value: 300 } as const
const grid = { fromOn: '2026-10-01', source: 'Kế hoạch năm' } as const

type Document = Partial<InputOf<SpecOf<'plans.addDocument'>>>
type Allocation = Partial<InputOf<SpecOf<'plans.addAllocation'>>>
const refusedDocuments: [ErrorsOf<SpecOf<'plans.addDocument'>>, Document][] = [
  ['stage_twice', { stages: [stage, stage] }],
  ['stage_in_future', { stages: [{ ...stage, on: '2199-01-01' }] }],
]
const refusedAllocations: [ErrorsOf<SpecOf<'plans.addAllocation'>>, Allocation][] = [
  ['allocated_in_future', { allocatedOn: '2199-01-01', disbursements: [] }],
  ['spent_before_allocated', { disbursements: [{ ...spending, on: '2026-01-01' }] }],
  ['spent_in_future', { disbursements: [{ ...spending, on: '2199-01-01' }] }],
  ['spent_over_allocation', { amount: 50_000_000 }],
]
const refusedTargets = [
  ['percent_over_100', { indicatorCode: 'D206.03', value: 120 }],
  ['unknown_indicator', { indicatorCode: 'M9.99' }],
  ['document_not_found', { documentId: 404 }],
  ['roadmap_not_found', { roadmapId: 404 }],
] as const

export const plans: ExamplesOf<'plans'> = {
  ...roadmapExamples,
  documents: [
    {
      name: 'are told with the stage reached by the day',
      as: 'reader',
      before: [withDocument],
      input: { on: '2026-06-30', origin: 'own' },
      answers: { rows: [{ id: ownDocumentId, reached: 'review', reachedOn: '2026-05-01' }], next: null },
    },
    {
      name: 'come with those that reports rest on',
      as: 'reader',
      input: { on: today, text: '206' },
      answers: { rows: [{ number: '206/QĐ-TTg', issuedOn: '2021-02-11', origin: 'outer' }] },
    },
  ],
  allocations: [
    {
      name: 'are told with what was spent by the day',
      as: 'reader',
      before: [withAllocation],
      input: { on: today, year: 2026 },
      answers: {
        rows: [{ id: 1, spent: 100_000_000, percent: 25 }],
        total: { amount: 400_000_000, spent: 100_000_000, percent: 25 },
      },
    },
  ],
  targets: [
    {
      name: 'of Decision 206 come with their source',
      as: 'reader',
      input: { on: today, text: 'D206.03' },
      answers: {
        rows: [{ value: 70, period: '2025-12-31', scope: 'national', sourceName: '206/QĐ-TTg' }],
      },
    },
    {
      name: 'of an indicator that is not in the list say so',
      as: 'reader',
      before: [
        by('director', 'plans.addTarget', {
          ...target,
          indicatorCode: 'TV.99',
          accepted: ['unknown_indicator'],
        }),
      ],
      input: { on: today, text: 'TV.99' },
      answers: { rows: among({ indicatorCode: 'TV.99', isKnown: false }) },
    },
  ],
  targetGrid: [
    {
      name: 'has what holds for the year and its quarters',
      as: 'reader',
      before: [withTarget],
      input: { year: 2026, scope: 'library', on: today },
      answers: [{ id: ownTargetId, ...target }],
    },
  ],
  addDocument: [
    {
      name: 'adds it with its stages',
      as: 'director',
      input: document,
      answers: { id: ownDocumentId, reached: 'advise' },
    },
    ...refusedDocuments.map(([refuses, fields]) => ({
      name: `is refused: ${refuses}`,
      as: 'director' as const,
      input: { ...document, ...fields },
      refuses,
    })),
  ],
  updateDocument: [
    {
      name: 'is quoted in the report from now on',
      as: 'director',
      before: [withDocument],
      input: { ...document, ...ownDocument, quotedAs: 'Căn cứ Đề án thư viện số;' },
      answers: { rev: 2, quotedAs: 'Căn cứ Đề án thư viện số;' },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...document, ...gone },
      refuses: 'document_not_found',
    },
    ...refusedDocuments.map(([refuses, fields]) => ({
      name: `is refused: ${refuses}`,
      as: 'director' as const,
      before: [withDocument],
      input: { ...document, ...ownDocument, ...fields },
      refuses,
    })),
  ],
  removeDocument: [
    {
      name: 'takes it away',
      as: 'director',
      before: [withDocument],
      input: ownDocument,
      answers: { id: ownDocumentId },
    },
    { name: 'finds nothing', as: 'director', input: gone, refuses: 'document_not_found' },
  ],
  restoreDocument: [
    {
      name: 'comes back',
      as: 'director',
      before: [withDocument, by('director', 'plans.removeDocument', ownDocument)],
      input: { id: ownDocumentId },
      answers: { id: ownDocumentId },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404 }, refuses: 'document_not_found' },
  ],
  addAllocation: [
    { name: 'adds it', as: 'director', input: allocation, answers: { id: 1, spent: 100_000_000 } },
    {
      name: 'may be spent over, once it is meant',
      as: 'director',
      input: { ...allocation, amount: 50_000_000, accepted: ['spent_over_allocation'] },
      answers: { id: 1, percent: 200 },
    },
    ...refusedAllocations.map(([refuses, fields]) => ({
      name: `is refused: ${refuses}`,
      as: 'director' as const,
      input: { ...allocation, ...fields },
      refuses,
    })),
  ],
  updateAllocation: [
    {
      name: 'changes it',
      as: 'director',
      before: [withAllocation],
      input: { ...allocation, id: 1, rev: 1, amount: 200_000_000 },
      answers: { rev: 2, percent: 50 },
    },
    {
      name: 'finds nothing',
      as: 'director',
      input: { ...allocation, ...gone },
      refuses: 'allocation_not_found',
    },
    ...refusedAllocations.map(([refuses, fields]) => ({
      name: `is refused: ${refuses}`,
      as: 'director' as const,
      before: [withAllocation],
      input: { ...allocation, id: 1, rev: 1, ...fields },
      refuses,
    })),
  ],
  removeAllocation: [
    {
      name: 'takes it away',
      as: 'director',
      before: [withAllocation],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: gone, refuses: 'allocation_not_found' },
  ],
  restoreAllocation: [
    {
      name: 'comes back',
      as: 'director',
      before: [withAllocation, by('director', 'plans.removeAllocation', { id: 1, rev: 1 })],
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { id: 404 }, refuses: 'allocation_not_found' },
  ],
  addTarget: [
    { name: 'adds it', as: 'director', input: target, answers: { id: ownTargetId, rev: 1, ...target } },
    {
      name: 'is set once from a day',
      as: 'director',
      before: [withTarget],
      input: target,
      refuses: 'target_twice',
    },
    ...refusedTargets.map(([refuses, fields]) => ({
      name: `is refused: ${refuses}`,
      as: 'director' as const,
      input: { ...target, ...fields },
      refuses,
    })),
  ],
  updateTarget: [
    {
      name: 'changes it',
      as: 'director',
      before: [withTarget],
      input: { ...target, ...ownTarget, value: 1500 },
      answers: { rev: 2, value: 1500 },
    },
    { name: 'finds nothing', as: 'director', input: { ...target, ...gone }, refuses: 'target_not_found' },
    {
      name: 'is set once from a day',
      as: 'director',
      before: [withTarget],
      input: { ...target, id: 1, rev: 1 },
      refuses: 'target_twice',
    },
    ...refusedTargets.map(([refuses, fields]) => ({
      name: `is refused: ${refuses}`,
      as: 'director' as const,
      before: [withTarget],
      input: { ...target, ...ownTarget, ...fields },
      refuses,
    })),
  ],
  removeTargets: [
    {
      name: 'takes them away',
      as: 'director',
      before: [withTarget],
      input: { targets: [ownTarget] },
      answers: { removed: 1 },
    },
    { name: 'finds nothing', as: 'director', input: { targets: [gone] }, refuses: 'target_not_found' },
  ],
  setTargets: [
    {
      name: 'sets what is new and what was there',
      as: 'director',
      before: [withTarget],
      input: { fromOn: '2026-01-01', cells: [cell, { ...cell, period: '2026', value: 1300 }] },
      answers: {
        added: [{ period: '2026-Q4', value: 300 }],
        changedFrom: [{ id: ownTargetId, value: 1200 }],
      },
    },
    {
      name: 'has each cell once',
      as: 'director',
      input: { ...grid, cells: [cell, cell] },
      refuses: 'cell_twice',
    },
    {
      name: 'asks about a share above the whole',
      as: 'director',
      input: { ...grid, cells: [{ ...cell, indicatorCode: 'D206.03' }] },
      refuses: 'percent_over_100',
    },
    {
      name: 'asks about an indicator that is not in the list',
      as: 'director',
      input: { ...grid, cells: [{ ...cell, indicatorCode: 'M9.99' }] },
      refuses: 'unknown_indicator',
    },
    {
      name: 'rests on a document that is there',
      as: 'director',
      input: { ...grid, documentId: 404, cells: [cell] },
      refuses: 'document_not_found',
    },
    {
      name: 'rests on a plan that is there',
      as: 'director',
      input: { ...grid, roadmapId: 404, cells: [cell] },
      refuses: 'roadmap_not_found',
    },
  ],
  exportList: [
    {
      name: 'hands out what a list shows',
      as: 'reader',
      before: [withRoadmap],
      input: { choice: { list: 'roadmaps', filters: { on: today } }, format: 'csv' },
      answers: { rows: 1 },
    },
  ],
}
