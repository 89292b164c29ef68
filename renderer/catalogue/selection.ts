import type { Search, Selection, TitleRow } from '../../shared/catalogue/contract.ts'
import type { Choice } from '../ui/use-choice.ts'

/** The chosen titles as the engine takes them; where none is chosen, all that the list shows. */
export function selectionOf(choice: Choice<TitleRow>, search: Search): Selection {
  return choice.isAll || choice.count === 0 ? { search } : { ids: choice.rows.map((row) => row.id) }
}

/** The chosen titles one by one, also where "all" was said; null where they cannot be had just now. */
export async function namedOf(
  { isAll, count, rows }: Pick<Choice<TitleRow>, 'isAll' | 'count' | 'rows'>,
  load: (first: number, last: number) => Promise<TitleRow[]>,
): Promise<TitleRow[] | null> {
  if (!isAll) return rows
  try {
    return await load(0, count - 1)
  } catch {
    // The list itself shows why its page is missing.
    return null
  }
}
