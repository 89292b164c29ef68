import type { Chapter } from '../chapter.ts'

export const firstDay: Chapter = {
  title: 'The first day: bringing in what there is',
  summary:
    'Two ways, alone or together: enter totals so that reports are right at once, and take in each book from Excel or MARC.',
  sections: [
    {
      title: 'The quick way: opening balance',
      blocks: [
        {
          kind: 'text',
          text: 'No data on a PC yet, or a report is due: enter the totals of the registers. Books registered one by one later reduce the balance by themselves, so nothing counts twice.',
        },
        {
          kind: 'steps',
          items: [
            'Open {/stock/opening} and set the day. Press {stock.opening.begin} (1).',
            'Each row: site, kind, language, class, source, titles, copies, evidence. Leave the class empty where it is unknown. Rows can be pasted from Excel.',
            'Press {stock.opening.save} (2). See the result at {/stock}.',
          ],
        },
        {
          kind: 'shot',
          name: 'opening',
          caption:
            '(1) the first row, (2) save. The tab beside it shows how the stock grows from this balance.',
        },
      ],
    },
    {
      title: 'The whole way: from Excel or MARC',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Open {/interchange/new}, {interchange.files.pick} (1) or drop files on the page. Excel, CSV, MARC, MARCXML, archives, and old files in TCVN3 or VNI.',
            'Look at {interchange.columnMap.title}: the program guesses, you correct. {interchange.new.stock.opening} is for books that were there before.',
            'Press {interchange.new.read}. Nothing is written yet: you see what each row would become.',
            'Look at the problems and at the words to be explained, then {interchange.run.writeWaiting}.',
            'Was it wrong? {interchange.run.undo} takes all of it back, even days later; about what has been used since you are asked.',
          ],
        },
        {
          kind: 'shot',
          name: 'import',
          caption: '(1) choose files, (2) choose a whole folder. Several files go in one run.',
        },
        {
          kind: 'note',
          text: 'For the next file of the same kind press {interchange.new.saveProfile} the first time: a profile remembers letters and columns.',
        },
      ],
    },
    {
      title: 'Practise first',
      blocks: [
        {
          kind: 'text',
          text: 'To practise, choose {users.firstRun.doors.sample.title} on the first screen. In a folder of its own the sample does not mix with real data.',
        },
      ],
    },
  ],
}
