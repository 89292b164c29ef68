import * as z from 'zod'
import { id, instant, text } from '../fields.ts'
import { DataField } from './marc.ts'
import { TitleFields } from './title.ts'

export const editableFields = TitleFields.keyof()
export const headingFields = z.enum(['authors', 'organisations', 'subjects', 'keywords', 'series'])

/** One change made to many titles. */
export const TitleEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), field: editableFields, value: text(2000) }),
  z.object({
    kind: z.literal('replace'),
    field: editableFields,
    find: z.string().min(1).max(500),
    replacement: text(500).default(''),
  }),
  z.object({ kind: z.literal('add_heading'), field: headingFields, heading: text(500) }),
  z.object({ kind: z.literal('remove_heading'), field: headingFields, heading: text(500) }),
  z.object({ kind: z.literal('add_marc'), marc: DataField }),
  z.object({ kind: z.literal('remove_marc'), tag: z.string().length(3) }),
])
export type TitleEdit = z.output<typeof TitleEdit>

/** A batch of changes that was made, and may be taken back. */
export const TitleEditRun = z.object({
  id,
  edit: TitleEdit,
  titles: z.int(),
  userName: z.string().nullable(),
  madeAt: instant,
  undoneAt: instant.nullable(),
})
