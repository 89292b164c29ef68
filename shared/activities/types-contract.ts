import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { nothing, requiredText, rev } from '../fields.ts'
import { ActivityType, TypeFields } from './activity.ts'

const code = z.string().min(1).max(20)
const changes = ['activities', 'indicators', 'reports'] as const

export const typeContract = defineContract({
  queries: {
    types: { can: 'activities.read', input: nothing, output: z.array(ActivityType) },
  },
  commands: {
    addType: {
      can: 'settings.manage',
      input: TypeFields.extend({ name: requiredText(200) }),
      output: ActivityType,
      errors: ['duplicate_type', 'choices_missing'],
      changes,
    },
    /** Of a type of the program's own: its name, whether it is offered, its proof and fields that are added. */
    updateType: {
      can: 'settings.manage',
      input: TypeFields.extend({ code, rev }),
      output: ActivityType,
      errors: ['type_not_found', 'duplicate_type', 'choices_missing', 'field_in_use', 'name_missing'],
      changes,
    },
    removeType: {
      can: 'settings.manage',
      input: z.object({ code, rev }),
      output: z.object({ code }),
      errors: ['type_not_found', 'type_in_use', 'type_declared'],
      changes,
    },
  },
})
