import { answers, type SurveyRow } from '../../shared/network/contract.ts'
import type { EntryRow } from '../ui/EntryGrid.tsx'
import { placedName } from './placed-name.ts'

export type Told = { website: string; managed: string; source: string }
/** By the number of the point: only what was typed, so that two people never write over each other. */
export type Typed = Record<string, Told>

const recordedOf = ({ website, managed, source }: SurveyRow): Told => ({
  website: website ?? '',
  managed: managed ?? '',
  source,
})

export function rowsWith(rows: readonly SurveyRow[], typed: Typed): EntryRow[] {
  return rows.map((row) => ({
    id: String(row.pointId),
    name: placedName(row),
    ...recordedOf(row),
    ...typed[row.pointId],
  }))
}

const parts = ['website', 'managed', 'source'] as const

/** What differs from what is recorded; rows that a filter hides keep what was typed into them. */
export function typedOver(rows: readonly SurveyRow[], former: Typed, now: readonly EntryRow[]): Typed {
  const next = { ...former }
  for (const [at, row] of rows.entries()) {
    const recorded = recordedOf(row)
    const told = Object.fromEntries(parts.map((part) => [part, now[at]?.[part] ?? ''])) as Told
    if (parts.every((part) => told[part] === recorded[part])) delete next[row.pointId]
    else next[row.pointId] = told
  }
  return next
}

const answerOf = (text: string) => answers.find((each) => each === text) ?? null

export function answersOf(typed: Typed) {
  return Object.entries(typed).map(([pointId, { website, managed, source }]) => ({
    pointId: Number(pointId),
    website: answerOf(website),
    managed: answerOf(managed),
    source,
  }))
}
