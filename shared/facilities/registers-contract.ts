import * as z from 'zod'
import type { Contract } from '../contract.ts'
import { id, isoDate, requiredText, rev, text } from '../fields.ts'
import { changes, listFilters, money, note, page, pageInput, removal, untilOn } from './fields.ts'

export const softwarePurposes = [
  'library',
  'digital_library',
  'digitization',
  'office',
  'accounting',
  'security',
  'other',
] as const
export const licences = ['open_source', 'perpetual', 'subscription', 'free', 'shared', 'unknown'] as const
export const connectionKinds = ['fibre', 'leased', 'copper', 'mobile', 'satellite', 'other'] as const
export const serviceKinds = [
  'website',
  'opac',
  'digital_reading',
  'card_registration',
  'renewal',
  'reference',
  'other_service',
  'open_knowledge',
] as const

const filters = z.object(listFilters)
export const RegisterFilters = filters
export type RegisterFilters = z.output<typeof RegisterFilters>

export const SoftwareFields = z.object({
  name: requiredText(200),
  purpose: z.enum(softwarePurposes).default('library'),
  vendor: text(200).default(''),
  version: text(100).default(''),
  licence: z.enum(licences).default('unknown'),
  fromOn: isoDate,
  untilOn,
  licenceUntil: untilOn,
  supportUntil: untilOn,
  /** By when it is to be replaced, and by what. */
  replaceBy: untilOn,
  replacementPlan: text(1000).default(''),
  note,
})
export type SoftwareFields = z.output<typeof SoftwareFields>
export const Software = SoftwareFields.extend({ id, rev })
export type Software = z.output<typeof Software>

export const ConnectionFields = z.object({
  siteId: id,
  kind: z.enum(connectionKinds).default('fibre'),
  provider: text(200).default(''),
  speedMbps: z.int().min(1).max(1_000_000).nullable().default(null),
  monthlyCost: money,
  fromOn: isoDate,
  untilOn,
  note,
})
export type ConnectionFields = z.output<typeof ConnectionFields>
export const Connection = ConnectionFields.extend({ id, rev, siteName: z.string() })
export type Connection = z.output<typeof Connection>

export const ServiceFields = z.object({
  name: requiredText(200),
  kind: z.enum(serviceKinds).default('website'),
  url: text(500).default(''),
  fromOn: isoDate,
  untilOn,
  /** The paper or the picture that proves it. */
  evidence: text(500).default(''),
  note,
})
export type ServiceFields = z.output<typeof ServiceFields>
export const Service = ServiceFields.extend({ id, rev })
export type Service = z.output<typeof Service>

export const dueKinds = ['licence', 'support', 'replacement', 'warranty'] as const

export const registerQueries = {
  software: { can: 'facilities.read', input: filters.extend(pageInput), output: page(Software) },
  connections: { can: 'facilities.read', input: filters.extend(pageInput), output: page(Connection) },
  services: { can: 'facilities.read', input: filters.extend(pageInput), output: page(Service) },
  /** What ends from `from` to `to`, the soonest first: licences, support, warranties, replacements. */
  due: {
    can: 'facilities.read',
    input: z.object({ from: isoDate, to: isoDate }),
    output: z.array(
      z.object({ kind: z.enum(dueKinds), on: isoDate, id, name: z.string(), detail: z.string() }),
    ),
  },
} as const satisfies Contract['queries']

export const registerCommands = {
  addSoftware: {
    can: 'facilities.write',
    input: SoftwareFields,
    output: Software,
    errors: ['ends_before_begin'],
    changes,
  },
  updateSoftware: {
    can: 'facilities.write',
    input: SoftwareFields.extend({ id, rev }),
    output: Software,
    errors: ['software_not_found', 'ends_before_begin'],
    changes,
  },
  removeSoftware: { can: 'facilities.write', ...removal, errors: ['software_not_found'], changes },
  addConnection: {
    can: 'facilities.write',
    input: ConnectionFields,
    output: Connection,
    errors: ['ends_before_begin', 'site_not_found'],
    changes,
  },
  updateConnection: {
    can: 'facilities.write',
    input: ConnectionFields.extend({ id, rev }),
    output: Connection,
    errors: ['connection_not_found', 'ends_before_begin', 'site_not_found'],
    changes,
  },
  removeConnection: { can: 'facilities.write', ...removal, errors: ['connection_not_found'], changes },
  addService: {
    can: 'facilities.write',
    input: ServiceFields,
    output: Service,
    errors: ['ends_before_begin'],
    changes,
  },
  updateService: {
    can: 'facilities.write',
    input: ServiceFields.extend({ id, rev }),
    output: Service,
    errors: ['service_not_found', 'ends_before_begin'],
    changes,
  },
  removeService: { can: 'facilities.write', ...removal, errors: ['service_not_found'], changes },
} as const satisfies Contract['commands']
