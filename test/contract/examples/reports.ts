import { testPassword } from '../../support/engine.ts'
import { among, by, type ExamplesOf } from '../example.ts'
import { reportFiles } from './report-files.ts'
import { reportForms } from './report-forms.ts'
import { reportRegistrations } from './report-registrations.ts'
import { reportStanding } from './report-standing.ts'
import {
  spring,
  thisQuarter,
  opened,
  checked,
  remark,
  mistyped,
  unproved,
  doubt,
  explained,
  signedPeriod,
  written,
  again,
  restated,
  futureEntry,
} from './report-steps.ts'
import { reportUnits } from './report-units.ts'
import { reportWords } from './report-words.ts'

const guessed = by('director', 'reports.restate', { ...again, password: 'sai' })
const running =
  "insert into job (operation, input, state, startedAt) values ('demo.fill', '{}', 'running', '2026-01-01T00:00:00.000Z')"

export const reports = {
  ...reportFiles,
  ...reportForms,
  ...reportRegistrations,
  ...reportStanding,
  ...reportUnits,
  ...reportWords,
  periods: [
    {
      name: 'shows the periods, newest first',
      as: 'reader',
      before: [opened, by('activities', 'reports.openPeriod', { period: '2020-Q2' })],
      input: {},
      answers: [
        { id: 2, period: '2020-Q2' },
        {
          id: 1,
          period: '2020-Q1',
          kind: 'quarter',
          from: '2020-01-01',
          to: '2020-03-31',
          state: 'open',
          preparedBy: 'Người activities',
        },
      ],
    },
  ],
  period: [
    {
      name: 'shows figures that still move',
      as: 'reader',
      before: [opened],
      input: { id: 1 },
      answers: {
        figures: among({ code: 'M2b.02', value: 0, status: 'known' }),
        problems: ['profile_incomplete'],
        journalHead: null,
        figuresHash: null,
      },
    },
    {
      name: 'shows the signed figures of the quarter before',
      as: 'reader',
      before: [...signedPeriod, by('activities', 'reports.openPeriod', { period: '2020-Q2' })],
      input: { id: 2 },
      answers: {
        figures: among({ code: 'M2b.02', previous: { status: 'known', value: 0, isSigned: true } }),
      },
    },
    {
      name: 'asks about what is unusual',
      as: 'reader',
      before: [opened, unproved],
      input: { id: 1 },
      answers: { doubts: among({ ...doubt, explanation: null }) },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'period_not_found' },
  ],
  changes: [
    {
      name: 'finds none in what nobody touched',
      as: 'reader',
      before: signedPeriod,
      input: { id: 1 },
      answers: { figures: [], restatements: [] },
    },
    {
      name: 'tells of what was written into a signed quarter',
      as: 'reader',
      before: [...signedPeriod, written],
      input: { id: 1 },
      answers: {
        figures: among({
          code: 'M2b.09',
          before: { status: 'known', value: 0 },
          now: { status: 'known', value: 1 },
        }),
      },
    },
    {
      name: 'tells what was said anew',
      as: 'reader',
      before: [...signedPeriod, written, restated],
      input: { id: 1 },
      answers: { figures: [], restatements: [{ number: 1, reason: 'Nhập sót', signedBy: 'Người director' }] },
    },
    { name: 'has no report to look at', as: 'reader', input: { id: 404 }, refuses: 'period_not_found' },
  ],
  restate: [
    {
      name: 'says anew what was signed',
      as: 'director',
      before: [...signedPeriod, written],
      input: again,
      answers: { rev: 4, state: 'signed', restated: 1 },
    },
    {
      name: 'has nothing to say',
      as: 'director',
      before: signedPeriod,
      input: again,
      refuses: 'nothing_changed',
    },
    {
      name: 'has no report to go to',
      as: 'director',
      input: { ...again, id: 404 },
      refuses: 'period_not_found',
    },
    {
      name: 'comes after signing',
      as: 'director',
      before: [opened],
      input: { ...again, rev: 1 },
      refuses: 'wrong_state',
    },
    {
      name: 'asks for the password again',
      as: 'director',
      before: [...signedPeriod, written],
      input: { ...again, password: 'sai' },
      refuses: 'wrong_credentials',
    },
    {
      name: 'cannot be guessed at',
      as: 'director',
      holdsSession: true,
      before: [...signedPeriod, written, ...Array.from({ length: 5 }, () => guessed)],
      input: again,
      refuses: 'throttled',
    },
    {
      name: 'waits for a run that may change figures',
      as: 'director',
      before: [...signedPeriod, written],
      upset: [running],
      input: again,
      refuses: 'job_running',
    },
    {
      name: 'waits for a clock that goes on',
      as: 'director',
      before: [...signedPeriod, written],
      upset: [futureEntry],
      input: again,
      refuses: 'clock_set_back',
    },
  ],
  explainDoubt: [
    {
      name: 'says why a figure is as it is',
      as: 'activities',
      before: [opened, unproved],
      input: { id: 1, ...doubt, text: 'Ảnh còn ở máy của khách.' },
      answers: { id: 1 },
    },
    {
      name: 'takes back what was said',
      as: 'activities',
      before: [opened, unproved, explained],
      input: { id: 1, ...doubt, text: '' },
      answers: { id: 1 },
    },
    {
      name: 'has no report to go to',
      as: 'activities',
      input: { id: 404, ...doubt, text: 'x' },
      refuses: 'period_not_found',
    },
    {
      name: 'comes before checking',
      as: 'activities',
      before: [opened, checked],
      input: { id: 1, ...doubt, text: 'x' },
      refuses: 'wrong_state',
    },
  ],
  openPeriod: [
    { name: 'begins a report', as: 'activities', input: spring, answers: { id: 1, rev: 1, state: 'open' } },
    {
      name: 'begins one of free days beside it',
      as: 'activities',
      before: [opened],
      input: { period: '2020-01-05..2020-02-10' },
      answers: { id: 2, kind: 'range', from: '2020-01-05', to: '2020-02-10' },
    },
    { name: 'begins it once', as: 'director', before: [opened], input: spring, refuses: 'period_exists' },
    {
      name: 'begins none before its first day',
      as: 'activities',
      input: { period: '2199-Q4' },
      refuses: 'period_in_future',
    },
  ],
  check: [
    {
      name: 'says who has checked',
      as: 'activities',
      before: [opened],
      input: { id: 1, rev: 1, password: testPassword },
      answers: { rev: 2, state: 'checked', checkedBy: 'Người activities' },
    },
    {
      name: 'waits until words of the report before are looked at',
      as: 'activities',
      before: [opened, remark, by('activities', 'reports.openPeriod', { period: '2020-Q2' })],
      input: { id: 2, rev: 1, password: testPassword },
      refuses: 'unreviewed',
    },
    {
      name: 'waits until what is unusual is explained',
      as: 'activities',
      before: [opened, unproved],
      input: { id: 1, rev: 1, password: testPassword },
      refuses: 'unexplained',
    },
    {
      name: 'goes on once it is',
      as: 'activities',
      before: [opened, unproved, explained],
      input: { id: 1, rev: 1, password: testPassword },
      answers: { state: 'checked' },
    },
    {
      name: 'has nothing to check',
      as: 'activities',
      input: { id: 404, rev: 1, password: testPassword },
      refuses: 'period_not_found',
    },
    {
      name: 'is done once',
      as: 'activities',
      before: [opened, checked],
      input: { id: 1, rev: 2, password: testPassword },
      refuses: 'wrong_state',
    },
    {
      name: 'waits for the last day',
      as: 'activities',
      before: [by('activities', 'reports.openPeriod', thisQuarter)],
      input: { id: 1, rev: 1, password: testPassword },
      refuses: 'period_not_ended',
    },
    {
      name: 'asks for the password of whoever checks',
      as: 'activities',
      before: [opened],
      input: { id: 1, rev: 1, password: 'sai' },
      refuses: 'wrong_credentials',
    },
    {
      name: 'cannot be guessed at',
      as: 'activities',
      holdsSession: true,
      before: [
        opened,
        ...Array.from({ length: 5 }, () =>
          by('activities', 'reports.check', { id: 1, rev: 1, password: 'sai' }),
        ),
      ],
      input: { id: 1, rev: 1, password: testPassword },
      refuses: 'throttled',
    },
    {
      name: 'waits for a clock that goes on',
      as: 'activities',
      before: [opened],
      upset: [futureEntry],
      input: { id: 1, rev: 1, password: testPassword },
      refuses: 'clock_set_back',
    },
  ],
  sendBack: [
    {
      name: 'opens a checked report again',
      as: 'director',
      before: [opened, checked],
      input: { id: 1, rev: 2 },
      answers: { rev: 3, state: 'open', checkedBy: null, checkedAt: null },
    },
    {
      name: 'has nothing to send back',
      as: 'director',
      input: { id: 404, rev: 1 },
      refuses: 'period_not_found',
    },
    {
      name: 'takes back no signature',
      as: 'director',
      before: signedPeriod,
      input: { id: 1, rev: 3 },
      refuses: 'wrong_state',
    },
  ],
  sign: [
    {
      name: 'is the director saying so with a password',
      as: 'director',
      before: [opened, checked],
      input: { id: 1, rev: 2, password: testPassword },
      answers: { rev: 3, state: 'signed', signedBy: 'Người director' },
    },
    {
      name: 'has nothing to sign',
      as: 'director',
      input: { id: 404, rev: 1, password: testPassword },
      refuses: 'period_not_found',
    },
    {
      name: 'comes after checking',
      as: 'director',
      before: [opened],
      input: { id: 1, rev: 1, password: testPassword },
      refuses: 'wrong_state',
    },
    {
      name: 'waits for an explanation of what came later',
      as: 'director',
      before: [opened, checked, unproved],
      input: { id: 1, rev: 2, password: testPassword },
      refuses: 'unexplained',
    },
    {
      name: 'asks for the password again',
      as: 'director',
      before: [opened, checked],
      input: { id: 1, rev: 2, password: 'sai' },
      refuses: 'wrong_credentials',
    },
    {
      name: 'cannot be guessed at',
      as: 'director',
      holdsSession: true,
      before: [opened, checked, mistyped, mistyped, mistyped, mistyped, mistyped],
      input: { id: 1, rev: 2, password: testPassword },
      refuses: 'throttled',
    },
    {
      name: 'waits for a run that may change figures',
      as: 'director',
      before: [opened, checked],
      upset: [running],
      input: { id: 1, rev: 2, password: testPassword },
      refuses: 'job_running',
    },
    {
      name: 'waits for a clock that goes on',
      as: 'director',
      before: [opened, checked],
      upset: [futureEntry],
      input: { id: 1, rev: 2, password: testPassword },
      refuses: 'clock_set_back',
    },
  ],
} satisfies ExamplesOf<'reports'>
