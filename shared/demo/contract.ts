import * as z from 'zod'
import { defineContract } from '../contract.ts'

export const demo = defineContract({
  jobs: {
    fill: {
      can: 'demo.fill',
      input: z.object({
        titles: z.int().min(1).max(2_000_000).default(5000),
        seed: z.int().min(0).default(1),
      }),
      output: z.object({ titles: z.int() }),
      errors: ['not_empty'],
      changes: ['catalogue', 'indicators', 'reports', 'settings'],
    },
  },
})
