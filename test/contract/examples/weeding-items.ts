import { by, type ExamplesOf } from '../example.ts'
import { away, cancelled } from './copy-steps.ts'
import {
  begun,
  dossier,
  dropped,
  fullList,
  here,
  items,
  one,
  rare,
  refused,
  secondDossier,
  whenApproved,
  whenFounded,
  whenListed,
} from './weeding-steps.ts'

const inSecond = by('cataloguer', 'weeding.addItems', { ...one, id: 2 })
const elsewhere = [...begun, dropped, secondDossier, inSecond]

type Verb = 'items' | 'addItems' | 'changeItems' | 'dropItems' | 'restoreItems'

export const weedingItems = {
  items: [
    {
      name: 'are found by the words of their titles',
      as: 'reader',
      before: begun,
      input: { weedingId: 1, text: 'de men', sort: 'title' },
      answers: {
        rows: [
          {
            id: 1,
            copyId: 1,
            accessionNumber: 'VN.000001',
            title: 'Dế Mèn',
            state: 'listed',
            ground: 'damaged',
            disposal: 'sell',
            reason: 'Rách bìa',
            priceMinor: 12_000,
          },
        ],
        total: { count: 1, isExact: true },
      },
    },
    {
      name: 'remember why they were taken off',
      as: 'reader',
      before: [...begun, dropped],
      input: { weedingId: 1, state: 'removed' },
      answers: { rows: [{ copyId: 1, dropReason: 'Còn dùng' }], total: { count: 1 } },
    },
    {
      name: 'say what they said when the list was signed',
      as: 'reader',
      before: [
        ...whenListed,
        by('cataloguer', 'catalogue.updateTitle', { id: 1, rev: 1, title: 'Tên khác' }),
      ],
      input: { weedingId: 1 },
      answers: { rows: [{ title: 'Dế Mèn' }] },
    },
    { name: 'belong to a dossier', as: 'reader', input: { weedingId: 404 }, refuses: 'weeding_not_found' },
  ],
  addItems: [
    {
      name: 'puts copies on the list once',
      as: 'cataloguer',
      before: begun,
      input: { ...one, copyIds: [1, 2], isProtectedMeant: true },
      answers: { added: 1, known: 1, itemIds: [2] },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), before: here, input: { ...one, id: 404 } },
    { ...refused('list_closed', 'needs an open list'), before: whenListed, input: { ...one, copyIds: [2] } },
    {
      ...refused('copy_not_found', 'needs copies'),
      before: [...here, dossier],
      input: { ...one, copyIds: [1, 404] },
    },
    { ...refused('copy_gone', 'takes what is there'), before: [...here, dossier, cancelled], input: one },
    { ...refused('copy_away', 'waits for those outside'), before: [...here, dossier, away], input: one },
    {
      ...refused('copy_protected', 'leaves special classes unless it is meant'),
      before: [...here, dossier, rare],
      input: one,
    },
    {
      ...refused('copy_last', 'leaves a copy of each title unless it is meant'),
      before: begun,
      input: { ...one, copyIds: [2] },
    },
    {
      ...refused('copy_elsewhere', 'has a copy on one list'),
      before: [...begun, secondDossier],
      input: { ...one, id: 2 },
    },
    {
      ...refused('too_many_items', 'stops at a list nobody reads'),
      before: [...here, dossier],
      upset: fullList,
      input: one,
    },
  ],
  changeItems: [
    {
      name: 'says why they leave, and what becomes of them',
      as: 'cataloguer',
      before: begun,
      input: { ...items, ground: 'outdated', disposal: 'destroy' },
      answers: { items: 1 },
    },
    {
      name: 'may say what becomes of them until the approval',
      as: 'cataloguer',
      before: whenListed,
      input: { ...items, disposal: 'donate' },
      answers: { items: 1 },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), input: { ...items, id: 404, ground: 'lost' } },
    {
      ...refused('list_closed', 'leaves the grounds of a signed list'),
      before: whenListed,
      input: { ...items, ground: 'outdated' },
    },
    {
      ...refused('list_closed', 'leaves what is approved'),
      before: whenApproved,
      input: { ...items, disposal: 'destroy' },
    },
  ],
  dropItems: [
    {
      name: 'takes them off',
      as: 'cataloguer',
      before: begun,
      input: { ...items, reason: 'Còn dùng' },
      answers: { items: 1 },
    },
    {
      name: 'is left to the council once it is founded',
      as: 'cataloguer',
      before: whenFounded,
      input: { ...items, reason: 'Còn giá trị' },
      answers: { items: 1 },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), input: { ...items, id: 404, reason: 'x' } },
    {
      ...refused('list_closed', 'waits for the council'),
      before: whenListed,
      input: { ...items, reason: 'x' },
    },
  ],
  restoreItems: [
    {
      name: 'puts them back',
      as: 'cataloguer',
      before: [...begun, dropped],
      input: items,
      answers: { items: 1 },
    },
    {
      name: 'takes back what the council struck off',
      as: 'cataloguer',
      before: [...whenFounded, dropped],
      input: items,
      answers: { items: 1 },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), input: { ...items, id: 404 } },
    { ...refused('list_closed', 'needs an open list'), before: whenListed, input: items },
    { ...refused('copy_elsewhere', 'has a copy on one list'), before: elsewhere, input: items },
  ],
} satisfies Pick<ExamplesOf<'weeding'>, Verb>
