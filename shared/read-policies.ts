import * as z from 'zod'
import {
  type Policies,
  type PolicyField,
  policyNames,
  type PolicyProblem,
  type PolicySource,
  type PolicyValues,
} from './policies.ts'
import { serverOrigin } from './lan/rules.ts'
import { languages } from './texts.ts'

/** Who looks after many PCs writes words: in the registry a number, in a file what looks natural. */
const Permission = z
  .union([z.boolean(), z.enum(['yes', 'no', 'true', 'false', '1', '0']), z.literal([0, 1])])
  .transform((value) => [true, 'yes', 'true', '1', 1].includes(value))

const Address = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^\s/]+\S*$/)

/** As people type it, kept as the program goes there. */
const ServerAddress = z
  .string()
  .max(300)
  .refine((text) => serverOrigin(text) !== null)
  .transform((text) => serverOrigin(text) ?? '')

/** Each by itself, so that one wrong word spoils no other. */
const policyFields = {
  dataFolder: z.string().min(1).max(260),
  endpoint: Address,
  province: z.string().regex(/^\d{2}$/),
  libraryCode: z.string().min(1).max(40),
  libraryName: z.string().min(1).max(300),
  language: z.enum(languages),
  online: Permission,
  updateAddress: Address,
  server: ServerAddress,
  lan: Permission,
} satisfies Record<PolicyField, z.ZodType>

/** What one source says; null where it cannot be read. */
export type Said = { source: PolicySource; groups: { fixed: object; offered: object } | null }

export function policiesOf(sources: readonly Said[]): Policies {
  const problems: PolicyProblem[] = []
  const read = sources.map(({ source, groups }) => {
    if (groups === null) problems.push({ source, name: null })
    const valuesOf = (group: object) => {
      const { values, wrong } = valuesIn(group)
      problems.push(...wrong.map((name) => ({ source, name })))
      return values
    }
    return { fixed: valuesOf(groups?.fixed ?? {}), offered: valuesOf(groups?.offered ?? {}) }
  })
  // The last one written wins, so the weakest source comes first.
  const merged = (group: 'fixed' | 'offered'): PolicyValues =>
    Object.assign({}, ...read.toReversed().map((each) => each[group]))
  return { fixed: merged('fixed'), offered: merged('offered'), problems }
}

function valuesIn(group: object): { values: PolicyValues; wrong: string[] } {
  const values: Record<string, unknown> = {}
  const wrong: string[] = []
  for (const [name, value] of Object.entries(group)) {
    const known = policyNames.find((each) => each.toLowerCase() === name.toLowerCase())
    const parsed = known && policyFields[known].safeParse(value)
    if (known && parsed?.success) values[known] = parsed.data
    else wrong.push(name)
  }
  return { values, wrong }
}
