import type Database from 'better-sqlite3'
import type { Selectable } from 'kysely'
import type { Schema } from '../../db/schema.generated.ts'
import type { Span } from '../../db/measures.ts'

/** Whole tables, as they lie in the file. */
export type Tables = <Name extends keyof Schema>(table: Name) => Selectable<Schema[Name]>[]

export function tablesOf(raw: Database.Database): Tables {
  const known = new Map<string, unknown[]>()
  return <Name extends keyof Schema>(table: Name) => {
    const rows = known.get(table) ?? raw.prepare(`select * from "${table}"`).all()
    known.set(table, rows)
    return rows as Selectable<Schema[Name]>[]
  }
}

/** What a measure comes to, by reading everything: null where nobody has looked. */
export type Recount = (tables: Tables, span: Span) => number | null

export const isIn = (on: string | null, { from, to }: Span): boolean => on !== null && on >= from && on <= to
export const isBy = (on: string | null, day: string): boolean => on !== null && on <= day
/** From its first day until the day before its end. */
export const stands = (from: string, until: string | null, day: string): boolean =>
  from <= day && (until === null || until > day)
export const sumOf = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0)
export const distinct = (values: readonly unknown[]): number => new Set(values).size
