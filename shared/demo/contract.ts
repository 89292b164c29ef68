import * as z from 'zod'
import { defineContract } from '../contract.ts'

export const demo = defineContract({
  jobs: {
    fill: {
      can: 'demo.fill',
      input: z.object({
        titles: z.int().min(1).max(2_000_000).default(5000),
        seed: z.int().min(0).default(1),
        /** On average; nothing but titles with 0. */
        copiesPerTitle: z.number().min(0).max(20).default(2),
        /** A year of digitization with its folders, disks and inspections. */
        withDigitization: z.boolean().default(false),
      }),
      output: z.object({ titles: z.int() }),
      errors: ['not_empty'],
      changes: [
        'activities',
        'cooperation',
        'catalogue',
        'copies',
        'digitization',
        'inspection',
        'preservation',
        'registers',
        'stock',
        'indicators',
        'reports',
        'settings',
      ],
    },
  },
})
