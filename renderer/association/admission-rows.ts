import type { NewMember } from '../../shared/association/contract.ts'
import type { EntryRow } from '../ui/EntryGrid.tsx'

export const memberKeys = ['name', 'position', 'cardNumber'] as const
export type MemberKey = (typeof memberKeys)[number]
export type MemberRow = EntryRow<MemberKey>
export type RowProblem = { row: number; key: MemberKey; code: 'noName' | 'twinCard' }

export const emptyRow: MemberRow = { name: '', position: '', cardNumber: '' }

const isBlank = (row: MemberRow) => memberKeys.every((key) => row[key].trim() === '')

/** Whom the rows name; rows left empty are no people. */
export function readMembers(rows: readonly MemberRow[]): { members: NewMember[]; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const members: NewMember[] = []
  const cards = new Set<string>()
  for (const [at, row] of rows.entries()) {
    if (isBlank(row)) continue
    const [name, position, cardNumber] = [row.name.trim(), row.position.trim(), row.cardNumber.trim()]
    if (name === '') problems.push({ row: at, key: 'name', code: 'noName' })
    if (cardNumber !== '' && cards.has(cardNumber))
      problems.push({ row: at, key: 'cardNumber', code: 'twinCard' })
    cards.add(cardNumber)
    members.push({ name, position, cardNumber })
  }
  return { members, problems }
}
