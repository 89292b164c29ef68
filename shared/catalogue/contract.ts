import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, isoDate, requiredText, rev } from '../fields.ts'
import { authorityContract } from './authorities-contract.ts'
import { belongingContract } from './belongings-contract.ts'
import { MarcProblem, MarcRecord } from './marc.ts'
import { roundContract } from './rounds-contract.ts'
import { Facets, Search, Total } from './search.ts'
import { holdingsChanges as changes, Title, TitleFields, TitleRow } from './title.ts'

export * from './authority.ts'
export { Template } from './authorities-contract.ts'
export * from './call-number.ts'
export * from './edit.ts'
export * from './marc.ts'
export * from './search.ts'
export * from './serial.ts'
export * from './title.ts'

const titleErrors = [
  'duplicate_isbn',
  'isbn_invalid',
  'issn_invalid',
  'year_in_future',
  'unknown_language',
  'host_not_found',
] as const
/** What a title has that another material cannot have. */
const materialErrors = [
  'material_has_no_copies',
  'material_has_no_issues',
  'material_has_no_articles',
] as const

/** Set after the cataloguer has seen the other title: several volumes share one ISBN. */
const isSameIsbnMeant = z.boolean().default(false)
const hostId = id.nullable().default(null)

export const catalogue = defineContract({
  queries: {
    ...authorityContract.queries,
    ...belongingContract.queries,
    ...roundContract.queries,
    /** Any page of the list at once: `offset` may be a million rows down. */
    search: {
      can: 'catalogue.read',
      input: Search.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }),
      output: z.object({
        rows: z.array(TitleRow),
        total: Total,
        /** Headings to be used instead, where the text is a see-from form. */
        instead: z.array(z.string()),
        /** Counted on the day that is asked for, and gone from the catalogue since. */
        gone: z.object({ count: z.int(), titles: z.array(Title.pick({ id: true, title: true })) }),
      }),
    },
    facets: { can: 'catalogue.read', input: Search.omit({ sort: true }), output: Facets, inPieces: true },
    /** Where in the whole list, in this order, a letter or call number begins. */
    placeInList: {
      can: 'catalogue.read',
      input: z.object({ sort: z.enum(['title', 'author', 'call_number']), from: requiredText(200) }),
      output: z.object({ offset: z.int() }),
    },
    title: { can: 'catalogue.read', input: z.object({ id }), output: Title, errors: ['title_not_found'] },
    record: {
      can: 'catalogue.read',
      input: z.object({ id }),
      output: z.object({ id, rev, record: MarcRecord, problems: z.array(MarcProblem) }),
      errors: ['title_not_found'],
    },
  },
  commands: {
    ...authorityContract.commands,
    ...belongingContract.commands,
    ...roundContract.commands,
    addTitle: {
      can: 'catalogue.write',
      input: TitleFields.extend({
        addedOn: isoDate.nullable().default(null),
        /** What a template or a duplicated record brings beyond the form. */
        record: MarcRecord.nullable().default(null),
        hostId,
        isSameIsbnMeant,
      }),
      output: Title,
      errors: [...titleErrors, 'added_in_future', 'marc_invalid'],
      changes,
    },
    updateTitle: {
      can: 'catalogue.write',
      input: TitleFields.extend({
        id,
        rev,
        hostId,
        addedOn: isoDate.nullable().default(null),
        isSameIsbnMeant,
      }),
      output: Title,
      errors: [...titleErrors, ...materialErrors, 'added_in_future', 'title_not_found'],
      changes,
    },
    /** The whole record, as the field-level editor leaves it: what a check only warns of is the specialist's to decide. */
    saveRecord: {
      can: 'catalogue.write',
      input: z.object({ id, rev, record: MarcRecord, isSameIsbnMeant }),
      output: Title,
      errors: [...materialErrors, 'duplicate_isbn', 'title_not_found', 'marc_invalid'],
      changes,
    },
    removeTitle: {
      can: 'catalogue.write',
      input: z.object({ id, rev }),
      output: Title,
      errors: ['title_not_found', 'title_has_copies', 'title_has_articles'],
      changes,
    },
    restoreTitle: {
      can: 'catalogue.write',
      input: z.object({ id, rev }),
      output: Title,
      errors: ['title_not_found', 'title_was_merged', 'host_not_found'],
      changes,
    },
  },
  jobs: roundContract.jobs,
})
