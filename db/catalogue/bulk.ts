import { sql } from 'kysely'
import { TitleFields, type MarcRecord, type SpecialClass } from '../../shared/catalogue/contract.ts'
import { emptyRecord, headingsOf, withForm, type Heading } from '../../shared/catalogue/marc-form.ts'
import { titleKeys } from '../../shared/catalogue/rules.ts'
import type { Writer } from '../connection.ts'
import { sha256 } from '../hash.ts'
import { insertRows, type Value } from '../insert-rows.ts'
import { headingKeys } from './headings.ts'

export type NewTitle = TitleFields & {
  addedOn: string
  /** What the form does not show; without it the record is made from the form. */
  record?: MarcRecord
  /** Place in the same list of the journal or book in which an article stands. */
  hostAt?: number
  classes?: readonly { class: SpecialClass; evidence: string }[]
}

/** What one statement for each table takes, made where there is time for it: JSON texts of many rows. */
export type TitleBatch = {
  titles: number
  rows: string
  records: string
  headings: string
  /** Pairs of a place among the titles and one among the headings. */
  links: [number, number][]
  hosts: [number, number][]
  classes: { at: number; class: SpecialClass; evidence: string; setOn: string }[]
  now: string
}

const fieldColumns = TitleFields.keyof().options
const keyColumns = ['sortKey', 'foldedTitle', 'authorKey', 'shelfKey'] as const
const columns = [...fieldColumns, ...keyColumns, 'addedOn', 'classes'] as const

/** A batch that grows title by title; of each only texts are kept. */
export function gatherTitles(now: string) {
  const rows: string[] = []
  const records: string[] = []
  const placeByHeading = new Map<string, number>()
  const headings: object[] = []
  const links: TitleBatch['links'] = []
  const hosts: TitleBatch['hosts'] = []
  const classes: TitleBatch['classes'] = []
  function placeOf({ kind, heading }: Heading): number {
    const key = `${kind} ${heading}`
    const known = placeByHeading.get(key)
    if (known !== undefined) return known
    placeByHeading.set(key, headings.length)
    return headings.push({ kind, ...headingKeys(heading) }) - 1
  }
  return {
    add(title: NewTitle): void {
      const record = title.record ?? recordFor(title)
      const at = rows.length
      for (const place of new Set(headingsOf(record).map(placeOf))) links.push([at, place])
      if (title.hostAt !== undefined) hosts.push([at, title.hostAt])
      for (const each of title.classes ?? []) classes.push({ ...each, at, setOn: title.addedOn })
      rows.push(JSON.stringify(rowOf(title)))
      records.push(JSON.stringify(JSON.stringify(record)))
    },
    batch: (): TitleBatch => ({
      titles: rows.length,
      rows: `[${rows.join(',')}]`,
      records: `[${records.join(',')}]`,
      headings: JSON.stringify(headings),
      links,
      hosts,
      classes,
      now,
    }),
  }
}

export function batchOf(titles: readonly NewTitle[], now: string): TitleBatch {
  const gathered = gatherTitles(now)
  for (const title of titles) gathered.add(title)
  return gathered.batch()
}

function recordFor({ material, addedOn, ...fields }: NewTitle): MarcRecord {
  return withForm(emptyRecord(material, addedOn), fields)
}

function rowOf(title: NewTitle): Value[] {
  const classes = (title.classes ?? []).map((each) => each.class).toSorted()
  const keys = titleKeys(title)
  return [
    ...fieldColumns.map((column) => title[column]),
    ...keyColumns.map((column) => keys[column]),
    title.addedOn,
    classes.join(' '),
  ]
}

/** Many titles with their records and headings; the digest of what was written goes into the journal's one link. */
export async function insertTitles(db: Writer, titles: readonly NewTitle[], now: string) {
  return insertBatch(db, batchOf(titles, now))
}

export async function insertBatch(db: Writer, batch: TitleBatch) {
  const { titles, rows, records, now } = batch
  // One statement for all: the index of words writes out what it has gathered at the end of each.
  await sql`insert into title (${sql.join([...columns, 'createdAt', 'updatedAt'].map((name) => sql.ref(name)))})
    select ${sql.join(columns.map((_, place) => sql`value ->> ${sql.lit(place)}`))}, ${now}, ${now}
    from json_each(${rows})`.execute(db)
  const lastId = await lastIdOf(db, 'title')
  const firstId = lastId - titles + 1
  const whole = (JSON.parse(records) as string[]).map((marc, at) => [firstId + at, marc])
  await insertRows(db, 'marcRecord', ['id', 'marc'], whole)
  const authorities = await linkBatch(db, batch, firstId)
  await besideBatch(db, batch, firstId)
  return { bulk: { titles, firstId, lastId, ...authorities, digest: sha256(rows + records) } }
}

async function besideBatch(db: Writer, { hosts, classes }: TitleBatch, firstId: number): Promise<void> {
  for (const [at, hostAt] of hosts) {
    await db
      .updateTable('title')
      .set({ hostId: firstId + hostAt })
      .where('id', '=', firstId + at)
      .execute()
  }
  if (classes.length === 0) return
  const rows = classes.map(({ at, ...each }) => ({ ...each, titleId: firstId + at }))
  await db.insertInto('titleClass').values(rows).execute()
}

/** A form that leads to one authority belongs to it; a heading that is new becomes an authority by itself. */
async function linkBatch(db: Writer, { headings, links, now }: TitleBatch, firstId: number) {
  const before = await lastIdOf(db, 'authority')
  const kind = sql`wanted.value ->> 'kind'`
  const heading = sql`wanted.value ->> 'heading'`
  const known = sql`(select id from authority
    where authority.kind = ${kind} and authority.heading = ${heading} and mergedIntoId is null)`
  const through = sql`(select iif(count(*) = 1, max(authority.id), null) from authorityForm
    join authority on authority.id = authorityForm.authorityId
    where foldedForm = wanted.value ->> 'foldedHeading' and form = ${heading}
      and authority.kind = ${kind} and mergedIntoId is null)`
  await sql`insert into authority (kind, heading, sortKey, foldedHeading, isFromTitles, createdAt, updatedAt)
    select ${kind}, ${heading}, wanted.value ->> 'sortKey', wanted.value ->> 'foldedHeading', 1, ${now}, ${now}
    from json_each(${headings}) as wanted where ${known} is null and ${through} is null`.execute(db)
  const { rows } = await sql<{ id: number }>`select coalesce(${known}, ${through}) as id
    from json_each(${headings}) as wanted order by wanted.key`.execute(db)
  const pairs = links.map(([titleAt, place]) => [firstId + titleAt, rows[place]?.id])
  // Two headings of a record may be one authority's.
  await sql`insert or ignore into titleAuthority (titleId, authorityId)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify(pairs)})`.execute(db)
  return { authoritiesAfter: before, authoritiesTo: await lastIdOf(db, 'authority') }
}

async function lastIdOf(db: Writer, table: 'title' | 'authority'): Promise<number> {
  const { lastId } = await db
    .selectFrom(table)
    .select((is) => is.fn.max<number | null>('id').as('lastId'))
    .executeTakeFirstOrThrow()
  return lastId ?? 0
}
