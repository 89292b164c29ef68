import type { ColumnMap } from '../../shared/interchange/contract.ts'
import { recallColumns } from '../../shared/interchange/profile.ts'
import { valueKey } from '../../shared/interchange/vocabulary.ts'
import type { Output } from '../app/operation-types.ts'
import type { NewRunTools } from './use-new-run.ts'

export type Looked = Output<'interchange.look'>
/** Who says what a column is: the program by its head and content, the profile as it was mapped before, or the person. */
export type SaidBy = 'guess' | 'profile' | 'person'
export type Columns = {
  /** Null where the file has none. */
  map: ColumnMap | null
  saidBy: (column: number) => SaidBy
  set: (column: number, change: Partial<ColumnMap[number]>) => void
}

/** What each column of a table is: as somebody said here, else as the profile remembers it, else as it was guessed. */
export function useColumnMap({ run, change }: NewRunTools, found: Looked | null): Columns {
  const { profile, columns: changed } = run
  const isTable = found !== null && found.columns !== null
  const rows = (found?.rows ?? []).map((cells, at) => ({ at: at + 1, cells, problems: [] }))
  const recalled = isTable ? recallColumns(profile, found.headers, rows) : null
  const fits = changed !== null && changed.length === recalled?.length
  const map = recalled && (fits ? changed : recalled)
  const remembered = new Set(profile.columns.map(({ header }) => valueKey(header)))
  return {
    map,
    saidBy(column) {
      const before = recalled?.[column]
      const now = map?.[column]
      if (before && now && (before.target !== now.target || before.dateOrder !== now.dateOrder))
        return 'person'
      return remembered.has(valueKey(now?.header ?? '')) && now?.header !== '' ? 'profile' : 'guess'
    },
    set(column, part) {
      if (map) change({ columns: map.map((each, at) => (at === column ? { ...each, ...part } : each)) })
    },
  }
}
