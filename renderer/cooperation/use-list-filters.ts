import type * as z from 'zod'
import { useNarrowing } from '../app/use-narrowing.ts'
import { useSearchText } from '../app/use-search-text.ts'

type Schema<Filters> = {
  shape: Record<string, unknown>
  safeParse: (value: unknown) => { success: true; data: Filters } | { success: false; error: z.ZodError }
  parse: (value: unknown) => Filters
}

const isNumber = (name: string) => name === 'year' || name.endsWith('Id')

/** What narrows a list, kept in the address; what an address says wrongly narrows nothing. */
export function useListFilters<Filters extends { text: string }>(schema: Schema<Filters>) {
  const { search, narrow, clear } = useNarrowing()
  const [text, setText] = useSearchText()
  const names = Object.keys(schema.shape)
  const read: Record<string, unknown> = { text }
  for (const name of names) {
    const written = search.get(name)
    if (name !== 'text' && written !== null) read[name] = isNumber(name) ? Number(written) : written
  }
  const parsed = schema.safeParse(read)
  const filters = parsed.success ? parsed.data : schema.parse({ text })
  const isNarrowed = names.some((name) => Boolean(Reflect.get(filters, name)))
  return { filters, text, setText, narrow: (change: Partial<Filters>) => narrow(change), clear, isNarrowed }
}
