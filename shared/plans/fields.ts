import * as z from 'zod'
import { id, isoDate, page, pageInput, rev, text } from '../fields.ts'

export const note = text(2000).default('')
export const evidence = text(500).default('')
export const day = isoDate.nullable().default(null)
export const linked = id.nullable().default(null)
export const year = z.int().min(1990).max(2100)
export const removal = { input: z.object({ id, rev }), output: z.object({ id }) }
export const bringingBack = { input: z.object({ id }), output: z.object({ id }) }
export const changes = ['plans', 'home', 'indicators', 'reports'] as const
export { page, pageInput }
