import type { MarcField, MarcRecord } from '../../shared/catalogue/contract.ts'
import { rowOf } from './marc-rows.ts'

export function fieldLine(field: MarcField): string {
  const { tag, indicators, text } = rowOf(field, 0)
  return [tag, indicators, text].filter(Boolean).join(' ')
}

export function fieldLines(fields: readonly MarcField[]): string {
  return fields.map(fieldLine).join('\n')
}

/** A record to be read, a line for each field. */
export function MarcText({ record }: { record: MarcRecord }) {
  return (
    <pre className="marc-record">{fieldLines([{ tag: 'LDR', value: record.leader }, ...record.fields])}</pre>
  )
}
