import { Title, type TitleFields, type MarcRecord, type Material } from '../../shared/catalogue/contract.ts'
import { formOf, type RecordFields } from '../../shared/catalogue/marc-form.ts'
import { titleKeys } from '../../shared/catalogue/rules.ts'
import type { Reader, Writer } from '../connection.ts'
import { prepared, theOne } from '../prepared.ts'
import { linkHeadings, unlinkHeadings } from './headings.ts'

export const titleColumns = Title.keyof().options

/** What of a title does not stand in its record. */
type Beside = {
  material: Material
  digitalOrigin: TitleFields['digitalOrigin']
  hostId: number | null
  addedOn: string
}
type Moment = { now: string }

type Columns = ReturnType<typeof columnsOf>

const insertTitle = prepared((db: Writer, row: Columns & Beside & { createdAt: string; updatedAt: string }) =>
  db.insertInto('title').values(row).returning(titleColumns),
)
const updateTitle = prepared(
  (db: Writer, { id, ...row }: Columns & Partial<Beside> & { id: number; rev: number; updatedAt: string }) =>
    db.updateTable('title').set(row).where('id', '=', id).returning(titleColumns),
)
const insertMarc = prepared((db: Writer, row: { id: number; marc: string }) =>
  db.insertInto('marcRecord').values(row),
)
const updateMarc = prepared((db: Writer, { id, marc }: { id: number; marc: string }) =>
  db.updateTable('marcRecord').set({ marc }).where('id', '=', id),
)
const marcOf = prepared((db: Reader, { id }: { id: number }) =>
  db.selectFrom('marcRecord').select('marc').where('id', '=', id),
)

/** A new title with its record and its headings. */
export async function insertRecord(
  db: Writer,
  { record, extra }: { record: MarcRecord; extra: Beside },
  { now }: Moment,
): Promise<Title> {
  const row = theOne(
    await insertTitle(db, { ...columnsOf(record), ...extra, createdAt: now, updatedAt: now }),
  )
  await insertMarc(db, { id: row.id, marc: JSON.stringify(record) })
  await linkHeadings(db, { titleId: row.id, record, isNew: true }, now)
  return row
}

/**
 * The one way in which a record changes. `rev` is the version the caller has just read and compared; `extra` names
 * only what changes beside the record. Checks nothing: `problemOf` does.
 */
export async function writeRecord(
  db: Writer,
  { id, rev, record, extra = {} }: { id: number; rev: number; record: MarcRecord; extra?: Partial<Beside> },
  { now }: Moment,
): Promise<Title> {
  const row = theOne(
    await updateTitle(db, { id, ...columnsOf(record), ...extra, updatedAt: now, rev: rev + 1 }),
  )
  await updateMarc(db, { id, marc: JSON.stringify(record) })
  if (row.removedOn === null) await linkHeadings(db, { titleId: id, record }, now)
  return row
}

/** Takes a title out of stock (perhaps because another took it in) or, with null, back into it; the record stays. */
export async function setRemoved(
  db: Writer,
  {
    id,
    rev,
    removedOn,
    mergedIntoId,
  }: { id: number; rev: number; removedOn: string | null; mergedIntoId: number | null },
  { now }: Moment,
): Promise<Title> {
  const row = await db
    .updateTable('title')
    .set({ removedOn, mergedIntoId, updatedAt: now, rev: rev + 1 })
    .where('id', '=', id)
    .returning(titleColumns)
    .executeTakeFirstOrThrow()
  if (removedOn === null) await linkHeadings(db, { titleId: id, record: await recordOf(db, id) }, now)
  else await unlinkHeadings(db, id)
  return row
}

export async function recordOf(db: Reader, titleId: number): Promise<MarcRecord> {
  return parseRecord(theOne(await marcOf(db, { id: titleId })).marc)
}

export function parseRecord(marc: string): MarcRecord {
  return JSON.parse(marc) as MarcRecord
}

const forms = new WeakMap<MarcRecord, RecordFields>()

/** What the form shows of a record. Nobody changes a record once it is made, so it is read only once. */
export function shownOf(record: MarcRecord): RecordFields {
  const form = forms.get(record) ?? formOf(record)
  forms.set(record, form)
  return form
}

/** The columns the plain form, lists and orders read, as the record gives them. */
function columnsOf(record: MarcRecord) {
  const form = shownOf(record)
  return { ...form, ...titleKeys(form) }
}
