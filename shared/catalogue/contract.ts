import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, instant, isoDate, page, pageInput, requiredText, rev, text } from '../fields.ts'

export const TitleFields = z.object({
  title: requiredText(1000),
  subtitle: text(1000).default(''),
  responsibility: text(1000).default(''),
  publisher: text(300).default(''),
  publishedYear: z.int().min(1000).max(2200).nullable().default(null),
  isbn: text(40).default(''),
  language: z.string().max(8).default('vie'),
  ddc: text(30).default(''),
  note: text(20_000).default(''),
})
export const Title = TitleFields.extend({
  id,
  rev,
  addedOn: isoDate,
  removedOn: isoDate.nullable(),
  createdAt: instant,
  updatedAt: instant,
})
export const TitleRow = Title.pick({
  id: true,
  title: true,
  subtitle: true,
  responsibility: true,
  publisher: true,
  publishedYear: true,
  isbn: true,
  ddc: true,
  addedOn: true,
  rev: true,
})
export type TitleFields = z.output<typeof TitleFields>
export type Title = z.output<typeof Title>
export type TitleRow = z.output<typeof TitleRow>

const titleErrors = ['duplicate_isbn', 'isbn_invalid', 'year_in_future', 'unknown_language'] as const

export const catalogue = defineContract({
  queries: {
    search: {
      can: 'catalogue.read',
      input: z.object({ text: z.string().max(1000).default(''), ...pageInput }),
      output: page(TitleRow).extend({ total: z.object({ count: z.int(), isExact: z.boolean() }) }),
    },
    title: { can: 'catalogue.read', input: z.object({ id }), output: Title, errors: ['title_not_found'] },
  },
  commands: {
    addTitle: {
      can: 'catalogue.write',
      input: TitleFields.extend({ addedOn: isoDate.nullable().default(null) }),
      output: Title,
      errors: [...titleErrors, 'added_in_future'],
      changes: ['catalogue', 'indicators', 'reports'],
    },
    updateTitle: {
      can: 'catalogue.write',
      input: TitleFields.extend({ id, rev }),
      output: Title,
      errors: [...titleErrors, 'title_not_found'],
      changes: ['catalogue', 'indicators', 'reports'],
    },
    removeTitle: {
      can: 'catalogue.write',
      input: z.object({ id, rev }),
      output: Title,
      errors: ['title_not_found'],
      changes: ['catalogue', 'indicators', 'reports'],
    },
    restoreTitle: {
      can: 'catalogue.write',
      input: z.object({ id, rev }),
      output: Title,
      errors: ['title_not_found', 'duplicate_isbn'],
      changes: ['catalogue', 'indicators', 'reports'],
    },
  },
})
