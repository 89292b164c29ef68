import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, requiredText, rev } from '../fields.ts'
import { changes, note, page, pageInput, removal } from './fields.ts'

/** How many people live in the territory; holds from its year on until a newer one is entered. */
export const PopulationFields = z.object({
  year: z.int().min(1900).max(2200),
  people: z.int().min(1).max(2e9),
  /** Who says so: a yearbook, a letter of the statistics office. */
  source: requiredText(300),
  note,
})
export type PopulationFields = z.output<typeof PopulationFields>
export const Population = PopulationFields.extend({ id, rev })
export type Population = z.output<typeof Population>

export const populationQueries = {
  /** The newest year first. */
  populations: { can: 'network.read', input: z.object(pageInput), output: page(Population) },
} as const satisfies Contract['queries']

export const populationCommands = {
  addPopulation: {
    can: 'network.write',
    input: PopulationFields,
    output: Population,
    errors: ['year_twice'],
    changes,
  },
  updatePopulation: {
    can: 'network.write',
    input: PopulationFields.extend({ id, rev }),
    output: Population,
    errors: ['population_not_found', 'year_twice'],
    changes,
  },
  removePopulation: { can: 'network.write', ...removal, errors: ['population_not_found'], changes },
} as const satisfies Contract['commands']
