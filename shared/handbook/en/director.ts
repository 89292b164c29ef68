import type { Chapter } from '../chapter.ts'

export const director: Chapter = {
  title: 'Quick start: director',
  summary:
    'Ten minutes a week to know where the library stands; half an hour a quarter to check, sign and send a report you can trust.',
  sections: [
    {
      title: 'Every week: one page',
      blocks: [
        {
          kind: 'shot',
          name: 'home-director',
          caption:
            '(1) the report that waits, (2) what falls due this week, (3) what the quarter lacks. Every dotted figure opens the rows behind it.',
        },
        {
          kind: 'list',
          items: [
            'Figures in italics are provisional, those with a lock are signed. A dash means nobody entered anything, which is not 0.',
            'A strange figure: press it. {indicators.explain.changeTab} compares with the period before, {indicators.explain.leftOutTab} says what was left out and why.',
            '{/reports/year}: how far the year has come. {/plans}: roadmap, milestones, money.',
          ],
        },
      ],
    },
    {
      title: 'Every quarter: signing',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Open {/reports} and the period that waits. Read it as it will be printed; words can be changed there, figures cannot be typed.',
            '{reports.doubts.title}: each unusual point needs the data put right or a sentence of explanation, which is printed.',
            'Whoever checks presses {reports.steps.confirm}; or {reports.steps.sendBack}.',
            'Sign with your own password: {reports.sign.submit}. The figures are frozen with the rows behind them; nobody can change them, administrators included.',
            'Make Word, Excel or PDF for the paper signature, then send the figures at {/sync}.',
          ],
        },
        {
          kind: 'note',
          text: 'A mistake found after signing: put the data right, the program names the figures that now differ, and you sign {reports.restatement.restate}. The old figure stays beside it.',
        },
      ],
    },
    {
      title: 'Three things to ask your staff',
      blocks: [
        {
          kind: 'list',
          items: [
            'When was the last backup, and is there one outside this PC? ({/backup})',
            'Where is the sheet with the recovery code of the signing key? ({#sending})',
            'Who changed this figure? The answer is at {/journal}.',
          ],
        },
      ],
    },
  ],
}
