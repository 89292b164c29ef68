import type { Chapter } from '../chapter.ts'

export const together: Chapter = {
  title: 'Several people at work',
  summary:
    'One account each, one place for a library’s data. The program keeps one person’s work from covering another’s.',
  sections: [
    {
      title: 'One PC, several people',
      blocks: [
        {
          kind: 'list',
          items: [
            'Top right, your name: {shell.user.switch} when shifts change, {shell.user.lock} when you leave the PC. Locking loses nothing you were typing.',
            'Change your password at {/users/password}. Nobody, administrators included, can see it.',
            'After several wrong passwords in a row one has to wait, longer each time.',
            'Two Windows users on one PC: only one of them can have the data open at a time.',
          ],
        },
      ],
    },
    {
      title: 'Two people change the same thing',
      blocks: [
        {
          kind: 'list',
          items: [
            'Whoever saves second sees {ui.conflict.title}: two columns side by side; what does not touch is joined by itself.',
            'Scans of a stocktake, counters, loans: many work at once, and each entry counts once.',
            'Who changed what: the tab {catalogue.record.tabs.history} of a record, or {/journal}.',
          ],
        },
      ],
    },
    {
      title: 'Other PCs, other places',
      blocks: [
        {
          kind: 'list',
          items: [
            'The data lie on a disk of one PC. Do not put the data folder on a network drive, OneDrive or a stick “to share it”: the file would break, so the program refuses.',
            'Several PCs in one house: turn it on at {/lan} on the PC that holds the data, print the sheet, open its address on the other PC and compare the fingerprint before signing in.',
            'A dim button on the other PC is something done at the serving PC alone; press it to see why. To come back to the library of that very PC: {electron.menu.library} in the menu of the program.',
            'A stocktake in a far store: the scanning page can be carried there, see {#stocktake}.',
            'A place without the program: send it the Excel form and take it in at {/reports/units}.',
            'Two libraries become one: {/merger}, every figure can be seen before anything is written.',
          ],
        },
      ],
    },
    {
      title: 'Who may do what',
      blocks: [
        {
          kind: 'table',
          head: ['Role', 'May'],
          rows: [
            [
              '{users.roles.cataloguer}',
              'Catalogue, acquisitions, registers, stocktake, weeding, imports, labels',
            ],
            ['{users.roles.digitizer}', 'Digitization jobs, inspection, keeping of files'],
            [
              '{users.roles.activities}',
              'Activities, partners, association, network, staff, facilities, preparing reports',
            ],
            ['{users.roles.desk}', 'Counters, cards, loans, rotation, stocktake scans'],
            ['{users.roles.director}', 'See everything, check and sign reports, send them, read the journal'],
            ['{users.roles.administrator}', 'Everything but signing reports'],
            ['{users.roles.reader}', 'Look only, without readers'],
          ],
        },
      ],
    },
  ],
}
