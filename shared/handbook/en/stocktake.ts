import type { Chapter } from '../chapter.ts'

export const stocktake: Chapter = {
  title: 'Stocktake',
  summary:
    'Take down what should be there, scan every shelf, see what is missing, sign the minutes. The library stays open meanwhile.',
  sections: [
    {
      title: 'Preparing and opening',
      blocks: [
        {
          kind: 'steps',
          items: [
            '{/stocktake}: {stocktake.list.add}, set its scope (site, store, kind) and name the committee.',
            '{stocktake.actions.open}: the program takes down what is expected now. Copies that come, move or go later are kept apart and count neither as missing nor as surplus.',
          ],
        },
      ],
    },
    {
      title: 'Scanning',
      blocks: [
        {
          kind: 'shot',
          name: 'scanning',
          caption:
            '(1) scan or type, then Enter, (2) take back the last scan, (3) pause. Right place, wrong place and unknown code sound different.',
        },
        {
          kind: 'list',
          items: [
            'Say which store and shelf is being scanned ({key:F2}), so that misplaced books are found.',
            'Many may scan at once. A code scanned twice counts once.',
            'No PC can be carried into the store: the tab {stocktake.tabs.sources}, {stocktake.satelliteDialog.submit} makes a page that runs by itself on a phone or laptop without network; bring the result back with {stocktake.merge.title}.',
          ],
        },
      ],
    },
    {
      title: 'Closing, and what follows',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Look at the list of missing copies and search the shelves once more. {stocktake.actions.close}: result and minutes are fixed.',
            'Print them from the tab {stocktake.tabs.minutes}, have them signed, then {stocktake.actions.sign}. Until then {stocktake.actions.reopen} is possible.',
            'Missing copies do not leave the stock by themselves: from the list of missing you mark them as lost, or put them into a dossier of {#weeding}. Both can be taken back.',
          ],
        },
      ],
    },
  ],
}
