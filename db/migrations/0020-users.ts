import type { Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const roles = ['administrator', 'cataloguer', 'digitizer', 'activities', 'desk', 'director', 'reader']

export async function up(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'user')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('username', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull().check(oneOf('role', roles)))
    .addColumn('passwordHash', 'text', (column) => column.notNull())
    .addColumn('disabledAt', 'text')
    .execute()
  await strictTable(db, 'session')
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('userId', 'integer', (column) => column.notNull().references('user.id'))
    .addColumn('startedAt', 'text', (column) => column.notNull())
    .addColumn('seenAt', 'text', (column) => column.notNull())
    .addColumn('lockedAt', 'text')
    .execute()
  // Unlike sessions and counters, which the journal does not see, this is what an inspector asks for.
  await strictTable(db, 'signIn')
    .addColumn('userId', 'integer', (column) => column.notNull().references('user.id'))
    .addColumn('outcome', 'text', (column) =>
      column.notNull().check(oneOf('outcome', ['granted', 'refused'])),
    )
    .execute()
  await strictTable(db, 'signInFailure')
    .addColumn('username', 'text', (column) => column.notNull().unique())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('lastAt', 'text', (column) => column.notNull())
    .execute()
}
