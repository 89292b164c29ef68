import type { Chapter } from '../chapter.ts'

export const desk: Chapter = {
  title: 'Quick start: service desk',
  summary:
    'Count visits every day, lend and take back, send books to branches. What is counted here is what the quarter reports.',
  sections: [
    {
      title: 'Every day: the counters',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Open {/readers/counters}. Day and site are filled in.',
            'For each visitor press the digit beside the row, with {key:Shift} to take one away. Or type the total in the evening and go down with {key:Enter}.',
            'Press {readers.counters.save} (2). An empty cell means not counted, which is not 0.',
            'Days that were forgotten: the tab {readers.tabs.month} (1) takes a whole month as in Excel, and pasted blocks.',
          ],
        },
        {
          kind: 'shot',
          name: 'counters',
          caption:
            '(1) a whole month at once, (2) save the day. The column on the right names the highest so far, so a slip shows at once.',
        },
        {
          kind: 'note',
          text: 'To change a past day takes a reason; the old figure stays readable. Loans recorded by the program need no counting.',
        },
      ],
    },
    {
      title: 'Lending with a scanner',
      blocks: [
        {
          kind: 'text',
          text: '{/readers/desk} works once the administrator has chosen {readers.modes.loans} at {/readers/settings}.',
        },
        {
          kind: 'steps',
          items: [
            'Scan the card to open the reader, then each book to lend it. Finish with {readers.desk.close}.',
            'A book scanned while no reader is open is returned. {readers.desk.undo} takes a wrong scan back.',
            'Overdue, too many copies: read the reason; you may still lend.',
            '{/readers/overdue} lists whom to call. New cards at {/readers/new}, with the consent of the reader or guardian.',
          ],
        },
      ],
    },
    {
      title: 'Books to branches',
      blocks: [
        {
          kind: 'text',
          text: '{/rotation}: {rotation.lists.shipments.add}, scan each copy into it, {rotation.send.open}, and {rotation.return.open} when it comes back. Tours of the library bus are entered at {/rotation/sessions}. A reader asks for a book: {/catalogue}, also without marks.',
        },
      ],
    },
  ],
}
