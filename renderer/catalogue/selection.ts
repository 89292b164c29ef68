import type { Search, Selection, TitleRow } from '../../shared/catalogue/contract.ts'
import type { Choice } from '../ui/use-choice.ts'

/** The chosen titles as the engine takes them; where none is chosen, all that the list shows. */
export function selectionOf(choice: Choice<TitleRow>, search: Search): Selection {
  return choice.isAll || choice.count === 0 ? { search } : { ids: choice.rows.map((row) => row.id) }
}
