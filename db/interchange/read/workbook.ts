import type { Row } from '../../../shared/interchange/table.ts'

export type SheetInfo = { name: string; isHidden: boolean }

/** A workbook that could be opened: its sheets in their order, and the rows of one of them, in batches. */
export type Workbook = { sheets: SheetInfo[]; rows: (sheet: number) => AsyncIterable<Row[]> }

/** Why nothing of a workbook can be read. */
export type WorkbookProblemCode =
  | 'archive_bomb'
  | 'workbook_locked'
  | 'workbook_unreadable'
  | 'workbook_unsupported'
  | 'workbook_empty'
export type WorkbookProblem = { code: WorkbookProblemCode; detail: string }

/** Thrown by the parts that open a workbook, and caught where it is opened. */
export class WorkbookRefusal extends Error {
  readonly problem: WorkbookProblem
  constructor(code: WorkbookProblemCode, detail = '') {
    super(`${code} ${detail}`)
    this.problem = { code, detail }
  }
}
