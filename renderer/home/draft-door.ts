import { doors, type DraftDoor } from './draft-doors.ts'

export type { DraftDoor }

/** The page where a draft is taken up again; null for a form this page does not know. */
export function draftDoor(form: string): DraftDoor | null {
  for (const { form: pattern, kind, to } of doors) {
    const match = pattern.exec(form)
    if (!match) continue
    const parts = match.slice(1)
    const id = Number(parts.at(-1) ?? NaN)
    return { kind, to: to(...parts), id: Number.isNaN(id) ? null : id }
  }
  return null
}
