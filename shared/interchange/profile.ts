import * as z from 'zod'
const map = z.record(z.string(), z.string()).default({})
export const ImportProfile = z.object({
  name: z.string(),
  source: z.string().default(''),
  encoding: z.string().default('auto'),
  copies: z.any().nullable().default(null),
  columns: z.any().nullable().default(null),
  valueMaps: z
    .object({ site: map, store: map, source: map, condition: map, status: map, language: map, material: map })
    .prefault({}),
  defaults: z.any().prefault({}),
  localTags: z.array(z.string()).default([]),
})
export type ImportProfile = z.output<typeof ImportProfile>
export type CopyDraft = {
  accessionNumber: string
  barcode: string
  site: string
  store: string
  shelf: string
  callNumber: string
  enumeration: string
  priceMinor: number | null
  accessionedOn: string | null
  source: '' | 'purchase' | 'donation' | 'exchange' | 'deposit' | 'project' | 'other'
  condition: '' | 'good' | 'worn' | 'damaged'
  status: '' | 'available' | 'in_process' | 'on_loan' | 'in_rotation' | 'in_repair' | 'missing'
  note: string
}
export const readyProfiles: { code: string; profile: ImportProfile }[] = []
import { isDataField, type MarcRecord } from '../catalogue/contract.ts'
export function copyDraftsOf(
  record: MarcRecord,
  _rule: unknown,
): { drafts: CopyDraft[]; record: MarcRecord; problems: { code: string; detail: string }[] } {
  const drafts = record.fields
    .filter(isDataField)
    .filter((f) => f.tag === '952')
    .map((f): CopyDraft => {
      const of = (code: string) => f.subfields.find(([c]) => c === code)?.[1] ?? ''
      return {
        accessionNumber: of('p'),
        barcode: '',
        site: of('a'),
        store: of('c'),
        shelf: '',
        callNumber: of('o'),
        enumeration: '',
        priceMinor: Number(of('g')) || null,
        accessionedOn: of('d') || null,
        source: '',
        condition: '',
        status: '',
        note: '',
      }
    })
  return { drafts, record: { ...record, fields: record.fields.filter((f) => f.tag !== '952') }, problems: [] }
}
