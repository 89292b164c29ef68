import type { Chapter } from '../chapter.ts'

export const viewer: Chapter = {
  title: 'Quick start: viewer',
  summary:
    'For those who look things up and read figures: accountants, the department, inspectors. Nearly everything can be seen, nothing changed.',
  sections: [
    {
      title: 'Looking up documents',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Open {/catalogue} and type title, author, subject, ISBN or accession number. Marks are not needed.',
            '{key:Alt+L} filters by store, kind, year, language. Each condition is a chip that can be taken away.',
            'Choose a row to look at it on the right ({key:F4} hides it), {key:Enter} opens the whole record.',
            '{common.list.export}: the list on screen as Excel or CSV.',
          ],
        },
      ],
    },
    {
      title: 'Reading figures',
      blocks: [
        {
          kind: 'shot',
          name: 'figures',
          caption:
            'Each indicator has its code, unit, value and target. (1) are figures entered by hand, with name and day.',
        },
        {
          kind: 'list',
          items: [
            'Choose the kind of period and the period above. Press a figure to see the rows behind it.',
            'Figures in italics still change with the data; those with a lock were signed by the director.',
            '“{ui.figure.not_collected}”, “{ui.figure.not_applicable}”, a dash and 0 are four different things.',
            '{/stock}: the holdings on any day. {/registers}: the accession registers as on paper.',
          ],
        },
      ],
    },
    {
      title: 'Verifying a report you were given',
      blocks: [
        {
          kind: 'text',
          text: 'Is this file still what was signed? Open {/reports/verify} and choose it. The program compares every figure and every word with what was signed, and shows where they differ.',
        },
      ],
    },
    {
      title: 'Why there is no button to change things',
      blocks: [
        {
          kind: 'text',
          text: 'The role {users.roles.reader} only looks. Names and addresses of readers are not shown to it either. If you need to do more, ask the administrator to change your role at {/users}.',
        },
      ],
    },
  ],
}
