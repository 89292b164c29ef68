import { sql } from 'kysely'
import type { AuthorityKind, MarcRecord } from '../../shared/catalogue/contract.ts'
import { headingsOf } from '../../shared/catalogue/marc-form.ts'
import { sortKey } from '../../shared/collate.ts'
import { fold, words } from '../../shared/fold.ts'
import type { Reader, Writer } from '../connection.ts'
import { prepared } from '../prepared.ts'

export type Heading = { kind: AuthorityKind; heading: string }

/** A longer one is a mishap of some import, not a name to pick. */
const longestHeading = 500

type Carrier = { titleId: number; record: MarcRecord; isNew?: boolean }

/** Makes a title carry the authorities that its record names, and those only; what stays is not touched. */
export async function linkHeadings(
  db: Writer,
  { titleId, record, isNew = false }: Carrier,
  now: string,
): Promise<void> {
  const wanted = await authoritiesFor(db, distinctHeadings(record), now)
  const carried = isNew ? new Set<number>() : await authorityIdsOf(db, titleId)
  const missing = [...wanted].filter((id) => !carried.has(id))
  if (missing.length > 0) await link(db, { titleId, authorityIds: JSON.stringify(missing) })
  for (const authorityId of carried) if (!wanted.has(authorityId)) await unlink(db, titleId, authorityId)
}

const link = prepared((db: Writer, { titleId, authorityIds }: { titleId: number; authorityIds: string }) =>
  db
    .insertInto('titleAuthority')
    .columns(['titleId', 'authorityId'])
    .expression((is) =>
      is
        .selectFrom(sql<{ value: number }>`json_each(${authorityIds})`.as('wanted'))
        .select([sql<number>`${titleId}`.as('titleId'), 'wanted.value']),
    ),
)

/** A title out of stock carries none, so that an authority's count is that of the list it opens. */
export async function unlinkHeadings(db: Writer, titleId: number): Promise<void> {
  for (const authorityId of await authorityIdsOf(db, titleId)) await unlink(db, titleId, authorityId)
}

export function foldedHeading(heading: string): string {
  return words(fold(heading)).join(' ')
}

export function headingKeys(heading: string) {
  return { heading, sortKey: sortKey(heading), foldedHeading: foldedHeading(heading) }
}

/** The authority of exactly this heading, among those that were not merged into another. */
export function findByHeading(db: Reader, { kind, heading }: Heading) {
  return db
    .selectFrom('authority')
    .select(['id', 'heading'])
    .where('kind', '=', kind)
    .where('heading', '=', heading)
    .where('mergedIntoId', 'is', null)
    .executeTakeFirst()
}

/** Authorities that are to be used instead of this form. */
export function findByForm(db: Reader, { kind, heading }: Heading) {
  return db
    .selectFrom('authorityForm')
    .innerJoin('authority', 'authority.id', 'authorityForm.authorityId')
    .select(['authority.id', 'authority.heading'])
    .where('authorityForm.foldedForm', '=', foldedHeading(heading))
    .where('authorityForm.form', '=', heading)
    .where('authority.kind', '=', kind)
    .where('authority.mergedIntoId', 'is', null)
    .limit(2)
    .execute()
}

function distinctHeadings(record: MarcRecord): Heading[] {
  const byKey = new Map<string, Heading>()
  for (const { kind, heading } of headingsOf(record)) {
    if (heading !== '' && heading.length <= longestHeading) byKey.set(`${kind} ${heading}`, { kind, heading })
  }
  return [...byKey.values()]
}

const knownAmong = prepared((db: Reader, { headings }: { headings: string }) =>
  db
    .selectFrom(sql<{ key: number; value: string }>`json_each(${headings})`.as('wanted'))
    .innerJoin('authority', (join) =>
      join
        .on('authority.kind', '=', sql`wanted.value ->> 'kind'`)
        .on('authority.heading', '=', sql`wanted.value ->> 'heading'`),
    )
    .select(['wanted.key', 'authority.id'])
    .where('authority.mergedIntoId', 'is', null),
)

async function authoritiesFor(db: Writer, headings: readonly Heading[], now: string): Promise<Set<number>> {
  const known = await knownAmong(db, { headings: JSON.stringify(headings) })
  const idByPlace = new Map(known.map(({ key, id }) => [key, id]))
  const ids = new Set<number>()
  for (const [place, heading] of headings.entries()) {
    ids.add(idByPlace.get(place) ?? (await newAuthority(db, heading, now)))
  }
  return ids
}

/** A form that leads to one authority belongs to it; one that leads to several, or is new, is an authority by itself. */
async function newAuthority(db: Writer, { kind, heading }: Heading, now: string): Promise<number> {
  const [one, other] = await findByForm(db, { kind, heading })
  if (one && !other) return one.id
  const { id } = await db
    .insertInto('authority')
    .values({ kind, ...headingKeys(heading), isFromTitles: 1, createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const linksOf = prepared((db: Reader, { titleId }: { titleId: number }) =>
  db.selectFrom('titleAuthority').select('authorityId').where('titleId', '=', titleId),
)

async function authorityIdsOf(db: Reader, titleId: number): Promise<Set<number>> {
  const links = await linksOf(db, { titleId })
  return new Set(links.map((link) => link.authorityId))
}

async function unlink(db: Writer, titleId: number, authorityId: number): Promise<void> {
  await db
    .deleteFrom('titleAuthority')
    .where('titleId', '=', titleId)
    .where('authorityId', '=', authorityId)
    .execute()
  await dropUntended(db, authorityId)
}

/** A heading that only titles have made goes with the last of them: a slip of the finger leaves no trace. */
async function dropUntended(db: Writer, authorityId: number): Promise<void> {
  await db
    .deleteFrom('authority')
    .where('id', '=', authorityId)
    .where('isFromTitles', '=', 1)
    .where((is) =>
      is.not(is.exists(is.selectFrom('titleAuthority').select('id').where('authorityId', '=', authorityId))),
    )
    .execute()
}
