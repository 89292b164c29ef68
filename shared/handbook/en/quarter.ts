import type { Chapter } from '../chapter.ts'

export const quarter: Chapter = {
  title: 'The quarterly report and its signature',
  summary:
    'Figures come from daily work. What is left for the quarter: look, explain what is unusual, write remarks, sign.',
  sections: [
    {
      title: 'Four steps',
      blocks: [
        {
          kind: 'shot',
          name: 'report',
          caption:
            '(1) hand over to whoever checks, (2) confirm that it was checked, (3) figures that need an explanation before signing.',
        },
        {
          kind: 'steps',
          items: [
            '{reports.steps.prepare}: at {/reports} press {reports.list.open}. Look through the tabs; press a strange figure to see its rows. Put it right where it was entered, not in the report.',
            'The words are written from the figures: {reports.narrative.edit} adds remarks. Figures in braces keep themselves up to date.',
            '{reports.doubts.title}: put the data right, or {reports.doubts.explain} in a sentence that is printed. Then {reports.steps.handOver}.',
            '{reports.steps.check}: somebody else reads it and presses {reports.steps.confirm}. One person may do all three; the report then says so.',
            '{reports.steps.sign}: the director types the own password, {reports.sign.submit}.',
            '{reports.steps.send}: chapter {#sending}.',
          ],
        },
      ],
    },
    {
      title: 'Figures that count themselves nowhere',
      blocks: [
        {
          kind: 'list',
          items: [
            '{/indicators/given}: figures entered by hand, with evidence and day.',
            '{/indicators/earlier}: figures of quarters before this program, from an Excel file or a pasted table, for comparison only.',
            '{/plans/grid}: the year’s targets, filled in as in Excel.',
          ],
        },
      ],
    },
    {
      title: 'After signing',
      blocks: [
        {
          kind: 'list',
          items: [
            'The paper bears a QR and a seal at its foot. Whoever holds the file can check it at {/reports/verify}.',
            'Enter number and date and attach the scan when the clerical desk returns it; signed figures are not touched.',
            'Changing data after signing does not change the report. {reports.restatement.title} names what now differs; the director signs {reports.restatement.restate} if need be.',
          ],
        },
      ],
    },
  ],
}
