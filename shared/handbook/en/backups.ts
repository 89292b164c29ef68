import type { Chapter } from '../chapter.ts'

export const backups: Chapter = {
  title: 'Backups and restoring',
  summary:
    'A copy helps only if it lies outside the PC and has been tried. The program does both; you connect a stick and put away a sheet of paper.',
  sections: [
    {
      title: 'Once',
      blocks: [
        {
          kind: 'shot',
          name: 'backups',
          caption:
            '(1) add a place, (2) schedule and copies kept, (3) encryption. A place that is not connected is no error: copies go there when it is.',
        },
        {
          kind: 'steps',
          items: [
            '{/backup/places}: {backup.places.add} for a stick or an external disk. Better two in turns, one of them outside the building.',
            '{backup.encryption.start} if a stick may get lost: copies hold readers’ names and addresses. Print {backup.sheet.title} and put it into the safe.',
            '{backup.rule.edit}: what is set already suits most libraries.',
          ],
        },
      ],
    },
    {
      title: 'Every day',
      blocks: [
        {
          kind: 'list',
          items: [
            'By itself every day when nobody works, after a report is signed and when the program is closed. Or at once: {backup.page.make}.',
            'Each copy is read back from its place, unpacked, and checked page by page, link by link, journal included; one that fails is deleted and you are told.',
            'The foot of the screen names the last proven copy. {backup.hold.open} keeps an important one.',
            'Never copy library.db by hand while the program is open: the newest part lies in the file beside it.',
          ],
        },
      ],
    },
    {
      title: 'Restoring',
      blocks: [
        {
          kind: 'steps',
          items: [
            'The PC still works: {/backup}, choose a copy, {backup.restore.open}. A new PC: install, and on the first screen {backup.restore.firstRun}. Damaged data: the button on the error’s screen.',
            '{backup.restore.prove}: the copy is opened on trial beside the library. Look at the comparison: what was written after the copy will not be there.',
            'Type your password, {backup.restore.submit}. What was there goes to “before-restore”, and is not lost.',
            'Go to {/sync} and {sync.key.unlock} once, if the library sends figures.',
          ],
        },
        {
          kind: 'note',
          text: 'Once a year, practise: restore the copy on the stick on another PC, look at it, delete it. A copy never restored is a copy nobody knows to be good.',
        },
      ],
    },
    {
      title: 'Readable without this program',
      blocks: [
        {
          kind: 'text',
          text: 'Beside each copy lies a .zip in open formats (MARCXML, CSV) that other programs read. The .db.zst is an SQLite database that zstd unpacks; .age is encryption by the age standard.',
        },
      ],
    },
  ],
}
