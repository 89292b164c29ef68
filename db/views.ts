import type { Database } from 'better-sqlite3'
import { derived as activities } from './activities/index.ts'
import { derived as catalogue } from './catalogue/index.ts'
import { derived as interchange } from './interchange/index.ts'
import { derived as preservation } from './preservation/index.ts'
import { hiddenColumns, isTable, privacy, type TableName } from './privacy.ts'

/** Objects computed from tables: a fingerprint of the definition decides whether they are filled anew. */
export type Derived = { name: string; create: string; fill: string; triggers: string[] }

const derived: Derived[] = [...catalogue, ...interchange, ...preservation, ...activities]

/** Drops and rebuilds triggers, views and search tables from the live schema; runs inside the upgrade's transaction. */
export function rebuildViews(raw: Database): void {
  dropTriggers(raw)
  for (const { name } of namesOf(raw, 'view')) raw.exec(`drop view ${quote(name)}`)
  raw.exec('create table if not exists derivedState (name text primary key, definition text not null) strict')
  for (const each of derived) rebuildDerived(raw, each)
  for (const table of journaledTables(raw)) for (const sql of journalTriggers(raw, table)) raw.exec(sql)
  for (const { table, act, when, says } of guards) {
    raw.exec(`create trigger "${table}_no_${act}" before ${act} on "${table}" ${when ? `when ${when}` : ''}
      begin select raise(abort, '${says}'); end`)
  }
}

/** Before a migration touches data: its writes belong to no command. */
export function dropTriggers(raw: Database): void {
  for (const { name } of namesOf(raw, 'trigger')) raw.exec(`drop trigger ${quote(name)}`)
}

function rebuildDerived(raw: Database, { name, create, fill, triggers }: Derived): void {
  const definition = [create, fill, ...triggers].join(';')
  const known = raw.prepare('select definition from derivedState where name = ?').pluck().get(name)
  if (known !== definition) {
    raw.exec(`drop table if exists ${quote(name)}`)
    raw.exec(create)
    raw.exec(fill)
    raw
      .prepare(
        'insert into derivedState values (?, ?) on conflict (name) do update set definition = excluded.definition',
      )
      .run(name, definition)
  }
  for (const trigger of triggers) raw.exec(trigger)
}

export function journaledTables(raw: Database): TableName[] {
  return namesOf(raw, 'table')
    .map(({ name }) => name)
    .filter(isTable)
    .filter((table) => privacy[table].journaled)
}

/**
 * A bulk command leaves one digest instead of rows, but only until its link is closed: hand edits of the file fall to
 * the last command, of whatever kind, and break its hash.
 */
const lastCommand = '(select id from journalCommand order by id desc limit 1)'
const isNotBulk = `not (select isBulk and not exists (select 1 from journalChain where journalChain.id = journalCommand.id)
  from journalCommand order by id desc limit 1)`

/** What not even SQL may do, beside what the handlers refuse. */
type Guard = { table: TableName; act: 'insert' | 'update' | 'delete'; when?: string; says: string }
const bookIsClosed = (bookId: string) =>
  `exists (select 1 from registerBook where id = ${bookId} and closedAt is not null)`
/** Books of a former unit are closed as they come, and go with a merger that is taken back. */
const ownBookIsClosed = (bookId: string) =>
  `exists (select 1 from registerBook where id = ${bookId} and closedAt is not null and mergerId is null)`

const guards: Guard[] = [
  ...(['journalCommand', 'journalRow', 'journalChain'] as const).flatMap((table) =>
    (['update', 'delete'] as const).map((act): Guard => ({
      table,
      act,
      says: 'the journal is append-only',
    })),
  ),
  { table: 'digitizationEvent', act: 'update', says: 'events are append-only' },
  // Jobs on which nobody has worked may be taken back with what says that they were made; an unfinished run takes back
  // whatever it wrote.
  {
    table: 'digitizationEvent',
    act: 'delete',
    when: `old.kind != 'made' and ${isNotBulk}`,
    says: 'events are append-only',
  },
  ...(['duesEntry', 'otherIncome'] as const).flatMap((table) => [
    { table, act: 'update', says: 'the ledger is append-only' } as const,
    // The sample library takes back what it wrote; nobody else takes a line away.
    { table, act: 'delete', when: isNotBulk, says: 'the ledger is append-only' } as const,
  ]),
  { table: 'registerLine', act: 'update', says: 'register lines are append-only' },
  // An unfinished run takes back what it wrote, which its own entry of the journal says; nobody else takes a line away.
  {
    table: 'registerLine',
    act: 'delete',
    when: `${isNotBulk} or ${ownBookIsClosed('old.bookId')}`,
    says: 'register lines are append-only',
  },
  {
    table: 'registerLine',
    act: 'insert',
    when: bookIsClosed('new.bookId'),
    says: 'the register book is closed',
  },
  {
    table: 'registerBook',
    act: 'update',
    when: 'old.closedAt is not null',
    says: 'the register book is closed',
  },
  {
    table: 'registerBook',
    act: 'delete',
    when: `old.closedAt is not null and (old.mergerId is null or ${isNotBulk})`,
    says: 'the register book is closed',
  },
]

function journalTriggers(raw: Database, table: TableName): string[] {
  const columns = raw.prepare('select name from pragma_table_info(?)').pluck().all(table) as string[]
  const hidden = hiddenColumns(table)
  const image = (row: 'old' | 'new') =>
    `json_object(${columns
      .filter((column) => !hidden.has(column))
      .map((column) => `'${column}', ${row}.${quote(column)}`)
      .join(', ')})`
  const hiddenChanges = [...hidden]
    .map((column) => `'~${column}', iif(old.${quote(column)} is new.${quote(column)}, null, 'changed')`)
    .join(', ')
  // A patch's nulls leave no trace: only what did change is marked.
  const after = hidden.size > 0 ? `json_patch(${image('new')}, json_object(${hiddenChanges}))` : image('new')
  const record = (action: string, rowId: string, before: string, image: string) =>
    `create trigger "${table}_journal_${action}" after ${action} on ${quote(table)} when ${isNotBulk}
      begin insert into journalRow (commandId, tableName, rowId, action, before, after)
      values (${lastCommand}, '${table}', ${rowId}, '${action}', ${before}, ${image}); end`
  return [
    record('insert', 'new.id', 'null', image('new')),
    record('update', 'new.id', image('old'), after),
    record('delete', 'old.id', image('old'), 'null'),
  ]
}

function namesOf(raw: Database, type: string): { name: string }[] {
  return raw.prepare('select name from sqlite_schema where type = ?').all(type) as { name: string }[]
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
