import * as z from 'zod'
import type { Fail } from './failure.ts'

/** How many rows of a list lie before the page. */
export const offsetCursor = z.int().nonnegative()
/** The key of the last row of the page before. */
export const idCursor = z.int().positive()

/** Null on the first page; a cursor that this list did not write is refused, whatever it holds. */
export function readCursor<Place>(
  cursor: string | null,
  form: z.ZodType<Place>,
  fail: Fail<never>,
): Place | null {
  if (cursor === null) return null
  const place = form.safeParse(parse(cursor))
  return place.success ? place.data : fail('invalid_input', { issues: [{ path: 'cursor', code: 'custom' }] })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
