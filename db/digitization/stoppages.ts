import type { Stoppage } from '../../shared/digitization/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'

export const stoppageColumns = ['id', 'rev', 'kind', 'machine', 'startedOn', 'endedOn', 'note'] as const

export const stoppageQueries: Pick<QueriesOf<'digitization'>, 'stoppages' | 'machines'> = {
  /** Those that go on first, then the newest. */
  stoppages: (_, { db }) =>
    db
      .selectFrom('digitizationStoppage')
      .select(stoppageColumns)
      .orderBy((is) => is('endedOn', 'is', null), 'desc')
      .orderBy('startedOn', 'desc')
      .orderBy('id', 'desc')
      .limit(1000)
      .execute(),

  async machines(_, { db }) {
    const rows = await db.selectFrom('digitizationMachine').select('name').orderBy('name').execute()
    return rows.map(({ name }) => name)
  },
}

type StoppageVerb = 'addStoppage' | 'updateStoppage' | 'removeStoppage'

export const stoppageCommands: Pick<CommandsOf<'digitization'>, StoppageVerb> = {
  async addStoppage(fields, { db, fail, today }) {
    requireDays(fields, today, fail)
    await rememberMachine(db, fields.machine)
    return db
      .insertInto('digitizationStoppage')
      .values(fields)
      .returning(stoppageColumns)
      .executeTakeFirstOrThrow()
  },

  async updateStoppage({ id, rev, ...fields }, { db, fail, today }) {
    await requireStoppage(db, { id, rev }, fail)
    requireDays(fields, today, fail)
    await rememberMachine(db, fields.machine)
    return db
      .updateTable('digitizationStoppage')
      .set({ ...fields, rev: rev + 1 })
      .where('id', '=', id)
      .returning(stoppageColumns)
      .executeTakeFirstOrThrow()
  },

  async removeStoppage({ id, rev }, { db, fail }) {
    const stoppage = await requireStoppage(db, { id, rev }, fail)
    await db.deleteFrom('digitizationStoppage').where('id', '=', id).execute()
    return stoppage
  },
}

export async function rememberMachine(db: Writer, name: string): Promise<void> {
  if (name === '') return
  await db
    .insertInto('digitizationMachine')
    .values({ name })
    .onConflict((clash) => clash.column('name').doNothing())
    .execute()
}

async function requireStoppage(
  db: Reader,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'stoppage_not_found'>,
): Promise<Stoppage> {
  const stoppage = await db
    .selectFrom('digitizationStoppage')
    .select(stoppageColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!stoppage) return fail('stoppage_not_found', { id })
  if (stoppage.rev !== rev) fail('stale', { id, rev: stoppage.rev })
  return stoppage
}

type Days = { startedOn: string; endedOn: string | null }

function requireDays(
  { startedOn, endedOn }: Days,
  today: string,
  fail: Fail<'ends_before_start' | 'starts_in_future'>,
): void {
  if (startedOn > today) fail('starts_in_future', { startedOn })
  if (endedOn !== null && endedOn < startedOn) fail('ends_before_start', { startedOn, endedOn })
}
