import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket, id, instant, nothing, page, pageInput, requiredText, rev, text } from '../fields.ts'
import { TitleEdit, TitleEditRun } from './edit.ts'
import { Search, Selection } from './search.ts'
import { holdingsChanges as changes, Title, TitleFields, TitleRow } from './title.ts'

export const SavedSearch = z.object({ id, name: z.string(), search: Search })
/** What a merge would do: which values differ, and what moves to the title that stays. */
export const MergePreview = z.object({
  kept: Title,
  dropped: z.array(Title),
  differing: z.array(TitleFields.keyof()),
  /** Fields of the dropped records that the kept one lacks and would take over. */
  takenOver: z.array(z.object({ fromId: id, tag: z.string(), text: z.string() })),
  moved: z.object({ copies: z.int(), issues: z.int(), classes: z.int(), articles: z.int() }),
})

/** What is done to many titles at once, and the searches that choose them. */
export const roundContract = defineContract({
  queries: {
    /** Groups of titles that look like one: the same ISBN, or the same title, part, year and publisher. */
    duplicates: {
      can: 'catalogue.read',
      input: z.object({ by: z.enum(['isbn', 'title']).default('isbn'), ...pageInput }),
      output: page(z.object({ key: z.string(), titles: z.array(TitleRow) })),
    },
    /** A title in the catalogue that the list of duplicates would show beside this one, or that has its ISBN; null where there is none. */
    twinOf: {
      can: 'catalogue.read',
      input: TitleFields.pick({
        part: true,
        publisher: true,
        publishedYear: true,
        material: true,
        isbn: true,
      }).extend({
        title: text(2000).default(''),
      }),
      output: z.object({ id, title: z.string(), copies: z.int(), by: z.enum(['isbn', 'title']) }).nullable(),
    },
    previewMerge: {
      can: 'catalogue.write',
      input: z.object({ keepId: id, dropIds: z.array(id).min(1).max(50) }),
      output: MergePreview,
      errors: ['title_not_found', 'same_title'],
    },
    previewEdit: {
      can: 'catalogue.write',
      input: z.object({ selection: Selection, edit: TitleEdit }),
      output: z.object({
        count: z.int(),
        /** Of so many the next two figures speak; a large selection is looked at in part. */
        examined: z.int(),
        changed: z.int(),
        refused: z.int(),
        rows: z.array(
          z.object({ id, title: z.string(), before: z.string(), after: z.string(), problem: z.string() }),
        ),
      }),
      errors: ['too_many_titles', 'edit_impossible'],
    },
    edits: { can: 'catalogue.read', input: z.object({ ...pageInput }), output: page(TitleEditRun) },
    merges: {
      can: 'catalogue.read',
      input: z.object({ ...pageInput }),
      output: page(
        z.object({
          id,
          keptId: id,
          keptTitle: z.string(),
          droppedTitle: z.string(),
          madeAt: instant,
          undoneAt: instant.nullable(),
        }),
      ),
    },
    savedSearches: { can: 'catalogue.read', input: nothing, output: z.array(SavedSearch) },
  },
  commands: {
    mergeTitles: {
      can: 'catalogue.write',
      input: z.object({
        keep: z.object({ id, rev }),
        drop: z.array(z.object({ id, rev })).min(1).max(50),
        takesOver: z.boolean().default(true),
      }),
      /** The title that stays, and by what each merge is taken back. */
      output: Title.extend({ mergeIds: z.array(id) }),
      errors: [
        'title_not_found',
        'same_title',
        'material_has_no_copies',
        'material_has_no_issues',
        'material_has_no_articles',
      ],
      changes,
    },
    undoMerge: {
      can: 'catalogue.write',
      /** In whatever order: the newest is taken back first, since each merge stands on the one before. */
      input: z.object({ ids: z.array(id).min(1).max(50) }),
      /** The titles that are back. */
      output: z.array(Title),
      errors: ['merge_not_found', 'changed_since'],
      changes,
    },
    saveSearch: {
      can: 'catalogue.read',
      input: z.object({ name: requiredText(200), search: Search }),
      output: SavedSearch,
      changes: ['catalogue'],
      journal: false,
    },
    forgetSearch: {
      can: 'catalogue.read',
      input: z.object({ id }),
      output: z.object({ id }),
      changes: ['catalogue'],
      journal: false,
    },
  },
  jobs: {
    /** One change made to many titles; the former records are kept, so that it can be taken back as a whole. */
    editTitles: {
      can: 'catalogue.write',
      input: z.object({ selection: Selection, edit: TitleEdit }),
      output: z.object({ editId: id.nullable(), changed: z.int(), refused: z.int() }),
      errors: ['too_many_titles', 'edit_impossible'],
      changes,
    },
    /** A title that was changed since stays as it is, and is counted. */
    undoEdit: {
      can: 'catalogue.write',
      input: z.object({ id }),
      output: z.object({ undone: z.int(), left: z.int() }),
      errors: ['edit_not_found', 'edit_undone'],
      changes,
    },
    exportList: {
      can: 'catalogue.read',
      input: z.object({ selection: Selection, format: z.enum(['xlsx', 'csv']) }),
      output: z.object({ file: fileTicket, titles: z.int() }),
      changes: [],
    },
  },
})
