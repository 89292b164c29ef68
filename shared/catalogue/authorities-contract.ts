import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { id, nothing, page, pageInput, requiredText, rev } from '../fields.ts'
import { Authority, AuthorityFields, AuthorityKind, AuthorityRow } from './authority.ts'
import { MarcRecord } from './marc.ts'
import { holdingsChanges as changes, Material } from './title.ts'

export const TemplateFields = z.object({
  name: requiredText(200),
  material: Material,
  record: MarcRecord,
  isDefault: z.boolean().default(false),
})
export const Template = TemplateFields.extend({ id, rev })

/** Headings under control, and the templates new records begin from. */
export const authorityContract = defineContract({
  queries: {
    searchAuthorities: {
      can: 'catalogue.read',
      input: z.object({
        text: z.string().max(500).default(''),
        kind: AuthorityKind.nullable().default(null),
        ...pageInput,
      }),
      output: page(AuthorityRow),
    },
    authority: {
      can: 'catalogue.read',
      input: z.object({ id }),
      output: Authority,
      errors: ['authority_not_found'],
    },
    templates: { can: 'catalogue.read', input: nothing, output: z.array(Template) },
  },
  commands: {
    addAuthority: {
      can: 'catalogue.write',
      input: AuthorityFields,
      output: Authority,
      errors: ['duplicate_heading'],
      changes: ['catalogue'],
    },
    /** A changed heading is changed in every record that carries it. */
    updateAuthority: {
      can: 'catalogue.write',
      input: AuthorityFields.extend({ id, rev }),
      output: Authority,
      errors: ['authority_not_found', 'duplicate_heading', 'heading_widely_used'],
      changes,
    },
    mergeAuthorities: {
      can: 'catalogue.write',
      input: z.object({ keepId: id, dropIds: z.array(id).min(1).max(50) }),
      output: Authority,
      errors: ['authority_not_found', 'kinds_differ', 'same_authority', 'heading_widely_used'],
      changes,
    },
    removeAuthority: {
      can: 'catalogue.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['authority_not_found', 'authority_in_use'],
      changes: ['catalogue'],
    },
    addTemplate: {
      can: 'catalogue.write',
      input: TemplateFields,
      output: Template,
      errors: ['duplicate_name', 'marc_invalid'],
      changes: ['catalogue'],
    },
    updateTemplate: {
      can: 'catalogue.write',
      input: TemplateFields.extend({ id, rev }),
      output: Template,
      errors: ['template_not_found', 'duplicate_name', 'marc_invalid'],
      changes: ['catalogue'],
    },
    removeTemplate: {
      can: 'catalogue.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['template_not_found'],
      changes: ['catalogue'],
    },
  },
})
