import * as z from 'zod'
import { id, isoDate, rev, text } from '../fields.ts'

export const count = z.int().min(0).max(1_000_000).nullable().default(null)
export const note = text(2000).default('')
export const person = text(200).default('')
export const day = isoDate.nullable().default(null)
export const one = z.object({ id, rev })
export const changed = z.object({ id })
export const changes = ['rotation', 'activities', 'indicators', 'reports'] as const
/** What moves copies as well. */
export const movesCopies = [...changes, 'copies', 'stocktake', 'weeding', 'readers'] as const
