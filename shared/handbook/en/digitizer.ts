import type { Chapter } from '../chapter.ts'

export const digitizer: Chapter = {
  title: 'Quick start: digitization',
  summary:
    'From choosing a document to putting it into service: each is a job that goes through stages, and each stage ends with a scan of its slip.',
  sections: [
    {
      title: 'Making jobs',
      blocks: [
        {
          kind: 'steps',
          items: [
            'At {/digitization/jobs} press {digitization.list.make} (1); take the documents from a saved search, a special class or the titles marked in the catalogue.',
            'Set project, batch and workflow. Titles that have a job already are left out.',
            'At {/digitization/jobs/batches} press {digitization.batches.slips}; put each slip into its document.',
          ],
        },
        {
          kind: 'shot',
          name: 'jobs',
          caption:
            '(1) make jobs, (2) the desk where slips are scanned, (3) rights. The board shows at which stage work piles up.',
        },
      ],
    },
    {
      title: 'Every day',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Open {/digitization/jobs/desk} (2), scan the slip, see that it is the right document; {key:Enter} again finishes the stage.',
            'Scan into a folder of the job’s own, then {preservation.folders.add} on the job’s page. {preservation.folder.check} names wrong file names, missing pages, dpi, colour and damaged files one by one. The images stay where they are; the program only reads them and notes their SHA-256.',
            'Where Tesseract is installed, text is read in the same folder; elsewhere type it or leave it.',
            'A broken scanner or no power: enter it at {/digitization/jobs/stoppages}, so that delays can be explained.',
          ],
        },
      ],
    },
    {
      title: 'Inspection, rights, keeping',
      blocks: [
        {
          kind: 'list',
          items: [
            '{/inspection}: {inspection.list.draw}, look at each page by keyboard, {inspection.look.good} or {inspection.look.bad}. Better that somebody else looks at what you scanned.',
            '{/digitization/jobs/rights} (3): no decision means unknown, and what is unknown is not put into service.',
            '{/preservation/volumes}: each disk is on the list; connect it when it is due to be read again. A damaged copy is no loss while there is a second.',
            '{/digitization}: the year’s plan and what is finished, for the report.',
          ],
        },
      ],
    },
  ],
}
