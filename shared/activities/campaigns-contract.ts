import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, page, pageInput, rev } from '../fields.ts'
import { Campaign, CampaignFields } from './activity.ts'

const changes = ['activities', 'indicators', 'reports'] as const

export const campaignContract = defineContract({
  queries: {
    /** The newest year first. */
    campaigns: { can: 'activities.read', input: z.object(pageInput), output: page(Campaign) },
  },
  commands: {
    addCampaign: {
      can: 'activities.write',
      input: CampaignFields,
      output: Campaign,
      errors: ['duplicate_campaign', 'campaign_needs_year'],
      changes,
    },
    updateCampaign: {
      can: 'activities.write',
      input: CampaignFields.extend({ id, rev }),
      output: Campaign,
      errors: ['campaign_not_found', 'duplicate_campaign', 'campaign_needs_year'],
      changes,
    },
    /** Another year of it: what was done or planned in it is planned again, on the same days. */
    repeatCampaign: {
      can: 'activities.write',
      input: z.object({ id, rev, year: z.int().min(1900).max(2200) }),
      output: Campaign,
      errors: ['campaign_not_found', 'campaign_without_year', 'campaign_too_large', 'duplicate_campaign'],
      changes,
    },
    /** Undoes it, as long as nothing of what was planned has been touched. */
    takeBackRepeat: {
      can: 'activities.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['campaign_not_found', 'repeat_begun'],
      changes,
    },
    removeCampaign: {
      can: 'activities.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['campaign_not_found', 'campaign_in_use'],
      changes,
    },
  },
})
