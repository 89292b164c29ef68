import { by, type ExamplesOf } from '../example.ts'
import { away, cancelled, closed, withdrawn } from './copy-steps.ts'
import {
  begun,
  council,
  councilNamed,
  decision,
  dossier,
  explained,
  here,
  one,
  refused,
  toAppraised,
  whenAppraised,
  whenFounded,
  whenListed,
  whenProposed,
} from './weeding-steps.ts'

const toSign = {
  id: 1,
  rev: 1,
  kind: 'proposal',
  number: '05',
  signedOn: '2020-05-01',
  ...explained,
} as const
const minutesNext = { ...toSign, rev: 4, kind: 'minutes', number: '', signedOn: '2020-05-10' } as const
const secondCopy = [...here, withdrawn, dossier]

type Verb = 'savePaper' | 'recordPaper' | 'approve'

export const weedingPapers = {
  savePaper: [
    {
      name: 'says what a paper will say',
      as: 'cataloguer',
      before: begun,
      input: council,
      answers: {
        kind: 'council',
        rev: 2,
        symbol: 'QĐ-SVH',
        signedOn: null,
        content: { issuingBody: 'Sở Văn hóa', members: [{ name: 'Trần Văn Chủ', role: 'chair' }] },
      },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), input: { ...council, id: 404 } },
    {
      ...refused('paper_signed', 'leaves what is signed'),
      before: whenFounded,
      input: { ...council, rev: 3 },
    },
    {
      ...refused('stale', 'does not write over newer words'),
      before: [...begun, councilNamed],
      input: council,
    },
  ],
  recordPaper: [
    {
      name: 'brings the dossier a stage on',
      as: 'cataloguer',
      before: begun,
      input: toSign,
      answers: { rev: 2, stage: 'proposed', copies: 1 },
    },
    {
      name: 'needs no number of minutes',
      as: 'cataloguer',
      before: [
        ...whenFounded,
        by('cataloguer', 'weeding.savePaper', {
          id: 1,
          kind: 'minutes',
          rev: 1,
          content: { votesFor: 3, votesAgainst: 2 },
        }),
      ],
      input: minutesNext,
      answers: { rev: 5, stage: 'appraised' },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), input: { ...toSign, id: 404 } },
    {
      ...refused('wrong_stage', 'goes paper by paper'),
      before: begun,
      input: { ...toSign, kind: 'list' },
    },
    { ...refused('list_empty', 'needs copies'), before: [dossier], input: toSign },
    {
      ...refused('above_limit_unexplained', 'says why more than a tenth of the stock is to leave'),
      before: begun,
      input: { ...toSign, aboveLimitReason: ' ' },
    },
    {
      ...refused('signed_in_future', 'is signed by now'),
      before: begun,
      input: { ...toSign, signedOn: '2199-01-01' },
    },
    {
      ...refused('before_previous', 'comes after what it rests on'),
      before: whenProposed,
      input: { ...toSign, rev: 2, kind: 'list', signedOn: '2020-04-30' },
    },
    {
      ...refused('number_missing', 'needs the number of a proposal'),
      before: begun,
      input: { ...toSign, number: '' },
    },
    {
      ...refused('council_missing', 'needs who leads the council'),
      before: whenListed,
      input: { ...toSign, rev: 3, kind: 'council', signedOn: '2020-05-05' },
    },
    { ...refused('votes_missing', 'needs the votes'), before: whenFounded, input: minutesNext },
  ],
  approve: [
    {
      name: 'takes the copies out of the stock',
      as: 'director',
      before: whenAppraised,
      input: decision,
      answers: {
        rev: 6,
        stage: 'approved',
        copies: 1,
        approvalNumber: '12/QĐ-TV',
        withdrawnOn: '2020-06-01',
        keptUntil: '2025-06-01',
      },
    },
    { ...refused('weeding_not_found', 'needs a dossier'), input: { ...decision, id: 404 } },
    {
      ...refused('wrong_stage', 'needs the minutes'),
      before: whenFounded,
      input: { ...decision, rev: 4 },
    },
    {
      ...refused('list_empty', 'needs copies'),
      before: whenAppraised,
      upset: [`update weedingItem set state = 'struck'`],
      input: decision,
    },
    {
      ...refused('before_previous', 'comes after the minutes'),
      before: whenAppraised,
      input: { ...decision, signedOn: '2020-05-09' },
    },
    {
      ...refused('copy_not_found', 'needs copies that are there'),
      before: whenAppraised,
      upset: ['pragma foreign_keys = off', 'update weedingItem set copyId = 404'],
      input: decision,
    },
    {
      ...refused('copy_gone', 'takes what is there'),
      before: [...whenAppraised, cancelled],
      input: decision,
    },
    {
      ...refused('copy_away', 'waits for those outside'),
      before: [...whenAppraised, away],
      input: decision,
    },
    {
      ...refused('withdrawn_in_future', 'has happened'),
      before: whenAppraised,
      input: { ...decision, withdrawnOn: '2199-01-01' },
    },
    {
      ...refused('before_accession', 'comes after accession'),
      before: whenAppraised,
      upset: [`update weedingPaper set signedOn = '2020-01-01' where signedOn is not null`],
      input: { ...decision, signedOn: '2020-01-02', withdrawnOn: '2020-01-03' },
    },
    {
      ...refused('before_decision', 'comes after the decision'),
      before: whenAppraised,
      input: { ...decision, withdrawnOn: '2020-05-19' },
    },
    {
      ...refused('above_limit', 'takes a tenth at most'),
      before: whenAppraised,
      input: { ...decision, isAboveLimitMeant: false },
    },
    {
      ...refused('duplicate_decision', 'has a decision once'),
      before: [
        ...secondCopy,
        by('cataloguer', 'weeding.addItems', { ...one, copyIds: [2], isProtectedMeant: true }),
        ...toAppraised,
      ],
      input: decision,
    },
    {
      ...refused('year_is_closed', 'keeps out of closed books'),
      before: [...closed, dossier, by('cataloguer', 'weeding.addItems', one), ...toAppraised],
      input: decision,
    },
  ],
} satisfies Pick<ExamplesOf<'weeding'>, Verb>
