import { SqliteQueryCompiler } from 'kysely'

/**
 * SQLite looks at the value that a column is compared with, to guess how many rows have it, and so plans a statement
 * anew for each value. Behind a sign it does not look, and the plan stays: for what writes, and for what runs with every
 * call, planning costs more than the work. A long question over many rows is worth a look.
 */
export class SteadyCompiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?'
  }
}
