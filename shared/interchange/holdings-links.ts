import type { DataField, MarcRecord } from '../catalogue/contract.ts'

export type LinkedItem = {
  field: DataField | null
  item: DataField | null
  /** False where only a guess puts the item there. */
  isSure: boolean
}

/**
 * Which place each item stands at: the one with its link number ($8, else $6), else with its materials ($3), else the one
 * and only, the one of the same rank, or the last before it. A place without items is a copy of its own.
 */
export function linkedItems(
  record: MarcRecord,
  fields: readonly DataField[],
  items: readonly DataField[],
): LinkedItem[] {
  if (items.length === 0) return fields.map((field) => ({ field, item: null, isSure: true }))
  const linked = items.map((item, rank): LinkedItem => {
    const named = fields.filter((field) => isNamed(field, item))
    if (named[0]) return { field: named[0], item, isSure: named.length === 1 }
    const [only] = fields
    if (fields.length <= 1) return { field: only ?? null, item, isSure: only !== undefined }
    if (fields.length === items.length) return { field: fields[rank] ?? null, item, isSure: true }
    return { field: lastBefore(record, fields, item), item, isSure: false }
  })
  const taken = new Set(linked.map(({ field }) => field))
  const alone = fields.filter((field) => !taken.has(field))
  return [...linked, ...alone.map((field) => ({ field, item: null, isSure: true }))]
}

function isNamed(field: DataField, item: DataField): boolean {
  return (['8', '6', '3'] as const).some((code) => {
    const [one, other] = [linkIn(field, code), linkIn(item, code)]
    return one !== '' && one === other
  })
}

/** $8 is 1.2\c: the number of the link, then its place in a sequence. */
function linkIn({ subfields }: DataField, code: '8' | '6' | '3'): string {
  const text = subfields.find(([each]) => each === code)?.[1].trim() ?? ''
  return code === '8' ? (/^\d+/.exec(text)?.[0] ?? '') : text
}

function lastBefore(record: MarcRecord, fields: readonly DataField[], item: DataField): DataField | null {
  const at = record.fields.indexOf(item)
  return fields.findLast((field) => record.fields.indexOf(field) < at) ?? fields[0] ?? null
}
