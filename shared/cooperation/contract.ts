import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, page, pageInput, requiredText, rev, text } from '../fields.ts'

export const partnerKinds = [
  'library',
  'school',
  'agency',
  'association',
  'fund',
  'company',
  'person',
  'other',
] as const
export const partnerOrigins = ['domestic', 'foreign'] as const

export const PartnerFields = z.object({
  name: requiredText(300),
  kind: z.enum(partnerKinds).default('other'),
  origin: z.enum(partnerOrigins).default('domestic'),
  /** Of a foreign one. */
  country: text(100).default(''),
  note: text(2000).default(''),
})
export type PartnerFields = z.output<typeof PartnerFields>
export const Partner = PartnerFields.extend({ id, rev, activities: z.int() })
export type Partner = z.output<typeof Partner>

export const cooperation = defineContract({
  queries: {
    partner: {
      can: 'cooperation.read',
      input: z.object({ id }),
      output: Partner,
      errors: ['partner_not_found'],
    },
    /** By name; with a text, those whose name has all of its words. */
    partners: {
      can: 'cooperation.read',
      input: z.object({ text: text(200).default(''), ...pageInput }),
      output: page(Partner),
    },
  },
  commands: {
    addPartner: {
      can: 'cooperation.write',
      input: PartnerFields,
      output: Partner,
      errors: ['duplicate_partner'],
      changes: ['cooperation'],
    },
    updatePartner: {
      can: 'cooperation.write',
      input: PartnerFields.extend({ id, rev }),
      output: Partner,
      errors: ['partner_not_found', 'duplicate_partner'],
      changes: ['cooperation', 'activities', 'indicators', 'reports'],
    },
    /** Everything that speaks of `id` speaks of `intoId` from now on. */
    mergePartners: {
      can: 'cooperation.write',
      input: z.object({ id, intoId: id }),
      output: Partner,
      errors: ['partner_not_found', 'same_partner'],
      changes: ['cooperation', 'activities', 'indicators', 'reports'],
    },
    removePartner: {
      can: 'cooperation.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['partner_not_found', 'partner_in_use'],
      changes: ['cooperation'],
    },
  },
})
