import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const problems = ['', 'full', 'readonly', 'locked', 'gone', 'unreadable']
const faults = ['', 'missing', 'altered']
const causes = ['person', 'schedule', 'signing', 'quitting']

/** Where copies go, how long they stay, and what is known of each of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await places(db)
  await rule(db)
  await copies(db)
}

async function places(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'backupPlace')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    /** Where it was seen last; empty for the folder beside the library. */
    .addColumn('path', 'text', (column) => column.notNull())
    /** What stands in the mark on it, by which it is known under another letter; empty beside the library. */
    .addColumn('uuid', 'text', (column) => column.notNull().unique())
    .addColumn('lateAfterDays', 'integer', (column) => column.notNull())
    .addColumn('addedAt', 'text', (column) => column.notNull())
    .addColumn('retiredAt', 'text')
    /** What stood in the way of the last copy, and since when. */
    .addColumn('problem', 'text', (column) =>
      column.notNull().defaultTo('').check(oneOf('problem', problems)),
    )
    .addColumn('problemAt', 'text')
    .execute()
  // The folder beside the library is there from the beginning; its name is a text of the program.
  await sql`insert into backupPlace (name, path, uuid, lateAfterDays, addedAt) values ('', '', '', 7, '')`.execute(
    db,
  )
}

async function rule(db: Kysely<unknown>): Promise<void> {
  const count = (least: number) => (column: string) => sql`${sql.ref(column)} >= ${sql.lit(least)}`
  await strictTable(db, 'backupRule')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('isAutomatic', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('afterSigning', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('onQuitting', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('withExport', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('daily', 'integer', (column) => column.notNull().defaultTo(7).check(count(1)('daily')))
    .addColumn('weekly', 'integer', (column) => column.notNull().defaultTo(4).check(count(0)('weekly')))
    .addColumn('monthly', 'integer', (column) => column.notNull().defaultTo(12).check(count(0)('monthly')))
    .addColumn('yearly', 'integer', (column) => column.notNull().defaultTo(3).check(count(0)('yearly')))
    /** For how many years the copy made after a report was signed stays. */
    .addColumn('signedYears', 'integer', (column) =>
      column.notNull().defaultTo(2).check(count(0)('signedYears')),
    )
    .addColumn('checkAfterDays', 'integer', (column) =>
      column.notNull().defaultTo(7).check(count(1)('checkAfterDays')),
    )
    /** Whom copies are encrypted to; empty for nobody. The key to them stands here under a passphrase. */
    .addColumn('recipient', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('wrappedKey', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('encryptedSince', 'text')
    .addColumn('libraryCheckedAt', 'text')
    .addColumn('libraryFault', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await sql`insert into backupRule (id) values (1)`.execute(db)
}

async function copies(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  // Copies of before lie beside the library, which is the first place.
  await schema
    .alterTable('backup')
    .addColumn('placeId', 'integer', (column) => column.notNull().defaultTo(1))
    .execute()
  /** Of the file as it lies; empty for copies of before. */
  await schema
    .alterTable('backup')
    .addColumn('sha256', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await schema
    .alterTable('backup')
    .addColumn('recipient', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await schema
    .alterTable('backup')
    .addColumn('cause', 'text', (column) =>
      column.notNull().defaultTo('person').check(oneOf('cause', causes)),
    )
    .execute()
  /** Why somebody wants it kept, whatever the rule says. */
  await schema
    .alterTable('backup')
    .addColumn('heldFor', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await schema.alterTable('backup').addColumn('removedAt', 'text').execute()
  await schema.alterTable('backup').addColumn('checkedAt', 'text').execute()
  await schema
    .alterTable('backup')
    .addColumn('fault', 'text', (column) => column.notNull().defaultTo('').check(oneOf('fault', faults)))
    .execute()
  /** The export in open formats that lies beside it. */
  await schema
    .alterTable('backup')
    .addColumn('exportName', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await schema
    .alterTable('backup')
    .addColumn('exportSha256', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await schema.createIndex('backupByPlace').on('backup').columns(['placeId', 'id']).execute()
}
