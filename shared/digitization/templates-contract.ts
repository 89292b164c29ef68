import * as z from 'zod'
import { id, nothing, rev } from '../fields.ts'
import { Stoppage, StoppageFields, Template, TemplateFields } from './digitization.ts'

const changes = ['digitization'] as const

/** How work goes, and what holds it up. */
export const templateContract = {
  queries: {
    templates: { can: 'digitization.read', input: nothing, output: z.array(Template) },
    stoppages: { can: 'digitization.read', input: nothing, output: z.array(Stoppage) },
    /** Those named at work before, to choose from. */
    machines: { can: 'digitization.read', input: nothing, output: z.array(z.string()) },
  },
  commands: {
    addTemplate: {
      can: 'digitization.write',
      input: TemplateFields,
      output: Template,
      errors: ['template_name_taken'],
      changes,
    },
    /** Stages that jobs follow stay as they are: what is changed then is a new version. */
    updateTemplate: {
      can: 'digitization.write',
      input: TemplateFields.extend({ id, rev }),
      output: Template,
      errors: ['template_not_found', 'template_name_taken'],
      changes,
    },
    retireTemplate: {
      can: 'digitization.write',
      input: z.object({ id, rev, isRetired: z.boolean() }),
      output: Template,
      errors: ['template_not_found', 'last_template'],
      changes,
    },
    addStoppage: {
      can: 'digitization.work',
      input: StoppageFields,
      output: Stoppage,
      errors: ['ends_before_start', 'starts_in_future'],
      changes,
    },
    updateStoppage: {
      can: 'digitization.work',
      input: StoppageFields.extend({ id, rev }),
      output: Stoppage,
      errors: ['stoppage_not_found', 'ends_before_start', 'starts_in_future'],
      changes,
    },
    removeStoppage: {
      can: 'digitization.work',
      input: z.object({ id, rev }),
      output: Stoppage,
      errors: ['stoppage_not_found'],
      changes,
    },
  },
} as const
