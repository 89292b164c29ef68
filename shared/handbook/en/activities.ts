import type { Chapter } from '../chapter.ts'

export const activities: Chapter = {
  title: 'Quick start: activities and movement',
  summary:
    'Enter each activity once, with its proof; targets, the quarterly report and awards take it from there.',
  sections: [
    {
      title: 'Entering an activity',
      blocks: [
        {
          kind: 'steps',
          items: [
            'At {/activities/calendar} choose the day and press {activities.list.add} (1), or the key {key:N}.',
            'Choose the type: exhibition, talk, training, news item … Each asks for just the figures that the targets need.',
            'While it is planned it stays planned; once it is done press {activities.page.markDone} and enter how many came.',
            'Open the activity’s page and attach photos, minutes, sign-in lists. The home page reminds you of missing proof, and the report asks.',
          ],
        },
        {
          kind: 'shot',
          name: 'calendar',
          caption: '(1) enter an activity, (2) the log as a list, by type, state and proof.',
        },
        {
          kind: 'note',
          text: 'What comes every year: open last year’s and press {activities.page.again}. To see which activity counts where, press the figure at {/indicators}.',
        },
      ],
    },
    {
      title: 'Your other books',
      blocks: [
        {
          kind: 'table',
          head: ['What', 'Where'],
          rows: [
            [
              'Partners, projects, agreements, delegations',
              '{/cooperation/partners}, {/cooperation/projects}',
            ],
            ['Books, machines and money given', '{/cooperation/gifts}'],
            ['Branches, members, dues, awards', '{/association}'],
            ['Bookcases, commune libraries, post-office corners', '{/network}'],
            ['Staff and training', '{/staff}, {/staff/training}'],
            ['Rooms, machines, software, lines', '{/facilities}'],
            ['Tours of the bus, shipments', '{/rotation/sessions}, {/rotation}'],
          ],
        },
      ],
    },
    {
      title: 'At the end of the quarter',
      blocks: [
        {
          kind: 'text',
          text: 'Open {/home}: {home.missing.title} lists what is lacking. Enter it with the day on which it was done; the figures follow. Then go by {#quarter}. Names of people stay on this PC and go with no report.',
        },
      ],
    },
  ],
}
