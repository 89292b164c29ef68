import type { MarcField, MarcRecord } from '../../shared/catalogue/contract.ts'

/** A line of two records side by side; a side without such a field is null. */
export type ComparedLine = { tag: string; mine: MarcField | null; theirs: MarcField | null; isSame: boolean }

const leaderTag = 'LDR'
/** The numbers of a record's own system, and when that last wrote it, differ always and say nothing. */
const restless = ['001', '003', '005']

/** The fields of both by their tags: first those alike, then those that stand for one another, in the order of the first. */
export function comparedLines(mine: MarcRecord, theirs: MarcRecord): ComparedLine[] {
  const tags = [leaderTag, ...new Set([...mine.fields, ...theirs.fields].map(({ tag }) => tag).toSorted())]
  return tags.flatMap((tag) => {
    const left = fieldsOf(mine, tag)
    const right = fieldsOf(theirs, tag)
    const lines: ComparedLine[] = []
    for (const field of left) {
      const twin = right.findIndex((other) => isAlike(field, other))
      lines.push({ tag, mine: field, theirs: twin < 0 ? null : (right[twin] ?? null), isSame: twin >= 0 })
      if (twin >= 0) right.splice(twin, 1)
    }
    for (const line of lines) if (line.theirs === null) line.theirs = right.shift() ?? null
    const all = [...lines, ...right.map((field) => ({ tag, mine: null, theirs: field, isSame: false }))]
    return restless.includes(tag) ? all.map((line) => ({ ...line, isSame: true })) : all
  })
}

/** How many lines differ in what they say. */
export function differences(lines: readonly ComparedLine[]): number {
  return lines.filter(({ isSame }) => !isSame).length
}

function fieldsOf({ leader, fields }: MarcRecord, tag: string): MarcField[] {
  return tag === leaderTag ? [{ tag, value: leader }] : fields.filter((field) => field.tag === tag)
}

function isAlike(field: MarcField, other: MarcField): boolean {
  return JSON.stringify(spoken(field)) === JSON.stringify(spoken(other))
}

/** Lengths in a leader are counted anew whenever a record is written. */
function spoken(field: MarcField): MarcField {
  if (field.tag !== leaderTag || !('value' in field)) return field
  const { value } = field
  return { ...field, value: `${value.slice(5, 12)}${value.slice(17)}` }
}
