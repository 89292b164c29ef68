import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { fileTicket } from '../fields.ts'
import { headcountCommands, headcountQueries } from './headcount-contract.ts'
import { PeopleFilters, peopleCommands, peopleQueries } from './people-contract.ts'
import { trainingCommands, trainingQueries } from './training-contract.ts'

export * from './headcount-contract.ts'
export * from './people-contract.ts'
export * from './training-contract.ts'

const format = z.enum(['xlsx', 'csv']).default('xlsx')
const output = z.object({ file: fileTicket, rows: z.int() })

export const staff = defineContract({
  queries: { ...peopleQueries, ...trainingQueries, ...headcountQueries },
  commands: { ...peopleCommands, ...trainingCommands, ...headcountCommands },
  jobs: {
    exportPeople: {
      can: 'staff.read',
      input: z.object({ filters: PeopleFilters, format }),
      output,
      changes: [],
    },
    exportCourses: {
      can: 'staff.read',
      input: z.object({ year: z.int().min(1990).max(2100), format }),
      output,
      changes: [],
    },
  },
})
