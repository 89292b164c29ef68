import * as z from 'zod'
import { Selection, Total } from '../catalogue/contract.ts'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'

/** More titles than any library digitizes. */
export const mostTitles = 500_000

const changes = ['digitization', 'indicators', 'reports'] as const

export const CollectionFields = z.object({
  name: requiredText(200),
  description: text(5000).default(''),
  openedOn: isoDate,
  /** From this day on it is a collection no more; what it was before still counts. */
  closedOn: isoDate.nullable().default(null),
})
export const Collection = CollectionFields.extend({
  id,
  rev,
  titles: z.int(),
  /** Those of them whose digital copy is done. */
  digitized: z.int(),
})
export type Collection = z.output<typeof Collection>

export const CollectionTitle = z.object({
  id,
  title: z.string(),
  responsibility: z.string(),
  publishedYear: z.int().nullable(),
  addedOn: isoDate,
  isDigitized: z.boolean(),
})
export type CollectionTitle = z.output<typeof CollectionTitle>

export const collectionContract = {
  queries: {
    collections: { can: 'digitization.read', input: z.object({}), output: z.array(Collection) },
    collectionTitles: {
      can: 'digitization.read',
      input: z.object({
        collectionId: id,
        text: z.string().max(300).default(''),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(50),
      }),
      output: z.object({ rows: z.array(CollectionTitle), total: Total }),
      errors: ['collection_not_found'],
    },
  },
  commands: {
    addCollection: {
      can: 'digitization.write',
      input: CollectionFields,
      output: Collection,
      errors: ['collection_name_taken', 'closes_before_opening'],
      changes,
    },
    updateCollection: {
      can: 'digitization.write',
      input: CollectionFields.extend({ id, rev }),
      output: Collection,
      errors: ['collection_not_found', 'collection_name_taken', 'closes_before_opening'],
      changes,
    },
    /** One that never held a title. */
    removeCollection: {
      can: 'digitization.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['collection_not_found', 'collection_has_titles'],
      changes,
    },
    /** Those that are in it already stay as they are. */
    addToCollection: {
      can: 'digitization.write',
      input: z.object({ collectionId: id, selection: Selection }),
      output: z.object({ added: z.array(id), known: z.int() }),
      errors: ['collection_not_found'],
      changes,
    },
    removeFromCollection: {
      can: 'digitization.write',
      input: z.object({ collectionId: id, titleIds: z.array(id).min(1).max(mostTitles) }),
      output: z.object({ removed: z.array(id) }),
      errors: ['collection_not_found'],
      changes,
    },
  },
} as const
