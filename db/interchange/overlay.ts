import type { MarcField, MarcRecord } from '../../shared/catalogue/contract.ts'
import { placeByTag } from '../../shared/catalogue/rules.ts'

/**
 * The record that comes in, with what belongs to this library kept: fields of the tags that are the library's own, and
 * those the program itself keeps up (where a digital copy is, and who described it here).
 */
export function mergedRecord(
  held: MarcRecord,
  incoming: MarcRecord,
  localTags: readonly string[],
): MarcRecord {
  const isLocal = ({ tag }: MarcField) => localTags.some((pattern) => fits(tag, pattern))
  const own = held.fields.filter(isLocal)
  if (own.length === 0) return incoming
  let merged: MarcRecord = { ...incoming, fields: incoming.fields.filter((field) => !isLocal(field)) }
  for (const field of own) {
    const at = placeByTag(merged, field.tag)
    merged = { ...merged, fields: merged.fields.toSpliced(at, 0, field) }
  }
  return merged
}

/** A pattern may leave digits open: 59X, 9XX. */
function fits(tag: string, pattern: string): boolean {
  return (
    tag.length === pattern.length && [...pattern].every((digit, at) => digit === 'X' || digit === tag[at])
  )
}
