import type { Chapter } from '../chapter.ts'

export const weeding: Chapter = {
  title: 'Weeding',
  summary:
    'Five papers of Circular 02/2020/TT-BVHTTDL, in their order. Books leave the stock only at the last, when it is approved.',
  sections: [
    {
      title: 'Finding and listing',
      blocks: [
        {
          kind: 'steps',
          items: [
            '{/weeding/candidates}: choose rules on the left. Each copy found has its reason; old, rare and local documents and last copies are protected unless you mean it.',
            'Put them into a dossier, new or begun. In a dossier you may also scan book by book at the shelf.',
            'Print the list in the order of the shelves to fetch them: {weeding.items.fetch.pdf}.',
          ],
        },
        {
          kind: 'shot',
          name: 'weeding',
          caption:
            'The program only proposes, by the rules chosen; the library and its council decide. (1) dossiers under way and approved.',
        },
      ],
    },
    {
      title: 'Five steps',
      blocks: [
        {
          kind: 'table',
          head: ['Step', 'Paper', 'Once it is noted as signed'],
          rows: [
            ['1', '{weeding.papers.proposal}', 'Reason and scope are kept as they are.'],
            ['2', '{weeding.papers.list}', 'The list is locked.'],
            ['3', '{weeding.papers.council}', 'Names of members are on paper only, never in the journal.'],
            ['4', '{weeding.papers.minutes}', 'What the council strikes out leaves the list, with a reason.'],
            [
              '5',
              '{weeding.papers.approval}',
              'The copies leave the stock by that decision; registers and figures follow.',
            ],
          ],
        },
        {
          kind: 'list',
          items: [
            'Each paper can be had as Word or PDF; the signed scan is attached at its step.',
            'To go back: {weeding.back.title}, with a reason.',
            'Above the share allowed at one time the program names the limit; the quarterly report asks too.',
            'What leaves without weeding (moved, lost, given): {/copies/withdrawals/new}.',
          ],
        },
      ],
    },
  ],
}
