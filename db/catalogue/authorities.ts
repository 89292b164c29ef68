import type { Authority, AuthorityFields } from '../../shared/catalogue/contract.ts'
import { withHeading } from '../../shared/catalogue/marc-form.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import {
  findByForm,
  findByHeading,
  foldedHeading,
  headingKeys,
  linkHeadings,
  type Heading,
} from './headings.ts'
import { foundAuthorities, headingRows } from './find-authorities.ts'
import { recordOf, writeRecord } from './records.ts'

/** More would keep other writers waiting; a heading that more titles carry is replaced in them by a batch edit first. */
const mostTitles = 200

export const authorityQueries: Pick<QueriesOf<'catalogue'>, 'searchAuthorities' | 'authority'> = {
  searchAuthorities(input, { db, fail }) {
    return foundAuthorities(db, input, fail)
  },

  async authority({ id }, { db, fail }) {
    return (await findAuthority(db, id)) ?? fail('authority_not_found', { id })
  },
}

type AuthorityVerb = 'addAuthority' | 'updateAuthority' | 'mergeAuthorities' | 'removeAuthority'

export const authorityCommands: Pick<CommandsOf<'catalogue'>, AuthorityVerb> = {
  async addAuthority(fields, { db, fail, now }) {
    const { kind, heading, note, seeFrom } = fields
    await requireFreeHeadings(db, { fields, id: 0 }, fail)
    const { id } = await db
      .insertInto('authority')
      .values({ kind, ...headingKeys(heading), note, createdAt: now, updatedAt: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await setForms(db, id, formsBeside(heading, seeFrom))
    return authorityOf(db, id)
  },

  async updateAuthority({ id, rev, ...fields }, { db, fail, now }) {
    const before = await requireAuthority(db, { id, rev }, fail)
    const { heading, note, seeFrom } = fields
    const { kind } = before
    // The records say of which kind a heading is, so it never turns into another.
    if (fields.kind !== kind) fail('invalid_input', { issues: [{ path: 'kind', code: 'unchangeable' }] })
    await requireFreeHeadings(db, { fields, id }, fail)
    if (heading !== before.heading) requireFew(before.heading, before.titles, fail)
    await db
      .updateTable('authority')
      .set({ ...headingKeys(heading), note, isFromTitles: 0, rev: rev + 1, updatedAt: now })
      .where('id', '=', id)
      .execute()
    await setForms(db, id, formsBeside(heading, seeFrom))
    if (heading !== before.heading) {
      await rewrite(db, { authorityId: id, kind, from: before.heading, to: heading }, now)
    }
    return authorityOf(db, id)
  },

  async mergeAuthorities({ keepId, dropIds }, { db, fail, now }) {
    if (dropIds.includes(keepId)) fail('same_authority', { id: keepId })
    const kept = await requireAuthority(db, { id: keepId }, fail)
    const dropped: Authority[] = []
    for (const id of new Set(dropIds)) dropped.push(await requireAuthority(db, { id }, fail))
    const other = dropped.find((each) => each.kind !== kept.kind)
    if (other) fail('kinds_differ', { heading: other.heading, kept: kept.heading })
    const titles = dropped.reduce((sum, each) => sum + each.titles, 0)
    requireFew(dropped.map((each) => each.heading).join('; '), titles, fail)
    for (const each of dropped) await mergeInto(db, { kept, dropped: each }, now)
    await db
      .updateTable('authority')
      .set({ rev: kept.rev + 1, isFromTitles: 0, updatedAt: now })
      .where('id', '=', keepId)
      .execute()
    return authorityOf(db, keepId)
  },

  async removeAuthority({ id, rev }, { db, fail }) {
    const { heading, titles } = await requireAuthority(db, { id, rev }, fail)
    if (titles > 0) fail('authority_in_use', { heading, titles })
    await db.deleteFrom('authorityForm').where('authorityId', '=', id).execute()
    // Those that were merged into it have nowhere to lead to any more.
    await db.deleteFrom('authority').where('mergedIntoId', '=', id).execute()
    await db.deleteFrom('authority').where('id', '=', id).execute()
    return { id }
  },
}

async function findAuthority(db: Reader, id: number): Promise<Authority | undefined> {
  const authority = await authorityRows(db).where('authority.id', '=', id).executeTakeFirst()
  return authority && { ...authority, seeFrom: await formsOf(db, id) }
}

async function authorityOf(db: Reader, id: number): Promise<Authority> {
  const authority = await authorityRows(db).where('authority.id', '=', id).executeTakeFirstOrThrow()
  return { ...authority, seeFrom: await formsOf(db, id) }
}

function authorityRows(db: Reader) {
  return headingRows(db).select([
    'authority.note',
    'authority.mergedIntoId',
    'authority.createdAt',
    'authority.updatedAt',
  ])
}

/** One that was merged into another is no longer there to be worked on. */
async function requireAuthority(
  db: Reader,
  { id, rev }: { id: number; rev?: number },
  fail: Fail<'authority_not_found'>,
): Promise<Authority> {
  const authority = await findAuthority(db, id)
  if (!authority || authority.mergedIntoId !== null) return fail('authority_not_found', { id })
  if (rev !== undefined && rev !== authority.rev) fail('stale', { id, rev: authority.rev })
  return authority
}

async function formsOf(db: Reader, authorityId: number): Promise<string[]> {
  const forms = await db
    .selectFrom('authorityForm')
    .select('form')
    .where('authorityId', '=', authorityId)
    .orderBy('id')
    .execute()
  return forms.map(({ form }) => form)
}

type Wanted = Pick<AuthorityFields, 'kind' | 'heading' | 'seeFrom'>

/** A heading stands for itself once, and no form that leads away is a heading elsewhere: those two are to be merged. */
async function requireFreeHeadings(
  db: Writer,
  { fields: { kind, heading, seeFrom }, id }: { fields: Wanted; id: number },
  fail: Fail<'duplicate_heading'>,
): Promise<void> {
  const [leading] = (await findByForm(db, { kind, heading })).filter((each) => each.id !== id)
  if (leading) fail('duplicate_heading', { ...leading, form: heading })
  for (const form of [heading, ...seeFrom]) {
    const twin = await findByHeading(db, { kind, heading: form })
    if (twin && twin.id !== id) fail('duplicate_heading', { ...twin, form })
  }
}

function formsBeside(heading: string, seeFrom: readonly string[]): string[] {
  return seeFrom.filter((form) => form !== heading)
}

async function setForms(db: Writer, authorityId: number, seeFrom: readonly string[]): Promise<void> {
  const known = await formsOf(db, authorityId)
  for (const form of known) {
    if (seeFrom.includes(form)) continue
    await db
      .deleteFrom('authorityForm')
      .where('authorityId', '=', authorityId)
      .where('form', '=', form)
      .execute()
  }
  for (const form of new Set(seeFrom)) {
    if (known.includes(form)) continue
    await db
      .insertInto('authorityForm')
      .values({ authorityId, form, foldedForm: foldedHeading(form) })
      .execute()
  }
}

function requireFew(heading: string, titles: number, fail: Fail<'heading_widely_used'>): void {
  if (titles > mostTitles) fail('heading_widely_used', { heading, titles, limit: mostTitles })
}

/** What was dropped leads to what was kept, and so does everything that led to it. */
async function mergeInto(
  db: Writer,
  { kept, dropped }: { kept: Authority; dropped: Authority },
  now: string,
): Promise<void> {
  const forms = [...(await formsOf(db, kept.id)), dropped.heading, ...dropped.seeFrom]
  await setForms(db, dropped.id, [])
  await setForms(db, kept.id, formsBeside(kept.heading, forms))
  await db
    .updateTable('authority')
    .set({ mergedIntoId: kept.id, rev: dropped.rev + 1, updatedAt: now })
    .where('id', '=', dropped.id)
    .execute()
  await db
    .updateTable('authority')
    .set({ mergedIntoId: kept.id })
    .where('mergedIntoId', '=', dropped.id)
    .execute()
  const { kind, heading } = kept
  await rewrite(db, { authorityId: dropped.id, kind, from: dropped.heading, to: heading }, now)
}

/** Puts one heading for another in every record of an authority; a record that spells it otherwise is linked anew only. */
async function rewrite(
  db: Writer,
  { authorityId, kind, from, to }: { authorityId: number; from: string; to: string } & Pick<Heading, 'kind'>,
  now: string,
): Promise<void> {
  const titles = await db
    .selectFrom('titleAuthority')
    .innerJoin('title', 'title.id', 'titleAuthority.titleId')
    .select(['title.id', 'title.rev'])
    .where('authorityId', '=', authorityId)
    .execute()
  for (const { id, rev } of titles) {
    const old = await recordOf(db, id)
    const record = withHeading(old, { kind, from, to })
    if (JSON.stringify(record) === JSON.stringify(old)) await linkHeadings(db, { titleId: id, record }, now)
    else await writeRecord(db, { id, rev, record }, { now })
  }
}
