import { quarterBounds } from '../../shared/dates.ts'
import type { Period } from '../../shared/reports/contract.ts'
import type { Writer } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { sha256 } from '../hash.ts'
import { freezeFigures } from '../indicators/index.ts'
import { journalHead } from '../journal/index.ts'
import type { Schema } from '../schema.generated.ts'
import { requirePassword } from '../users/index.ts'
import { libraryWords } from '../words.ts'
import { comparisons } from './figures.ts'
import { quarterlyReport } from './paper.ts'
import { readPeriod } from './periods.ts'
import type { Updateable } from 'kysely'

export const commands: CommandsOf<'reports'> = {
  async openPeriod({ year, quarter }, { db, fail, actor, today }) {
    const known = await db
      .selectFrom('period')
      .select('id')
      .where('year', '=', year)
      .where('quarter', '=', quarter)
      .executeTakeFirst()
    if (known) fail('period_exists', { id: known.id })
    if (quarterBounds({ year, quarter }).from > today) fail('period_in_future', { year, quarter })
    const { id } = await db
      .insertInto('period')
      .values({ year, quarter, state: 'open', preparedById: actor?.userId ?? null })
      .returning('id')
      .executeTakeFirstOrThrow()
    return readBack(db, id)
  },

  async setNote({ id, rev, note }, { db, fail }) {
    const period = await requirePeriod(db, { id, rev }, fail)
    if (period.state === 'signed') fail('wrong_state', { state: period.state })
    return change(db, period, { note })
  },

  async check({ id, rev }, { db, fail, actor, now, today }) {
    const period = await requirePeriod(db, { id, rev }, fail)
    if (period.state !== 'open') fail('wrong_state', { state: period.state })
    if (today <= period.to) fail('period_not_ended', { to: period.to })
    return change(db, period, { state: 'checked', checkedById: actor?.userId ?? null, checkedAt: now })
  },

  async sendBack({ id, rev }, { db, fail }) {
    const period = await requirePeriod(db, { id, rev }, fail)
    if (period.state !== 'checked') fail('wrong_state', { state: period.state })
    return change(db, period, { state: 'open', checkedById: null, checkedAt: null })
  },

  async sign({ id, rev, password }, context) {
    const { db, fail, actor, now, today } = context
    const period = await requirePeriod(db, { id, rev }, fail)
    if (period.state !== 'checked') fail('wrong_state', { state: period.state })
    const running = await db.selectFrom('job').select('id').where('state', '=', 'running').executeTakeFirst()
    if (running) fail('job_running', { jobId: running.id })
    const userId = actor?.userId ?? fail('signed_out')
    const { username } = await db
      .selectFrom('user')
      .select('username')
      .where('id', '=', userId)
      .executeTakeFirstOrThrow()
    await requirePassword(context, username, password)
    // What the signature covers is everything recorded before it, so the anchor is the entry before this one.
    const { position, hash: journalHash } = await journalHead(db)
    const figuresHash = await freezeFigures(db, period, await comparisons(db, period))
    const proof = { figuresHash, position, journalHash }
    const signed: Period = { ...period, state: 'signed', signedAt: now }
    const remark = await remarkOf(db, id, userId)
    const paper = JSON.stringify(await quarterlyReport(db, signed, { today, proof }))
    return change(db, period, {
      ...proof,
      state: 'signed',
      signedById: userId,
      signedAt: now,
      remark,
      paper,
      paperHash: sha256(paper),
    })
  },
}

/** One person may do it all, in a library of three; whoever reads the journal is told. */
async function remarkOf(db: Writer, id: number, signerId: number): Promise<string> {
  const { preparedById, checkedById } = await db
    .selectFrom('period')
    .select(['preparedById', 'checkedById'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (preparedById !== signerId || checkedById !== signerId) return ''
  const t = await libraryWords(db)
  return t('reports.sign.remark')
}

async function requirePeriod(
  db: Writer,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'period_not_found'>,
): Promise<Period> {
  const period = await readPeriod(db, id)
  if (!period) return fail('period_not_found', { id })
  if (period.rev !== rev) fail('stale', { id, rev: period.rev })
  return period
}

async function change(
  db: Writer,
  { id, rev }: Period,
  values: Updateable<Schema['period']>,
): Promise<Period> {
  await db
    .updateTable('period')
    .set({ ...values, rev: rev + 1 })
    .where('id', '=', id)
    .execute()
  return readBack(db, id)
}

async function readBack(db: Writer, id: number): Promise<Period> {
  const period = await readPeriod(db, id)
  if (!period) throw new Error(`period ${id} is gone within its own command`)
  return period
}
