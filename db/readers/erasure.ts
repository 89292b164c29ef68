import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Holding, ReaderRecord } from '../../shared/readers/contract.ts'
import { backupsSince } from '../backup/expiry.ts'
import type { Reader, Writer } from '../connection.ts'
import type { JobHandler, QueriesOf } from '../context.ts'
import { idsIn, putStatus } from '../copies/index.ts'
import { librariesAside } from '../libraries-aside.ts'
import { readReader, requireReader } from './reading.ts'
import { clean } from './traces.ts'

/** Forms of this module may hold what was typed of a person. */
const ownDrafts = sql`form like 'readers.%'`

/** What was typed of them and not saved yet: by their number in the form's key, or by their name or card within. */
async function draftsOf(db: Reader, reader: ReaderRecord): Promise<number[]> {
  const marks = JSON.stringify(marksOf(reader))
  const { rows } = await sql<{ id: number }>`
    select id from draft where ${ownDrafts} and (form like ${`readers.%Reader/${reader.id}`}
      or exists (select 1 from json_each(${marks}) as mark where instr(draft."values", mark.value) > 0))`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

/** What tells this person from others, as it stands in rows; a text of three letters would be found anywhere. */
export function marksOf({ name, phone, address, guardian, guardianPhone, cards }: ReaderRecord): string[] {
  const numbers = cards.map(({ number }) => number)
  return [name, phone, address, guardian, guardianPhone, ...numbers].filter((text) => text.length > 3)
}

type Place = { db: Reader; dataDir: string; today: string }

/** Every copy made since they were entered, wherever it lies. */
async function holding({ addedOn }: ReaderRecord, { db, dataDir, today }: Place): Promise<Holding> {
  return {
    backups: await backupsSince(db, { since: addedOn, today }),
    aside: librariesAside(dataDir, addedOn),
  }
}

export const erasureQueries: Pick<QueriesOf<'readers'>, 'erasure'> = {
  async erasure({ id }, { db, dataDir, fail, today }) {
    const reader = await requireReader(db, { id, today }, fail)
    return {
      openLoans: reader.openLoans,
      pastLoans: reader.pastLoans,
      cards: reader.cards.length,
      drafts: (await draftsOf(db, reader)).length,
      ...(await holding(reader, { db, dataDir, today })),
    }
  },
}

type Chunk = { id: number }

export const eraseReader: JobHandler<SpecOf<'readers.eraseReader'>, Chunk> = {
  async run({ id, accepted }, { db, dataDir, fail, today, write, progress, databaseFile, pathOfFile }) {
    const reader = await requireReader(db, { id, today }, fail)
    const [owed] = reader.openLoans
    if (owed && !accepted.includes('owes_copies'))
      fail('owes_copies', { name: reader.name, count: reader.openLoans.length, title: owed.title })
    const held = await holding(reader, { db, dataDir, today })
    for (const file of await filesOf(db, id)) {
      const path = pathOfFile(file)
      if (path !== null) rmSync(path, { force: true })
    }
    progress(0, null)
    await write({ id })
    const found = await clean(databaseFile, marksOf(reader), progress)
    return { ...found, ...held }
  },

  async apply({ id }, { db, today }) {
    const reader = await readReader(db, id, today)
    if (!reader) return { bulk: { erased: 0 } }
    const owed = reader.openLoans.map(({ copyId }) => copyId)
    await db
      .updateTable('loan')
      .set({ lostOn: today })
      .where('id', 'in', idsIn(reader.openLoans.map((loan) => loan.id)))
      .execute()
    await putStatus(db, owed, 'missing')
    const drafts = await draftsOf(db, reader)
    await db.deleteFrom('draft').where('id', 'in', idsIn(drafts)).execute()
    await forgetRuns(db, reader)
    await db.updateTable('loan').set({ readerId: null }).where('readerId', '=', id).execute()
    await db
      .updateTable('readerCard')
      .set({ endedOn: today, endedFor: 'erased' })
      .where('readerId', '=', id)
      .where('endedOn', 'is', null)
      .execute()
    await db
      .updateTable('readerCard')
      .set({ number: null, readerId: null })
      .where('readerId', '=', id)
      .execute()
    await db.deleteFrom('readerConsent').where('readerId', '=', id).execute()
    await db.deleteFrom('reader').where('id', '=', id).execute()
    return { bulk: { erased: 1, owed: owed.length } }
  },
  // That somebody was erased stays in the history; who it was never stood there.
  leavesRows: true,
}

type Ticket = { token: string; name: string; size: number }

/** What was handed out of the person lies in the folder of exchange until the next start. */
async function filesOf(db: Reader, id: number): Promise<Ticket[]> {
  const { rows } = await sql<{ output: string }>`
    select output from job where operation = 'readers.exportReader' and input ->> 'id' = ${id} and output is not null`.execute(
    db,
  )
  return rows.map(({ output }) => (JSON.parse(output) as { file: Ticket }).file)
}

/** What runs were given and answered: cards are printed from names that the run was told. */
async function forgetRuns(db: Writer, reader: ReaderRecord): Promise<void> {
  const marks = JSON.stringify(marksOf(reader))
  await sql`update job set input = '{}', output = null where state != 'running' and exists (
    select 1 from json_each(${marks}) as mark
    where instr(job.input, mark.value) > 0 or instr(ifnull(job.output, ''), mark.value) > 0)`.execute(db)
}
