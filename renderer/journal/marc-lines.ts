import { isDataField, MarcRecord } from '../../shared/catalogue/contract.ts'
import type { Json } from '../../shared/contract.ts'

/** A record line by line, as cataloguers read it: tag, indicators, $a … */
function linesOf(stored: Json): string[] {
  const parsed = typeof stored === 'string' ? MarcRecord.safeParse(JSON.parse(stored)) : null
  if (!parsed?.success) return []
  return [
    `LDR ${parsed.data.leader}`,
    ...parsed.data.fields.map((field) =>
      isDataField(field)
        ? `${field.tag} ${field.indicators.replaceAll(' ', '#')} ${field.subfields.map(([code, text]) => `$${code} ${text}`).join(' ')}`
        : `${field.tag} ${field.value}`,
    ),
  ]
}

function without(lines: readonly string[], others: readonly string[]): string {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines
    .filter((line) => {
      const count = left.get(line) ?? 0
      left.set(line, count - 1)
      return count <= 0
    })
    .join('\n')
}

/** Of two versions of a record only the fields that differ: a whole record on either side would hide them. */
export function marcDifference(before: Json, after: Json): { before: Json; after: Json } {
  const [old, now] = [linesOf(before), linesOf(after)]
  return { before: without(old, now), after: without(now, old) }
}
