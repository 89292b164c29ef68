import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, page, pageInput, rev, text } from '../fields.ts'
import { facets, Partner, PartnerFields, partnerKinds, partnerOrigins } from './partner.ts'

export const PartnerFilters = z.object({
  text: text(200).default(''),
  kind: z.enum(partnerKinds).nullable().default(null),
  origin: z.enum(partnerOrigins).nullable().default(null),
  standing: z.enum(['open', 'closed']).nullable().default(null),
})
export type PartnerFilters = z.output<typeof PartnerFilters>

export const partnersContract = defineContract({
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
      input: PartnerFilters.extend(pageInput),
      output: page(Partner).extend({ total: z.int(), facets }),
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
