import type { Chapter } from '../chapter.ts'

export const administrator: Chapter = {
  title: 'Quick start: administrator',
  summary:
    'Install once, set a few things, then look in for a quarter of an hour a month. An administrator may do everything but sign reports.',
  sections: [
    {
      title: 'The first day',
      blocks: [
        {
          kind: 'steps',
          items: [
            '{/settings}: the library’s name as on its seal, addressees, signer. {settings.preview.title} shows at once what papers will look like.',
            '{/users}: {users.list.add} (1) for everybody; one account each, so that the journal says rightly who did what. Share no password.',
            '{/copies/places}: sites and stores. {/copies/series}: series of accession numbers. {/settings/call-numbers}: how call numbers are made.',
            '{/backup/places}: at least one place outside this PC (chapter {#backups}).',
            'Bring in what there is: chapter {#first-day}.',
          ],
        },
        {
          kind: 'shot',
          name: 'users',
          caption:
            '(1) add a person, (2) a new password for who forgot it, (3) end access of who leaves; nobody is deleted, so history stays whole.',
        },
      ],
    },
    {
      title: 'Every month, a quarter of an hour',
      blocks: [
        {
          kind: 'list',
          items: [
            '{/health}: where a line is red, do what stands below it.',
            '{/backup}: the column {backup.list.proven} has nothing damaged; the stick was connected this month.',
            '{/journal/verify}: {journal.verify.start}. A whole chain means nobody changed data behind the program’s back.',
            '{/updates}: take a new version in from a stick; if it does not suit, go back to the one before.',
            '{/users}: {users.list.disable} for those who left.',
          ],
        },
      ],
    },
    {
      title: 'PC and program',
      blocks: [
        {
          kind: 'list',
          items: [
            'Rolling out, policies, command line, false alarms of antivirus programs, licences: {/settings/program}.',
            'Asking a PC from afar by the command line: khosach health, khosach benchmark (whether it is quick enough), khosach diagnose --out FILE.',
            'All data lie in one folder on a disk of this PC. Never in OneDrive or on a network drive, and never copy library.db alone.',
            'Two libraries become one: {/merger}. Another PC: chapter {#backups}.',
            'Upgrade: install the new version over the old; the library as it was before is kept.',
          ],
        },
      ],
    },
  ],
}
