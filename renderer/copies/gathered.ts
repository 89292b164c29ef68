import * as z from 'zod'

/** What the list and its draft keep of a copy. */
export const Gathered = z.object({
  id: z.int(),
  accessionNumber: z.string(),
  title: z.string(),
  priceMinor: z.int().nullable(),
})
export type Gathered = z.output<typeof Gathered>

/** A list somebody left half done, and the copies that now come to it. */
export type Unfinished = { gathered: Gathered[]; arrived: Gathered[]; savedAt: string }

/** The list with one more copy on top; the same list where it has that copy already. */
export function withCopy(gathered: Gathered[], copy: Gathered): Gathered[] {
  return gathered.some(({ id }) => id === copy.id) ? gathered : [copy, ...gathered]
}

export function together({ gathered, arrived }: Pick<Unfinished, 'gathered' | 'arrived'>): Gathered[] {
  return [...newIn({ gathered, arrived }), ...gathered]
}

export function newIn({ gathered, arrived }: Pick<Unfinished, 'gathered' | 'arrived'>): Gathered[] {
  const known = new Set(gathered.map(({ id }) => id))
  return arrived.filter(({ id }) => !known.has(id))
}
