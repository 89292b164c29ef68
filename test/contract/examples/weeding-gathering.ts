import { by, type ExamplesOf } from '../example.ts'
import {
  begun,
  dossier,
  dropped,
  fullList,
  here,
  one,
  rare,
  refused,
  whenListed,
  worn,
  worse,
} from './weeding-steps.ts'

const rules = { rules: { conditions: ['damaged' as const] } }
const wornRules = { rules: { conditions: ['worn' as const] } }
const gathered = by('cataloguer', 'weeding.gather', { id: 1, ...rules })
const ready = [...here, worse, dossier]

type Verb = 'candidates' | 'gather' | 'undoGathering' | 'fetchList'

export const weedingGathering = {
  candidates: [
    {
      name: 'come with their reasons and a tenth of the stock',
      as: 'reader',
      before: [...here, worse],
      input: { rules: { ...rules.rules, surplusAbove: 1 } },
      answers: {
        rows: [
          {
            copyId: 1,
            ground: 'damaged',
            condition: 'damaged',
            reasons: [{ code: 'damaged' }, { code: 'surplus', of: 2, keeps: 1 }],
          },
        ],
        total: { count: 1, isExact: true },
        titles: 1,
        amountMinor: 12_000,
        byReason: { damaged: 1, worn: 0, surplus: 1, missing: 0 },
        groundless: 0,
        share: { copies: 1, stock: 2, most: 0, isAboveLimit: true },
      },
    },
    {
      name: 'leave special classes alone',
      as: 'reader',
      before: [...here, worse, rare],
      input: rules,
      answers: { rows: [], leftOut: { protected: 1, last: 0, away: 0, inDossiers: 0 } },
    },
    {
      name: 'leave the last copy of a title',
      as: 'reader',
      before: here,
      input: { rules: { scopeMaterials: ['book'] } },
      answers: { rows: [{ copyId: 2 }], leftOut: { last: 1 } },
    },
    {
      name: 'leave those that are on a list',
      as: 'reader',
      before: [...ready, gathered],
      input: rules,
      answers: { rows: [], leftOut: { inDossiers: 1 } },
    },
  ],
  gather: [
    {
      name: 'brings in only those that are meant',
      as: 'cataloguer',
      before: ready,
      input: { id: 1, ...rules, only: [1] },
      answers: { added: 1 },
    },
    {
      name: 'takes the ground of worn copies from the person who brings them in',
      as: 'cataloguer',
      before: [...here, worn, dossier],
      input: { id: 1, ...wornRules, groundMeant: 'outdated' },
      answers: { added: 1 },
    },
    {
      ...refused('ground_missing', 'asks for the ground of worn copies'),
      before: [...here, worn, dossier],
      input: { id: 1, ...wornRules },
    },
    {
      name: 'brings in what the rules propose',
      as: 'cataloguer',
      before: ready,
      input: { id: 1, ...rules },
      answers: { weedingId: 1, added: 1, jobId: 1 },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), input: { id: 404, ...rules } },
    { ...refused('list_closed', 'needs an open list'), before: whenListed, input: { id: 1, ...rules } },
    {
      ...refused('no_candidates', 'finds what nobody took off beforehand'),
      before: ready,
      input: { id: 1, ...rules, without: [1] },
    },
    {
      ...refused('too_many_items', 'stops at a list nobody reads'),
      before: ready,
      upset: fullList,
      input: { id: 1, ...rules },
    },
  ],
  undoGathering: [
    {
      name: 'takes back one run',
      as: 'cataloguer',
      before: [...ready, gathered],
      input: { id: 1, jobId: 1 },
      answers: { items: 1 },
    },
    {
      name: 'leaves what a person chose',
      as: 'cataloguer',
      before: begun,
      input: { id: 1, jobId: 1 },
      answers: { items: 0 },
    },
    {
      name: 'leaves what a person put back by hand',
      as: 'cataloguer',
      before: [...ready, gathered, dropped, by('cataloguer', 'weeding.addItems', one)],
      input: { id: 1, jobId: 1 },
      answers: { items: 0 },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), input: { id: 404, jobId: 1 } },
    { ...refused('list_closed', 'needs an open list'), before: whenListed, input: { id: 1, jobId: 1 } },
  ],
  fetchList: [
    {
      name: 'is a sheet to walk along the shelves with',
      as: 'reader',
      before: begun,
      input: { id: 1, format: 'xlsx' },
      answers: { file: { name: 'danh-sach-lay-tai-lieu-1.xlsx' } },
    },
    {
      name: 'is a paper with boxes to tick',
      as: 'reader',
      before: begun,
      input: { id: 1, format: 'pdf' },
      answers: { file: { name: 'danh-sach-lay-tai-lieu-1.pdf' } },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), input: { id: 404, format: 'pdf' } },
    { ...refused('list_empty', 'needs copies'), before: [dossier], input: { id: 1, format: 'pdf' } },
  ],
} satisfies Pick<ExamplesOf<'weeding'>, Verb>
