import type { Chapter } from '../chapter.ts'

export const cataloguer: Chapter = {
  title: 'Quick start: cataloguer',
  summary:
    'Books arrive, are described, numbered, labelled and shelved: the whole way of a book on one page.',
  sections: [
    {
      title: 'When books arrive',
      blocks: [
        {
          kind: 'steps',
          items: [
            'Open {/copies/vouchers} and press {copies.vouchers.add}. Enter number, day, source and the copies and sum stated on paper, to compare later; then {copies.voucher.saveAndEnter}.',
            'Each row of the grid is a title: type a few words or scan the ISBN. What is not in the catalogue yet is catalogued from that row; saving brings you back to the voucher.',
            'Enter copies, price and store. Accession numbers are given by the program, in their series.',
            'When copies and sum agree with the paper, press {copies.voucher.complete}: the general register has one more line. From then on it is corrected, never changed.',
            '{copies.voucher.labels} prints labels for just these copies.',
          ],
        },
        {
          kind: 'shot',
          name: 'catalogue',
          caption:
            'The catalogue: (1) typed with marks or without, (2) a new record, (3) the list on screen as a file.',
        },
      ],
    },
    {
      title: 'Cataloguing',
      blocks: [
        {
          kind: 'list',
          items: [
            '{catalogue.menu.add}: only the title is required. Records of other libraries are loaded once at {/interchange/pools} and taken from there.',
            'For an unusual field open the tab {catalogue.record.tabs.marc}: the record is kept letter by letter as MARC 21, fields the form does not show included.',
            'A warning of a double is a question, no ban: {catalogue.form.addCopyToTwin} if it is the same book, {catalogue.form.saveSameTitle} if not.',
            'After a power cut what you were typing waits at {/home}, under {home.drafts.title}.',
          ],
        },
      ],
    },
    {
      title: 'Keeping the catalogue clean',
      blocks: [
        {
          kind: 'list',
          items: [
            '{/catalogue/duplicates}: look at each group that is alike, then merge; copies and history come together.',
            '{/catalogue/authorities}: one name for each author and subject; changed here, it changes in every record.',
            'A mistake is taken back with {common.actions.undo} at the foot of the screen; {catalogue.record.tabs.history} says who changed what.',
          ],
        },
      ],
    },
  ],
}
