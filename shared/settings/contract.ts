import * as z from 'zod'
import { CallNumberRule } from '../catalogue/contract.ts'
import { defineContract } from '../contract.ts'
import { isoDate, nothing, requiredText, rev, text } from '../fields.ts'

/** What the library is, and what its official papers say of it. */
export const LibraryFields = z.object({
  name: requiredText(300),
  code: text(40).default(''),
  provinceCode: z.string().length(2),
  formerProvinceCode: z.string().length(2),
  site: text(300).default(''),
  language: z.enum(['vi', 'en']),
  lockAfterMinutes: z.int().min(1).max(240),
  governingBody: text(300).default(''),
  placeName: text(100).default(''),
  reportSymbol: text(40).default(''),
  recipients: text(2000).default(''),
  signerTitle: text(100).default(''),
  signerName: text(200).default(''),
})
export const Library = LibraryFields.extend({ id: z.string(), rev })
export type Library = z.output<typeof Library>

export const Province = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['tỉnh', 'thành phố']),
  formerUnits: z.array(z.object({ code: z.string(), name: z.string() })),
})
export const referenceLists = ['ddcClass', 'language', 'relator', 'formerProvince', 'province'] as const

export const settings = defineContract({
  queries: {
    library: { can: 'settings.read', input: nothing, output: Library },
    provinces: {
      can: 'anyone',
      input: z.object({ on: isoDate.nullable().default(null) }),
      output: z.array(Province),
    },
    callNumberRule: { can: 'settings.read', input: nothing, output: CallNumberRule },
    list: {
      can: 'settings.read',
      input: z.object({ list: z.enum(referenceLists) }),
      output: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
    },
  },
  commands: {
    setCallNumberRule: {
      can: 'settings.manage',
      input: CallNumberRule,
      output: CallNumberRule,
      changes: ['settings'],
    },
    setLibrary: {
      can: 'settings.manage',
      input: LibraryFields.extend({ rev }),
      output: Library,
      errors: ['unknown_province'],
      changes: ['settings', 'users', 'reports'],
    },
  },
})
