/** What a reader of tables notes about a row; each has a text at interchange.problems.<code>. */
export type ReadingCode =
  | 'merged_cells'
  | 'formula_without_value'
  | 'cell_error'
  | 'too_many_columns'
  | 'quote_unclosed'
  | 'quote_stray'
  | 'text_undecoded'
  | 'text_missing'
  | 'sheet_broken'

/** What is noted when the cells of a row, or the subfields of a copy, are turned into a title and its copies. */
export type ValueCode =
  | 'title_missing'
  | 'title_from_row_above'
  | 'row_is_sum'
  | 'author_title_unclear'
  | 'year_unclear'
  | 'isbn_wrong'
  | 'isbn_rounded'
  | 'issn_wrong'
  | 'ddc_unclear'
  | 'language_unknown'
  | 'material_unknown'
  | 'price_unclear'
  | 'date_unclear'
  | 'source_unknown'
  | 'condition_unknown'
  | 'status_unknown'
  | 'number_missing'
  | 'number_unclear'
  | 'number_twice'
  | 'too_many_copies'
  | 'copy_count_unclear'
  | 'copy_count_differs'
  | 'barcodes_differ'
  | 'copy_withdrawn'
  | 'item_unlinked'

/** `at` is the row in the file, 0 in a MARC record; `column` counts from 0 and is null where the whole row is meant. */
export type RowProblem<Code extends string = ReadingCode | ValueCode> = {
  at: number
  column: number | null
  code: Code
  /** The value as it stands in the file. */
  detail: string
}

/** A row as the file shows it, every cell as text; rows without any text are left out. */
export type Row = {
  /** Row number in the file, from 1. */
  at: number
  cells: string[]
  problems: RowProblem<ReadingCode>[]
}

/** Columns further right are no table any more but what somebody's hand left there. */
export const mostColumns = 1000
