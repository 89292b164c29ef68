import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const materials = [
  'book',
  'serial',
  'map',
  'audiovisual',
  'microform',
  'manuscript',
  'hannom',
  'braille',
  'talking_book',
  'large_print',
  'digital',
  'link',
  'article',
]
const classes = ['rare', 'ancient', 'local_history', 'out_of_copyright', 'endogenous', 'special_value']
const newTexts = [
  'part',
  'authors',
  'organisations',
  'edition',
  'place',
  'extent',
  'series',
  'issn',
  'callNumber',
  'subjects',
  'keywords',
  'summary',
  'url',
  'classes',
  'authorKey',
  'shelfKey',
]

/** Titles become a view of whole MARC records; what belongs to a record stands beside it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widenTitle(db)
  await strictTable(db, 'marcRecord')
    .addColumn('marc', 'text', (column) => column.notNull())
    .addForeignKeyConstraint('marcRecordOfTitle', ['id'], 'title', ['id'], (key) => key.onDelete('cascade'))
    .execute()
  await recordsOfTitles(db)
  await authorities(db)
  await besideTitles(db)
  await rounds(db)
}

async function widenTitle(db: Kysely<unknown>): Promise<void> {
  const title = db.schema.alterTable('title')
  await title
    .addColumn('material', 'text', (column) =>
      column.notNull().defaultTo('book').check(oneOf('material', materials)),
    )
    .execute()
  for (const name of newTexts) {
    await title.addColumn(name, 'text', (column) => column.notNull().defaultTo('')).execute()
  }
  await title
    .addColumn('digitalOrigin', 'text', (column) =>
      column.check(oneOf('digitalOrigin', ['self', 'bought', 'exchanged', 'open'])),
    )
    .execute()
  await title.addColumn('hostId', 'integer', (column) => column.references('title.id')).execute()
  await title.addColumn('mergedIntoId', 'integer', (column) => column.references('title.id')).execute()
  await db.schema.dropIndex('titleByIsbn').execute()
  await sql`create index titleByAuthorKey on title (authorKey, id) where removedOn is null`.execute(db)
  await sql`create index titleByShelfKey on title (shelfKey, id) where removedOn is null`.execute(db)
  await sql`create index titleByYear on title (publishedYear, id) where removedOn is null`.execute(db)
  await sql`create index titleOfDigital on title (addedOn, removedOn, digitalOrigin) where material = 'digital'`.execute(
    db,
  )
  await sql`create index titleByHost on title (hostId) where hostId is not null`.execute(db)
  // Taking a title away asks who points to it.
  await sql`create index titleByMerged on title (mergedIntoId) where mergedIntoId is not null`.execute(db)
}

/**
 * A record for each title that came before records: the fields it had, and nothing invented. What a subquery answers is
 * text to SQLite until json() takes it for JSON again.
 */
async function recordsOfTitles(db: Kysely<unknown>): Promise<void> {
  await sql`insert into marcRecord (id, marc)
    select id, json_object('leader', '00000nam a2200000 a 4500', 'fields', json((
      select json_group_array(json(field)) from (
        select 1 as place, json_object('tag', '020', 'indicators', '  ', 'subfields', json_array(json_array('a', isbn))) as field where isbn != ''
        union all select 2, json_object('tag', '041', 'indicators', '0 ', 'subfields', json_array(json_array('a', language)))
        union all select 3, json_object('tag', '082', 'indicators', '04', 'subfields', json_array(json_array('a', ddc))) where ddc != ''
        union all select 4, json_object('tag', '245', 'indicators', '00', 'subfields', json((
          select json_group_array(json(part)) from (
            select json_array('a', title) as part
            union all select json_array('b', subtitle) where subtitle != ''
            union all select json_array('c', responsibility) where responsibility != ''))))
        union all select 5, json_object('tag', '260', 'indicators', '  ', 'subfields', json((
          select json_group_array(json(part)) from (
            select json_array('b', publisher) as part where publisher != ''
            union all select json_array('c', cast(publishedYear as text)) where publishedYear is not null))))
          where publisher != '' or publishedYear is not null
        union all select 6, json_object('tag', '500', 'indicators', '  ', 'subfields', json_array(json_array('a', note))) where note != ''
        order by place))))
    from title`.execute(db)
}

