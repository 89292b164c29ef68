import { among, type ExamplesOf } from '../example.ts'
import { signedPeriod, spring } from './report-steps.ts'

/** How a year stands, with its report or without. */
export const reportStanding = {
  standing: [
    {
      name: 'tells how a quarter stands whose report nobody has opened',
      as: 'reader',
      input: spring,
      answers: {
        period: '2020-Q1',
        on: '2020-03-31',
        report: null,
        figures: among({ code: 'M2b.02', value: 0, status: 'known' }),
      },
    },
    {
      name: 'tells what was signed',
      as: 'reader',
      before: [...signedPeriod],
      input: spring,
      answers: { report: { id: 1, state: 'signed' } },
    },
  ],
} satisfies Pick<ExamplesOf<'reports'>, 'standing'>
