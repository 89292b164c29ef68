import type { MarcField, MarcRecord } from '../../shared/catalogue/contract.ts'
import { placeByTag } from '../../shared/catalogue/marc-form.ts'

type Versions = { base: MarcRecord; mine: MarcRecord; theirs: MarcRecord }
/** The leader counts as a field with this tag. */
export const leaderTag = 'LDR'
export type Disputed = { tag: string; mine: MarcField[]; theirs: MarcField[] }

function fieldsWith(record: MarcRecord, tag: string): MarcField[] {
  if (tag === leaderTag) return [{ tag, value: record.leader }]
  return record.fields.filter((field) => field.tag === tag)
}

function isSame(one: readonly MarcField[], other: readonly MarcField[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Tags that only the other side changed are taken from there; those that both changed differently are to be asked about. */
export function mergeRecords({ base, mine, theirs }: Versions): { merged: MarcRecord; disputed: Disputed[] } {
  const tags = new Set([
    leaderTag,
    ...[base, mine, theirs].flatMap(({ fields }) => fields.map(({ tag }) => tag)),
  ])
  const disputed: Disputed[] = []
  const taken: string[] = []
  for (const tag of tags) {
    const [was, my, their] = [fieldsWith(base, tag), fieldsWith(mine, tag), fieldsWith(theirs, tag)]
    if (isSame(their, was) || isSame(my, their)) continue
    if (isSame(my, was)) taken.push(tag)
    else disputed.push({ tag, mine: my, theirs: their })
  }
  return { merged: withTagsFrom(mine, theirs, taken), disputed }
}

/** The record with all fields of some tags as another version has them, where the first of them stood or belongs. */
export function withTagsFrom(record: MarcRecord, other: MarcRecord, tags: readonly string[]): MarcRecord {
  let { fields } = record
  for (const tag of tags) {
    if (tag === leaderTag) continue
    const stood = fields.findIndex((field) => field.tag === tag)
    const rest = fields.filter((field) => field.tag !== tag)
    const at = stood >= 0 ? stood : placeByTag({ fields: rest }, tag)
    fields = rest.toSpliced(at, 0, ...fieldsWith(other, tag))
  }
  return { leader: tags.includes(leaderTag) ? other.leader : record.leader, fields }
}
