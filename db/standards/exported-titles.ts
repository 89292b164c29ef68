import { sql } from 'kysely'
import { isDataField, TitleFields, type DataField, type MarcRecord } from '../../shared/catalogue/contract.ts'
import type { Reader } from '../connection.ts'
import type { Exported, ExportedCopy, ExportedTitle } from './exported.ts'

const columns = [...TitleFields.keyof().options, 'id', 'classes', 'addedOn', 'updatedAt', 'hostId'] as const

type TitleRow = ExportedTitle & { updatedAt: string; hostId: number | null; marc: string }
type CopyRow = ExportedCopy & { titleId: number }

/** The code of the library, which tells whose numbers the records carry. */
export type Agency = { code: string }

export async function agencyOf(db: Reader): Promise<Agency> {
  const library = await db.selectFrom('library').select('code').executeTakeFirst()
  return { code: library?.code ?? '' }
}

type Wanted = { agency: Agency; hasCopies: boolean; isRemoved?: boolean }

/** Titles with their records and the copies now in stock, in the order of their numbers. */
export async function exportedTitles(
  db: Reader,
  ids: readonly number[],
  { agency, hasCopies, isRemoved = false }: Wanted,
): Promise<Exported[]> {
  const wanted = JSON.stringify(ids)
  const { rows } = await titleRows(wanted, isRemoved).execute(db)
  const hosts = await hostFields(db, rows, agency)
  const copiesByTitle = hasCopies ? grouped((await copyRows(wanted).execute(db)).rows) : noCopies
  return rows.map(({ marc, updatedAt, hostId, ...title }) => {
    const record = JSON.parse(marc) as MarcRecord
    const host = hostId === null ? undefined : hosts.get(hostId)
    return {
      title,
      record: named(withHost(record, host), { id: title.id, agency, updatedAt }),
      copies: copiesByTitle.get(title.id) ?? [],
    }
  })
}

/** Joined in the order asked for: each title is found by its key, and so are its record and its copies. */
export function titleRows(ids: string, isRemoved: boolean) {
  return sql<TitleRow>`
    select ${sql.join(columns.map((column) => sql.ref(`title.${column}`)))}, marcRecord.marc
    from json_each(${ids}) as wanted
    cross join title on title.id = wanted.value
    join marcRecord on marcRecord.id = title.id
    where (title.removedOn is not null) = ${isRemoved ? 1 : 0}
    order by wanted.key`
}

export function copyRows(ids: string) {
  return sql<CopyRow>`
    select copy.titleId, copy.accessionNumber, copy.barcode, copy.shelf, copy.callNumber, copy.enumeration,
      copy.status, copy.condition, copy.priceMinor, copy.accessionedOn, copy.note,
      site.name as siteName, site.code as siteCode,
      ifnull(store.name, '') as storeName, ifnull(store.code, '') as storeCode,
      voucher.number as voucherNumber, voucher.source
    from json_each(${ids}) as wanted
    cross join copy on copy.titleId = wanted.value
    join site on site.id = copy.siteId
    join voucher on voucher.id = copy.voucherId
    left join store on store.id = copy.storeId
    where copy.withdrawnOn is null and copy.cancelledOn is null
    order by wanted.key, copy.id`
}

const noCopies = new Map<number, ExportedCopy[]>()

function grouped(rows: readonly CopyRow[]): Map<number, ExportedCopy[]> {
  const byTitle = new Map<number, ExportedCopy[]>()
  for (const { titleId, ...copy } of rows) {
    const same = byTitle.get(titleId)
    if (same) same.push(copy)
    else byTitle.set(titleId, [copy])
  }
  return byTitle
}

/** How many digits a number of this library has, so that numbers sort as text. */
const digits = 8

/** The number by which a record made here is known outside; a record that came with its own keeps it. */
function controlNumber(record: MarcRecord, id: number): string {
  const own = record.fields.find(({ tag }) => tag === '001')
  if (own && !isDataField(own)) return own.value
  return `KS${String(id).padStart(digits, '0')}`
}

function named(
  record: MarcRecord,
  { id, agency, updatedAt }: { id: number; agency: Agency; updatedAt: string },
): MarcRecord {
  if (record.fields.some(({ tag }) => tag === '001')) return record
  // A 003 without a number says whose nothing is.
  const rest = record.fields.filter(({ tag }) => tag !== '003')
  const names = [
    { tag: '001', value: controlNumber(record, id) },
    ...(agency.code === '' ? [] : [{ tag: '003', value: agency.code }]),
    ...(rest.some(({ tag }) => tag === '005') ? [] : [{ tag: '005', value: marcInstant(updatedAt) }]),
  ]
  return { ...record, fields: [...names, ...rest] }
}

/** 005 counts to tenths of a second: 20261110090000.0 */
function marcInstant(instant: string): string {
  return `${instant.slice(0, 19).replace(/\D/g, '')}.${instant.charAt(20) || '0'}`
}

/** What an article says of where it stands, for those whose record leaves it to the link. */
async function hostFields(
  db: Reader,
  rows: readonly TitleRow[],
  { code }: Agency,
): Promise<Map<number, DataField>> {
  const hostIds = rows.flatMap(({ hostId }) => hostId ?? [])
  if (hostIds.length === 0) return new Map()
  const { rows: hosts } = await sql<{ id: number; title: string; marc: string }>`
    select title.id, title.title, marcRecord.marc
    from json_each(${JSON.stringify([...new Set(hostIds)])}) as wanted
    cross join title on title.id = wanted.value
    join marcRecord on marcRecord.id = title.id`.execute(db)
  return new Map(
    hosts.map(({ id, title, marc }) => {
      const number = controlNumber(JSON.parse(marc) as MarcRecord, id)
      const whole = code === '' ? number : `(${code})${number}`
      return [
        id,
        {
          tag: '773',
          indicators: '0 ',
          subfields: [
            ['t', title],
            ['w', whole],
          ],
        },
      ]
    }),
  )
}

function withHost(record: MarcRecord, host: DataField | undefined): MarcRecord {
  if (!host || record.fields.some(({ tag }) => tag === '773')) return record
  return { ...record, fields: [...record.fields, host] }
}
