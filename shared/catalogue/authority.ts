import * as z from 'zod'
import { id, instant, requiredText, rev, text } from '../fields.ts'

export const authorityKinds = ['person', 'organisation', 'subject', 'series', 'publisher'] as const
export const AuthorityKind = z.enum(authorityKinds)
export type AuthorityKind = z.output<typeof AuthorityKind>

export const AuthorityFields = z.object({
  kind: AuthorityKind,
  heading: requiredText(500),
  /** Forms to be led from: other spellings, pen names, former names. */
  seeFrom: z.array(requiredText(500)).max(100).default([]),
  note: text(5000).default(''),
})
export const Authority = AuthorityFields.extend({
  id,
  rev,
  mergedIntoId: id.nullable(),
  /** Titles that carry it. */
  titles: z.int(),
  createdAt: instant,
  updatedAt: instant,
})
export const AuthorityRow = Authority.pick({
  id: true,
  rev: true,
  kind: true,
  heading: true,
  titles: true,
}).extend({
  /** The see-from form through which the text led here; empty where the heading itself did. */
  through: z.string(),
})
export type AuthorityFields = z.output<typeof AuthorityFields>
export type Authority = z.output<typeof Authority>
export type AuthorityRow = z.output<typeof AuthorityRow>
