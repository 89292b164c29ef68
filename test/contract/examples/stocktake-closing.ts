import { by, type ExamplesOf } from '../example.ts'
import {
  here,
  marked,
  opened,
  planned,
  refused,
  scanned,
  stray,
  unknown,
  whenClosed,
  whenOpen,
  whenPaused,
  whenScanned,
  whenStrayed,
} from './stocktake-steps.ts'

const lost = by('cataloguer', 'copies.setStatus', { copyIds: [1], status: 'missing' })
const lent = by('cataloguer', 'copies.setStatus', { copyIds: [2], status: 'on_loan' })
const whenTurnedUp = [...here, lost, planned, opened, scanned]
const moved = by('cataloguer', 'stocktake.settle', { id: 1, act: 'move' })

type Verb = 'previewClosing' | 'close' | 'settle' | 'unsettle'

/** What a stocktake writes down at its end, and into the copies after it. */
export const stocktakeClosing = {
  previewClosing: [
    {
      name: 'says what closing would write down',
      as: 'cataloguer',
      before: whenTurnedUp,
      input: { id: 1 },
      answers: {
        classes: { found: 1, missing: 1 },
        scans: { scans: 1, twice: 0, undone: 0, repaired: 0 },
        comeBack: 1,
      },
    },
    unknown,
    { ...refused('not_closable', 'is over once it is closed'), before: whenClosed, input: { id: 1 } },
  ],
  close: [
    {
      name: 'writes down what each copy was',
      as: 'cataloguer',
      before: [...whenScanned, by('desk', 'stocktake.scan', { id: 1, scans: [stray] })],
      input: { id: 1, minutesNumber: '07' },
      answers: { classes: { found: 1, missing: 1, unknown: 1 }, broughtBack: 0 },
    },
    {
      name: 'brings back what turned up',
      as: 'cataloguer',
      before: whenTurnedUp,
      input: { id: 1 },
      answers: { classes: { found: 1, missing: 1 }, broughtBack: 1 },
    },
    {
      name: 'may end one that rests',
      as: 'cataloguer',
      before: whenPaused,
      input: { id: 1 },
      answers: { classes: { missing: 2 }, broughtBack: 0 },
    },
    {
      name: 'happens anew after it was taken back',
      as: 'cataloguer',
      before: [...whenClosed, by('cataloguer', 'stocktake.reopen', { id: 1 })],
      input: { id: 1 },
      answers: { classes: { found: 1, missing: 1 } },
    },
    unknown,
    { ...refused('not_closable', 'needs one that has begun'), before: [planned], input: { id: 1 } },
  ],
  settle: [
    {
      name: 'marks what is missing',
      as: 'cataloguer',
      before: whenClosed,
      input: { id: 1, act: 'mark_missing' },
      answers: { copies: 1, skipped: 0 },
    },
    {
      name: 'leaves what was lent meanwhile',
      as: 'cataloguer',
      before: [...whenClosed, lent],
      input: { id: 1, act: 'mark_missing', itemIds: [2] },
      answers: { copies: 0, skipped: 1 },
    },
    {
      name: 'moves what stands elsewhere to where it was seen',
      as: 'cataloguer',
      before: whenStrayed,
      input: { id: 1, act: 'move' },
      answers: { copies: 1, skipped: 0 },
    },
    {
      name: 'happens once',
      as: 'cataloguer',
      before: [...whenClosed, marked],
      input: { id: 1, act: 'mark_missing' },
      answers: { copies: 0, skipped: 0 },
    },
    {
      ...refused('stocktake_not_found', 'needs a stocktake'),
      input: { id: 404, act: 'move' },
    },
    { ...refused('not_closed', 'waits for the closing'), before: whenOpen, input: { id: 1, act: 'move' } },
  ],
  unsettle: [
    {
      name: 'gives copies back what they were',
      as: 'cataloguer',
      before: [...whenStrayed, marked, moved],
      input: { id: 1 },
      answers: { copies: 2 },
    },
    {
      name: 'finds nothing to give back where nothing was settled',
      as: 'cataloguer',
      before: whenClosed,
      input: { id: 1 },
      answers: { copies: 0 },
    },
    unknown,
    { ...refused('not_closed', 'needs a closed one'), before: whenOpen, input: { id: 1 } },
  ],
} satisfies Pick<ExamplesOf<'stocktake'>, Verb>
