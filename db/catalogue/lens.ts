import * as z from 'zod'
import { isDataField, TitleFields, type MarcRecord } from '../../shared/catalogue/contract.ts'
import { withForm, type RecordFields } from '../../shared/catalogue/marc-form.ts'
import type { Fail } from '../failure.ts'
import { shownOf } from './records.ts'

/** The most characters a box of the form takes, by field. */
const lengthOf: Partial<Record<string, number>> = Object.fromEntries(
  Object.entries(z.toJSONSchema(TitleFields, { io: 'output', unrepresentable: 'any' }).properties ?? {}).map(
    ([field, schema]) => [field, typeof schema === 'object' ? schema.maxLength : undefined],
  ),
)

/** The plain form is a lens on the record: what it did not change, the record keeps as it is written. */
export function throughForm(record: MarcRecord, fields: RecordFields, fail: Fail<never>): MarcRecord {
  const typed = new Map<string, unknown>(Object.entries(fields))
  const cut = Object.entries(shownOf(record)).find(
    ([field, shown]) => shown !== typed.get(field) && isCut(record, field, shown),
  )
  // The box shows the beginning only; writing it back would lose the rest.
  if (cut) fail('invalid_input', { issues: [{ path: cut[0], code: 'longer_than_shown' }] })
  return withForm(record, fields)
}

/** A box that is full to the brim, over a text in the record that is longer. */
function isCut(record: MarcRecord, field: string, value: unknown): boolean {
  const most = lengthOf[field] ?? Infinity
  if (typeof value !== 'string' || value.length < most) return false
  return record.fields
    .filter(isDataField)
    .some(({ subfields }) => subfields.some(([, text]) => text.length > most))
}