async function authorities(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'authority')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('kind', 'text', (column) =>
      column.notNull().check(oneOf('kind', ['person', 'organisation', 'subject', 'series', 'publisher'])),
    )
    .addColumn('heading', 'text', (column) => column.notNull())
    .addColumn('sortKey', 'text', (column) => column.notNull())
    .addColumn('foldedHeading', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('mergedIntoId', 'integer', (column) => column.references('authority.id'))
    // A title's heading made it and nobody has worked on it: it goes with the last title that carries it.
    .addColumn('isFromTitles', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .execute()
  await sql`create unique index authorityByHeading on authority (kind, heading) where mergedIntoId is null`.execute(
    db,
  )
  await sql`create index authorityByFolded on authority (kind, foldedHeading) where mergedIntoId is null`.execute(
    db,
  )
  await sql`create index authorityByMerged on authority (mergedIntoId) where mergedIntoId is not null`.execute(
    db,
  )
  await sql`create index authorityBySortKey on authority (sortKey, id) where mergedIntoId is null`.execute(db)
  await strictTable(db, 'authorityForm')
    .addColumn('authorityId', 'integer', (column) => column.notNull().references('authority.id'))
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('foldedForm', 'text', (column) => column.notNull())
    .addUniqueConstraint('authorityFormByForm', ['authorityId', 'form'])
    .execute()
  await db.schema.createIndex('authorityFormByFolded').on('authorityForm').column('foldedForm').execute()
  // Which title carries which heading; read off the records, so the journal need not see it.
  await strictTable(db, 'titleAuthority')
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id').onDelete('cascade'))
    .addColumn('authorityId', 'integer', (column) => column.notNull().references('authority.id'))
    .addUniqueConstraint('titleAuthorityOnce', ['titleId', 'authorityId'])
    .execute()
  await db.schema
    .createIndex('titleAuthorityByAuthority')
    .on('titleAuthority')
    .columns(['authorityId', 'titleId'])
    .execute()
}

async function besideTitles(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'titleTemplate')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .addColumn('material', 'text', (column) => column.notNull().check(oneOf('material', materials)))
    .addColumn('marc', 'text', (column) => column.notNull())
    .addColumn('isDefault', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await strictTable(db, 'titleClass')
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id').onDelete('cascade'))
    .addColumn('class', 'text', (column) => column.notNull().check(oneOf('class', classes)))
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addColumn('setOn', 'text', (column) => column.notNull())
    .addColumn('endedOn', 'text')
    .execute()
  await sql`create unique index titleClassNow on titleClass (titleId, class) where endedOn is null`.execute(
    db,
  )
  await db.schema.createIndex('titleClassByTitle').on('titleClass').column('titleId').execute()
  await db.schema
    .createIndex('titleClassByClass')
    .on('titleClass')
    .columns(['class', 'setOn', 'endedOn', 'titleId'])
    .execute()
  await strictTable(db, 'linkCheck')
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id').onDelete('cascade'))
    .addColumn('checkedOn', 'text', (column) => column.notNull())
    .addColumn('isWorking', 'integer', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('linkCheckByTitle').on('linkCheck').columns(['titleId', 'checkedOn']).execute()
  await strictTable(db, 'subscription')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id').onDelete('cascade'))
    .addColumn('startsOn', 'text', (column) => column.notNull())
    .addColumn('endsOn', 'text')
    .addColumn('frequency', 'text', (column) =>
      column
        .notNull()
        .check(
          oneOf('frequency', [
            'daily',
            'weekly',
            'biweekly',
            'monthly',
            'bimonthly',
            'quarterly',
            'halfyearly',
            'yearly',
            'irregular',
          ]),
        ),
    )
    .addColumn('source', 'text', (column) =>
      column
        .notNull()
        .check(oneOf('source', ['purchase', 'donation', 'exchange', 'deposit', 'project', 'other'])),
    )
    .addColumn('note', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('subscriptionByTitle').on('subscription').column('titleId').execute()
}

/** What was done to many titles at once, kept so that it can be taken back. */
async function rounds(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'titleEdit')
    .addColumn('edit', 'text', (column) => column.notNull())
    .addColumn('jobId', 'integer', (column) => column.notNull())
    .addColumn('userId', 'integer', (column) => column.references('user.id'))
    .addColumn('titles', 'integer', (column) => column.notNull())
    .addColumn('madeAt', 'text', (column) => column.notNull())
    .addColumn('undoneAt', 'text')
    .execute()
  await strictTable(db, 'titleEditRow')
    .addColumn('editId', 'integer', (column) => column.notNull().references('titleEdit.id'))
    .addColumn('titleId', 'integer', (column) => column.notNull().references('title.id').onDelete('cascade'))
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('revAfter', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('titleEditRowByEdit')
    .on('titleEditRow')
    .columns(['editId', 'titleId'])
    .execute()
  await strictTable(db, 'titleMerge')
    .addColumn('keptId', 'integer', (column) => column.notNull().references('title.id'))
    .addColumn('droppedId', 'integer', (column) => column.notNull().references('title.id'))
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('keptRevAfter', 'integer', (column) => column.notNull())
    .addColumn('madeAt', 'text', (column) => column.notNull())
    .addColumn('undoneAt', 'text')
    .execute()
  await strictTable(db, 'savedSearch')
    .addColumn('userId', 'integer', (column) => column.notNull().references('user.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('search', 'text', (column) => column.notNull())
    .addUniqueConstraint('savedSearchByName', ['userId', 'name'])
    .execute()
}
