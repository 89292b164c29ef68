import { by, type ExamplesOf } from '../example.ts'
import { away } from './copy-steps.ts'
import { weedingGathering } from './weeding-gathering.ts'
import { weedingItems } from './weeding-items.ts'
import { weedingPapers } from './weeding-papers.ts'
import { weedingScans } from './weeding-scans.ts'
import {
  approval,
  begun,
  dossier,
  fields,
  here,
  refused,
  secondDossier,
  whenAppraised,
  whenApproved,
  whenFounded,
  whenProposed,
} from './weeding-steps.ts'

const rule = { intervalYears: 3, keptYears: 10, ages: [{ from: '800', to: '899', years: 20 }] }
const settled = by('director', 'weeding.setRule', rule)
const back = { id: 1, rev: 4, to: 'proposed', reason: 'Lập lại danh mục' } as const
const gone = { id: 1, rev: 6, on: '2025-06-02', note: 'Biên bản hủy số 1' }
const keptLonger = by('director', 'weeding.setRule', { keptYears: 100 })

export const weeding = {
  list: [
    {
      name: 'shows dossiers, newest first',
      as: 'reader',
      before: [...begun, secondDossier],
      input: {},
      answers: {
        rows: [
          { id: 2, name: 'Đợt 2', copies: 0 },
          { id: 1, name: 'Thanh lọc 2020', stage: 'gathering', copies: 1, approvalNumber: '' },
        ],
        next: null,
      },
    },
    {
      name: 'goes on where a page ended',
      as: 'reader',
      before: [dossier, secondDossier],
      input: { cursor: '1', limit: 1 },
      answers: { rows: [{ id: 1 }], next: null },
    },
    {
      name: 'shows those whose papers need be kept no longer',
      as: 'reader',
      before: [...whenApproved, secondDossier],
      input: { view: 'expired' },
      answers: { rows: [{ id: 1, approvalNumber: '12/QĐ-TV', keptUntil: '2025-06-01' }], next: null },
    },
    {
      name: 'shows those that are not carried out',
      as: 'reader',
      before: [...whenApproved, secondDossier],
      input: { view: 'open' },
      answers: { rows: [{ id: 2 }], next: null },
    },
  ],
  standing: [
    {
      name: 'tells when the next weeding is due',
      as: 'reader',
      before: [settled, ...whenApproved],
      input: {},
      answers: {
        lastOn: '2020-06-01',
        nextFrom: '2023-06-01',
        intervalYears: 3,
        expired: 0,
        stock: 1,
        most: 0,
      },
    },
    {
      name: 'promises nothing that the library has not settled',
      as: 'reader',
      before: whenApproved,
      input: {},
      answers: { lastOn: '2020-06-01', nextFrom: null, intervalYears: null, expired: 1 },
    },
  ],
  weeding: [
    {
      name: 'says what keeps a copy from leaving',
      as: 'reader',
      before: [...begun, away, secondDossier],
      input: { id: 1 },
      answers: {
        stage: 'gathering',
        titles: 1,
        copies: 1,
        amountMinor: 12_000,
        share: { copies: 1, stock: 2, most: 0, isAboveLimit: true },
        byGround: [{ ground: 'damaged', copies: 1, amountMinor: 12_000 }],
        byDisposal: [{ disposal: 'sell', copies: 1, amountMinor: 12_000 }],
        cannotCount: 1,
        cannot: [{ copyId: 1, accessionNumber: 'VN.000001', reason: 'on_loan' }],
        sameYear: { dossiers: 1, copies: 0 },
        withdrawals: [],
      },
    },
    {
      name: 'keeps its five papers and what left by them',
      as: 'reader',
      before: whenApproved,
      input: { id: 1 },
      answers: {
        stage: 'approved',
        share: { copies: 1, stock: 2 },
        cannot: [],
        papers: [
          { kind: 'proposal', number: '05', signedOn: '2020-05-01' },
          { kind: 'list', number: '', signedOn: '2020-05-02' },
          { kind: 'council', number: '07', symbol: 'QĐ-SVH', signedOn: '2020-05-05' },
          { kind: 'minutes', signedOn: '2020-05-10', content: { votesFor: 5 } },
          { kind: 'approval', number: '12', symbol: 'QĐ-TV', signedOn: '2020-05-20', scan: null },
        ],
        withdrawals: [{ id: 1, ground: 'damaged', copies: 1, takenBackOn: null }],
      },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'weeding_not_found' },
  ],
  rule: [
    {
      name: 'begins with what the law asks',
      as: 'reader',
      input: {},
      answers: { intervalYears: null, keptYears: 5, ages: null },
    },
    { name: 'is what was settled', as: 'reader', before: [settled], input: {}, answers: rule },
  ],
  setRule: [
    { name: 'settles how the library weeds', as: 'director', input: rule, answers: rule },
    {
      name: 'keeps papers as long as the law asks',
      as: 'director',
      input: { ...rule, keptYears: 4 },
      refuses: 'invalid_input',
    },
    { name: 'is not for readers', as: 'reader', input: rule, refuses: 'forbidden' },
  ],
  addWeeding: [
    {
      name: 'opens a dossier',
      as: 'cataloguer',
      input: { ...fields, disposal: 'donate', note: 'Kho đọc' },
      answers: {
        id: 1,
        rev: 1,
        stage: 'gathering',
        disposal: 'donate',
        note: 'Kho đọc',
        copies: 0,
        withdrawnOn: null,
        keptUntil: null,
      },
    },
  ],
  updateWeeding: [
    {
      name: 'changes what it is called, whatever is signed',
      as: 'cataloguer',
      before: whenProposed,
      input: { ...fields, id: 1, rev: 2, name: 'Thanh lọc đợt 1', disposal: 'destroy' },
      answers: { rev: 3, name: 'Thanh lọc đợt 1', disposal: 'destroy', stage: 'proposed', copies: 1 },
    },
    { ...refused('weeding_not_found', 'needs one'), input: { ...fields, id: 404, rev: 1 } },
    {
      ...refused('weeding_approved', 'leaves what is carried out'),
      before: whenApproved,
      input: { ...fields, id: 1, rev: 6 },
    },
    {
      ...refused('stale', 'does not write over newer words'),
      before: whenProposed,
      input: { ...fields, id: 1, rev: 1 },
    },
  ],
  removeWeeding: [
    {
      name: 'takes its list with it',
      as: 'cataloguer',
      before: begun,
      input: { id: 1, rev: 1 },
      answers: { id: 1, copies: 1 },
    },
    { ...refused('weeding_not_found', 'needs one'), before: here, input: { id: 404, rev: 1 } },
    {
      ...refused('weeding_signed', 'keeps what is signed'),
      before: whenProposed,
      input: { id: 1, rev: 2 },
    },
  ],
  goBack: [
    {
      name: 'unsigns the papers after a stage',
      as: 'cataloguer',
      before: whenFounded,
      input: back,
      answers: { rev: 5, stage: 'proposed', copies: 1 },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), input: { ...back, id: 404 } },
    {
      ...refused('weeding_approved', 'leaves what is carried out'),
      before: whenApproved,
      input: { ...back, rev: 6 },
    },
    {
      ...refused('wrong_stage', 'goes back, never on'),
      before: whenProposed,
      input: { ...back, rev: 2 },
    },
  ],
  setDestroyed: [
    {
      name: 'records that the papers are gone',
      as: 'cataloguer',
      before: whenApproved,
      input: gone,
      answers: { rev: 7, destroyedOn: '2025-06-02', destroyedNote: 'Biên bản hủy số 1' },
    },
    {
      name: 'takes the record back',
      as: 'cataloguer',
      before: [...whenApproved, by('cataloguer', 'weeding.setDestroyed', gone)],
      input: { id: 1, rev: 7, on: null },
      answers: { rev: 8, destroyedOn: null, destroyedNote: '' },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), input: { ...gone, id: 404 } },
    {
      ...refused('still_kept', 'waits as long as the library has settled'),
      before: [keptLonger, ...whenAppraised, approval],
      input: gone,
    },
    {
      ...refused('still_kept', 'keeps what is not carried out'),
      before: begun,
      input: { ...gone, rev: 1 },
    },
    {
      ...refused('destroyed_in_future', 'has happened'),
      before: whenApproved,
      input: { ...gone, on: '2199-01-01' },
    },
  ],
  ...weedingGathering,
  ...weedingItems,
  ...weedingPapers,
  ...weedingScans,
} satisfies ExamplesOf<'weeding'>
