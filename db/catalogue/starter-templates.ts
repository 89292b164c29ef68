import type { DataField, Material } from '../../shared/catalogue/contract.ts'
import { emptyRecord } from '../../shared/catalogue/marc-form.ts'
import type { Writer } from '../connection.ts'

type Starter = { name: string; material: Material; fields: DataField[] }

function field(tag: string, indicators: string, ...subfields: [string, string][]): DataField {
  return { tag, indicators, subfields }
}

const cataloguedIn = field('040', '  ', ['b', 'vie'])

/**
 * One for each common material; renamed, changed or removed like any other. Only fields that the plain form has no box
 * for: an empty field of a box would stand beside the one that the form writes.
 */
const starters: Starter[] = [
  { name: 'Sách', material: 'book', fields: [field('504', '  ', ['a', ''])] },
  {
    name: 'Báo, tạp chí',
    material: 'serial',
    fields: [field('310', '  ', ['a', '']), field('362', '0 ', ['a', ''])],
  },
  { name: 'Bản đồ', material: 'map', fields: [field('255', '  ', ['a', ''])] },
  { name: 'Tài liệu số', material: 'digital', fields: [field('538', '  ', ['a', ''])] },
  {
    name: 'Tài liệu Hán Nôm',
    material: 'hannom',
    fields: [field('546', '  ', ['a', 'Chữ Hán Nôm']), field('561', '  ', ['a', ''])],
  },
  { name: 'Bài trích', material: 'article', fields: [field('773', '0 ', ['t', ''], ['g', ''])] },
]

/** What a library begins with, so that the first record of a kind has somebody else's forethought in it. */
export async function startTemplates(db: Writer, today: string): Promise<void> {
  const rows = starters.map(({ name, material, fields }) => {
    const { leader, fields: coded } = emptyRecord(material, today)
    return { name, material, marc: JSON.stringify({ leader, fields: [...coded, cataloguedIn, ...fields] }) }
  })
  await db.insertInto('titleTemplate').values(rows).execute()
}
