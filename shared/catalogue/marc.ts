import * as z from 'zod'
import { withoutControls } from '../fold.ts'

/** What a librarian may type: stored NFC, without control characters, else untouched, since spaces carry meaning in MARC. */
const marcText = z.string().max(99_999).transform(withoutControls)
const tag = z.string().length(3)

/** Leader and 00X fields hold positions, data fields hold subfields; both keep the order of the record. */
export const ControlField = z.object({ tag, value: marcText })
export const DataField = z.object({
  tag,
  indicators: z.string().length(2),
  subfields: z.array(z.tuple([z.string().length(1), marcText])).max(500),
})
export const MarcField = z.union([DataField, ControlField])
export const MarcRecord = z.object({ leader: z.string().length(24), fields: z.array(MarcField).max(2000) })

export type ControlField = z.output<typeof ControlField>
export type DataField = z.output<typeof DataField>
export type MarcField = z.output<typeof MarcField>
export type MarcRecord = z.output<typeof MarcRecord>
export type Subfield = readonly [code: string, text: string]

/** What a check of a record found; an error keeps it from being saved, a warning does not. */
export const MarcProblem = z.object({
  /** Place among the record's fields; null where it concerns the whole. */
  at: z.int().nullable(),
  tag: z.string(),
  code: z.enum([
    'tag_impossible',
    'tag_unknown',
    'indicator_impossible',
    'indicator_unknown',
    'subfield_impossible',
    'subfield_unknown',
    'not_repeatable',
    'empty_field',
    'title_missing',
    'leader_wrong',
    'fixed_length_wrong',
    'language_unknown',
    'isbn_wrong',
    'issn_wrong',
    'ddc_wrong',
    'year_wrong',
  ]),
  severity: z.enum(['error', 'warning']),
  detail: z.string(),
})
export type MarcProblem = z.output<typeof MarcProblem>

export function isDataField(field: MarcField): field is DataField {
  return 'subfields' in field
}
