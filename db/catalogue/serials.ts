import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'

const subscriptionColumns = [
  'id',
  'rev',
  'titleId',
  'startsOn',
  'endsOn',
  'frequency',
  'source',
  'note',
] as const

export const serialQueries: Pick<QueriesOf<'catalogue'>, 'issues' | 'subscriptions'> = {
  async issues({ titleId, cursor, limit }, { db, fail }) {
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const rows = await issues(db)
      .where('serialIssue.titleId', '=', titleId)
      .orderBy('publishedOn', 'desc')
      .orderBy('serialIssue.id', 'desc')
      .limit(limit + 1)
      .offset(from)
      .execute()
    return { rows: rows.slice(0, limit), next: rows.length > limit ? String(from + limit) : null }
  },

  subscriptions({ titleId }, { db }) {
    return db
      .selectFrom('subscription')
      .select(subscriptionColumns)
      .where('titleId', '=', titleId)
      .orderBy('startsOn', 'desc')
      .execute()
  },
}

type SerialVerb = 'addIssues' | 'updateIssue' | 'removeIssue' | 'bindIssues' | 'setSubscription'

export const serialCommands: Pick<CommandsOf<'catalogue'>, SerialVerb> = {
  async addIssues({ titleId, issues: added }, { db, fail }) {
    await requireSerial(db, titleId, fail)
    const ids: number[] = []
    for (const [index, issue] of added.entries()) {
      await requireNewIssue(db, { ...issue, titleId, id: 0 }, (details) =>
        fail('duplicate_issue', { ...details, index }),
      )
      const { id } = await db
        .insertInto('serialIssue')
        .values({ ...issue, titleId })
        .returning('id')
        .executeTakeFirstOrThrow()
      ids.push(id)
    }
    return { ids }
  },

  async updateIssue({ id, rev, ...fields }, { db, fail }) {
    const { titleId } = await requireIssue(db, { id, rev }, fail)
    await requireNewIssue(db, { ...fields, titleId, id }, (details) => fail('duplicate_issue', details))
    await db
      .updateTable('serialIssue')
      .set({ ...fields, rev: rev + 1 })
      .where('id', '=', id)
      .execute()
    return issues(db).where('serialIssue.id', '=', id).executeTakeFirstOrThrow()
  },

  async removeIssue({ id, rev }, { db, fail }) {
    const { copyId, accessionNumber } = await requireIssue(db, { id, rev }, fail)
    if (copyId !== null) fail('issue_is_bound', { accessionNumber })
    await db.deleteFrom('serialIssue').where('id', '=', id).execute()
    return { id }
  },

  async bindIssues({ issueIds, copyId }, { db, fail }) {
    const found = await db
      .selectFrom('serialIssue')
      .select(['id', 'titleId'])
      .where('id', 'in', issueIds)
      .execute()
    const missing = issueIds.find((id) => !found.some((issue) => issue.id === id))
    if (missing !== undefined) fail('issue_not_found', { id: missing })
    const copy = copyId === null ? null : await copyWithTitle(db, copyId)
    if (copy === undefined) return fail('copy_not_found', { id: copyId })
    if (copy && found.some((issue) => issue.titleId !== copy.titleId))
      fail('copy_of_other_title', { accessionNumber: copy.accessionNumber, title: copy.title })
    await db
      .updateTable('serialIssue')
      .set((is) => ({ copyId, rev: is('rev', '+', 1) }))
      .where('id', 'in', issueIds)
      .execute()
    return { issues: found.length }
  },

  async setSubscription({ id, rev, titleId, ...fields }, { db, fail }) {
    await requireSerial(db, titleId, fail)
    const { startsOn, endsOn } = fields
    if (endsOn !== null && endsOn < startsOn) fail('ends_before_start', { startsOn, endsOn })
    if (id === null) {
      const added = db.insertInto('subscription').values({ ...fields, titleId })
      return added.returning(subscriptionColumns).executeTakeFirstOrThrow()
    }
    const before = await db
      .selectFrom('subscription')
      .select('rev')
      .where('id', '=', id)
      .where('titleId', '=', titleId)
      .executeTakeFirst()
    if (!before) return fail('subscription_not_found', { id })
    if (before.rev !== rev) fail('stale', { id, rev: before.rev })
    const changed = db
      .updateTable('subscription')
      .set({ ...fields, rev: before.rev + 1 })
      .where('id', '=', id)
    return changed.returning(subscriptionColumns).executeTakeFirstOrThrow()
  },
}

function issues(db: Reader) {
  return db
    .selectFrom('serialIssue')
    .leftJoin('copy', 'copy.id', 'serialIssue.copyId')
    .select([
      'serialIssue.id',
      'serialIssue.rev',
      'serialIssue.titleId',
      'volume',
      'serialIssue.number',
      'publishedOn',
      'receivedOn',
      'state',
      'serialIssue.note',
      'copyId',
      'copy.accessionNumber',
    ])
}

async function requireIssue(
  db: Reader,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'issue_not_found'>,
) {
  const issue = await issues(db).where('serialIssue.id', '=', id).executeTakeFirst()
  if (!issue) return fail('issue_not_found', { id })
  if (issue.rev !== rev) fail('stale', { id, rev: issue.rev })
  return issue
}

async function requireSerial(
  db: Reader,
  titleId: number,
  fail: Fail<'title_not_found' | 'not_a_serial'>,
): Promise<void> {
  const title = await db
    .selectFrom('title')
    .select(['title', 'material'])
    .where('id', '=', titleId)
    .where('removedOn', 'is', null)
    .executeTakeFirst()
  if (!title) return fail('title_not_found', { id: titleId })
  if (title.material !== 'serial') fail('not_a_serial', { title: title.title })
}

type IssueKey = { id: number; titleId: number; volume: string; number: string; publishedOn: string | null }

/** One number of one volume comes once, unless it came out on another day: numbering that starts again each year. */
async function requireNewIssue(
  db: Reader,
  { id, titleId, volume, number, publishedOn }: IssueKey,
  refuse: (details: { volume: string; number: string; publishedOn: string | null }) => never,
): Promise<void> {
  const twin = await db
    .selectFrom('serialIssue')
    .select('id')
    .where('titleId', '=', titleId)
    .where('volume', '=', volume)
    .where('number', '=', number)
    .where('publishedOn', 'is', publishedOn)
    .where('id', '!=', id)
    .executeTakeFirst()
  if (twin) refuse({ volume, number, publishedOn })
}

function copyWithTitle(db: Writer, id: number) {
  return db
    .selectFrom('copy')
    .innerJoin('title', 'title.id', 'copy.titleId')
    .select(['copy.titleId', 'accessionNumber', 'title.title'])
    .where('copy.id', '=', id)
    .where('cancelledOn', 'is', null)
    .executeTakeFirst()
}
