import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

/** Codes of the counters that come with the program; what they are stands in shared/readers/counters.ts. */
const declaredCodes = [
  'onsite_children',
  'onsite_adults',
  'onsite_disabled',
  'onsite_minority',
  'outside_children',
  'outside_adults',
  'in_house_children',
  'in_house_adults',
  'lent_children',
  'lent_adults',
  'internet',
  'cards_issued_children',
  'cards_issued_adults',
  'cards_renewed',
  'cards_valid',
  'web_visits',
  'digital_uses',
]
const feeds = [
  'visit_onsite',
  'visit_outside',
  'visit_online',
  'in_house',
  'lent',
  'card_issued',
  'card_issued_child',
  'card_renewed',
  'card_valid',
  'none',
]
const acts = ['issued', 'renewed', 'replaced']

export async function up(db: Kysely<unknown>): Promise<void> {
  await createCounters(db)
  await createSettings(db)
  await createReaders(db)
  await createCards(db)
  await createLoans(db)
}

async function createCounters(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'counterKind')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('hiddenOn', 'text')
    // Of a kind of the library's own; the program's are declared in code.
    .addColumn('feed', 'text', (column) => column.check(oneOf('feed', feeds)))
    .addColumn('rhythm', 'text', (column) => column.check(oneOf('rhythm', ['day', 'month'])))
    .execute()
  const rows = sql.join(declaredCodes.map((code) => sql`(${sql.lit(code)})`))
  await sql`insert into counterKind (code) values ${rows}`.execute(db)
  await strictTable(db, 'counterImport')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('fileName', 'text', (column) => column.notNull())
    .addColumn('jobId', 'integer', (column) => column.notNull())
    .addColumn('importedAt', 'text', (column) => column.notNull())
    .addColumn('finishedAt', 'text')
    .addColumn('cells', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('overwritten', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('undoneAt', 'text')
    .addColumn('kept', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  // What was counted at a site on a day; a counter of a month stands on its first day. No row, or null: not counted.
  await strictTable(db, 'counterValue')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('siteId', 'integer', (column) => column.notNull().references('site.id'))
    .addColumn('on', 'text', (column) => column.notNull())
    .addColumn('kindCode', 'text', (column) => column.notNull().references('counterKind.code'))
    .addColumn('value', 'integer', (column) => column.check(sql`value >= 0`))
    .addColumn('source', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('importId', 'integer', (column) => column.references('counterImport.id'))
    .addUniqueConstraint('counterValueOnce', ['siteId', 'on', 'kindCode'])
    .execute()
  await db.schema.createIndex('counterValueByDay').on('counterValue').columns(['kindCode', 'on']).execute()
  await sql`create index counterValueByImport on counterValue (importId) where importId is not null`.execute(
    db,
  )
  // What a counter said before it was corrected.
  await strictTable(db, 'counterPast')
    .addColumn('counterValueId', 'integer', (column) => column.notNull().references('counterValue.id'))
    .addColumn('value', 'integer')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('userId', 'integer', (column) => column.references('user.id'))
    .addColumn('importId', 'integer', (column) => column.references('counterImport.id'))
    .execute()
  await db.schema
    .createIndex('counterPastByValue')
    .on('counterPast')
    .columns(['counterValueId', 'id'])
    .execute()
  await sql`create index counterPastByImport on counterPast (importId) where importId is not null`.execute(db)
}

async function createSettings(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'readerSetting')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('mode', 'text', (column) =>
      column.notNull().check(oneOf('mode', ['counters', 'cards', 'loans'])),
    )
    .addColumn('rule', 'text', (column) => column.notNull().defaultTo('{}'))
    // The last number of the series that a card was given.
    .addColumn('lastNumber', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await sql`insert into readerSetting (mode) values ('counters')`.execute(db)
  await strictTable(db, 'readerGroup')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('code', 'text', (column) => column.unique())
    .addColumn('name', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('isChild', 'integer', (column) => column.notNull().check(sql`"isChild" in (0, 1)`))
    .addColumn('hiddenOn', 'text')
    .execute()
  await sql`insert into readerGroup (code, isChild) values
    ('children', 1), ('adults', 0), ('disabled', 0), ('minority', 0)`.execute(db)
}

async function createReaders(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'reader')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('sortKey', 'text', (column) => column.notNull())
    /** Its words without marks, for finding. */
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('groupId', 'integer', (column) => column.notNull().references('readerGroup.id'))
    .addColumn('bornOn', 'text')
    .addColumn('phone', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('guardian', 'text', (column) => column.notNull())
    .addColumn('guardianPhone', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('addedOn', 'text', (column) => column.notNull())
    .addColumn('suspendedOn', 'text')
    .addColumn('suspendedUntil', 'text')
    .addColumn('suspendedFor', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  // The list and the search by name read this index alone.
  await db.schema.createIndex('readerByName').on('reader').columns(['sortKey', 'id', 'folded']).execute()
  await strictTable(db, 'readerConsent')
    .addColumn('readerId', 'integer', (column) => column.notNull().references('reader.id'))
    .addColumn('givenBy', 'text', (column) =>
      column.notNull().check(oneOf('givenBy', ['reader', 'guardian'])),
    )
    .addColumn('form', 'text', (column) =>
      column.notNull().check(oneOf('form', ['paper', 'electronic', 'recorded'])),
    )
    .addColumn('givenOn', 'text', (column) => column.notNull())
    .addColumn('withdrawnOn', 'text')
    .execute()
  await db.schema.createIndex('readerConsentByReader').on('readerConsent').column('readerId').execute()
}

async function createCards(db: Kysely<unknown>): Promise<void> {
  // A card outlives its reader as a row without number and name, so that no figure changes by an erasure.
  await strictTable(db, 'readerCard')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('number', 'text', (column) => column.unique())
    .addColumn('readerId', 'integer', (column) => column.references('reader.id'))
    .addColumn('isChild', 'integer', (column) => column.notNull().check(sql`"isChild" in (0, 1)`))
    .addColumn('issuedOn', 'text', (column) => column.notNull())
    .addColumn('expiresOn', 'text', (column) => column.notNull())
    .addColumn('endedOn', 'text')
    .addColumn('endedFor', 'text', (column) =>
      column.check(oneOf('endedFor', ['replaced', 'lost', 'returned', 'erased'])),
    )
    .execute()
  await sql`create index readerCardByReader on readerCard (readerId, id) where readerId is not null`.execute(
    db,
  )
  await strictTable(db, 'readerCardAct')
    .addColumn('cardId', 'integer', (column) => column.notNull().references('readerCard.id'))
    .addColumn('act', 'text', (column) => column.notNull().check(oneOf('act', acts)))
    .addColumn('on', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('isChild', 'integer', (column) => column.notNull().check(sql`"isChild" in (0, 1)`))
    .execute()
  await db.schema.createIndex('readerCardActByDay').on('readerCardAct').columns(['on', 'act']).execute()
  await db.schema.createIndex('readerCardActByCard').on('readerCardAct').columns(['cardId', 'on']).execute()
}

async function createLoans(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'loan')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('copyId', 'integer', (column) => column.notNull().references('copy.id'))
    .addColumn('readerId', 'integer', (column) => column.references('reader.id'))
    .addColumn('groupId', 'integer', (column) => column.notNull().references('readerGroup.id'))
    .addColumn('siteId', 'integer', (column) => column.notNull().references('site.id'))
    .addColumn('lentOn', 'text', (column) => column.notNull())
    .addColumn('lentAt', 'text', (column) => column.notNull())
    .addColumn('dueOn', 'text', (column) => column.notNull())
    .addColumn('dueBefore', 'text')
    .addColumn('renewals', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('returnedOn', 'text')
    .addColumn('returnedAt', 'text')
    .addColumn('returnedSiteId', 'integer', (column) => column.references('site.id'))
    .addColumn('arrivedOn', 'text')
    .addColumn('lostOn', 'text')
    .execute()
  await sql`create unique index loanOpenOfCopy on loan (copyId) where returnedOn is null and lostOn is null`.execute(
    db,
  )
  await sql`create index loanOpenOfReader on loan (readerId, dueOn)
    where returnedOn is null and lostOn is null and readerId is not null`.execute(db)
  await sql`create index loanOpenByDue on loan (dueOn, id) where returnedOn is null and lostOn is null`.execute(
    db,
  )
  await sql`create index loanOfReader on loan (readerId, id) where readerId is not null`.execute(db)
  await sql`create index loanOnTheWay on loan (copyId)
    where returnedSiteId is not null and arrivedOn is null`.execute(db)
  await db.schema.createIndex('loanByDay').on('loan').columns(['lentOn', 'siteId']).execute()
}
