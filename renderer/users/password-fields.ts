import * as z from 'zod'

export const OwnPassword = z
  .object({ current: z.string().min(1), next: z.string().min(1), again: z.string() })
  .refine((values) => values.next === values.again, { path: ['again'], message: 'passwords_differ' })
export type OwnPassword = z.output<typeof OwnPassword>
