import { isoDateAt } from '../../../shared/dates.ts'
import { by, type ExamplesOf } from '../example.ts'
import {
  atHome,
  closed,
  fields,
  first,
  opened,
  paused,
  planned,
  refused,
  scanned,
  unknown,
  whenClosed,
  whenOpen,
  whenPaused,
  whenPlanned,
  whenScanned,
} from './stocktake-steps.ts'

const toSign = { id: 1, minutesNumber: '08' }
const today = () => isoDateAt(Date.now())
const signed = by('cataloguer', 'stocktake.sign', () => ({ ...toSign, signedOn: today() }))

type Verb = 'open' | 'pause' | 'resume' | 'reopen' | 'sign'

/** From the plan to the signature. */
export const stocktakeStates = {
  open: [
    {
      name: 'draws up the list of what is expected',
      as: 'cataloguer',
      before: whenPlanned,
      input: { id: 1 },
      answers: { expected: 2 },
    },
    {
      name: 'leaves out what the plan does not mean',
      as: 'cataloguer',
      before: [...whenPlanned, by('cataloguer', 'stocktake.update', { ...fields, id: 1, rev: 1, ddc: '5' })],
      input: { id: 1 },
      answers: { expected: 0 },
    },
    unknown,
    { ...refused('not_planned', 'begins once'), before: [planned, opened], input: { id: 1 } },
  ],
  pause: [
    {
      name: 'lets it rest',
      as: 'cataloguer',
      before: whenOpen,
      input: { id: 1 },
      answers: { rev: 3, state: 'paused' },
    },
    unknown,
    { ...refused('not_open', 'needs an open one'), before: [planned], input: { id: 1 } },
  ],
  resume: [
    {
      name: 'goes on',
      as: 'cataloguer',
      before: whenPaused,
      input: { id: 1 },
      answers: { rev: 4, state: 'open' },
    },
    unknown,
    { ...refused('not_paused', 'needs one that rests'), before: whenOpen, input: { id: 1 } },
  ],
  reopen: [
    {
      name: 'takes a closing back',
      as: 'cataloguer',
      before: whenClosed,
      input: { id: 1 },
      answers: { rev: 5, state: 'open', closedOn: null, tallies: null },
    },
    unknown,
    { ...refused('not_closed', 'needs a closed one'), before: whenScanned, input: { id: 1 } },
    {
      ...refused('already_signed', 'leaves what is signed'),
      before: [...whenClosed, signed],
      input: { id: 1 },
    },
  ],
  sign: [
    {
      name: 'ends it, with the number written on the minutes',
      as: 'cataloguer',
      before: whenClosed,
      input: () => ({ ...toSign, signedOn: today() }),
      answers: { rev: 5, state: 'signed', minutesNumber: '08' },
    },
    {
      name: 'keeps the number of the closing where none is given',
      as: 'cataloguer',
      before: [
        ...whenOpen,
        by('cataloguer', 'stocktake.scan', { id: 1, scans: [{ ...first, ...atHome }] }),
        closed,
      ],
      input: () => ({ id: 1, signedOn: today() }),
      answers: { state: 'signed', minutesNumber: '07' },
    },
    { ...refused('stocktake_not_found', 'needs a stocktake'), input: { id: 404, signedOn: '2020-06-30' } },
    {
      ...refused('not_closed', 'needs a closed one'),
      before: [planned, opened, paused],
      input: { ...toSign, signedOn: '2020-06-30' },
    },
    {
      ...refused('already_signed', 'happens once'),
      before: [...whenOpen, scanned, closed, signed],
      input: () => ({ ...toSign, signedOn: today() }),
    },
    {
      ...refused('signed_in_future', 'has happened'),
      before: whenClosed,
      input: { ...toSign, signedOn: '2199-01-01' },
    },
    {
      ...refused('signed_before_closing', 'comes after the closing'),
      before: whenClosed,
      input: { ...toSign, signedOn: '2020-06-30' },
    },
  ],
} satisfies Pick<ExamplesOf<'stocktake'>, Verb>
