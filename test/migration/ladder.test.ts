import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql, type Kysely } from 'kysely'
import { openConnection, type Connection } from '../../db/connection.ts'
import { migrations } from '../../db/migrations/index.ts'
import { appliedMigrations, upgrade } from '../../db/upgrade.ts'
import { testFolder } from '../support/engine.ts'
import { withEngine } from '../support/folders.ts'
import { fillEveryTable, rowsOf } from '../support/rows.ts'
import { lostBetween, schemaSql, shapeOf } from '../support/schema.ts'

const names = Object.keys(migrations)
const now = '2026-11-10T02:00:00.000Z'

let connection: Connection
beforeEach(() => {
  connection = openConnection(':memory:', { readonly: false })
})
afterEach(() => connection.close())

function climbTo(target: string): Promise<void> {
  return upgrade(connection, { now, newEpoch: () => 'epoch', target })
}
const orphans = () => connection.raw.pragma('foreign_key_check')

describe('the ladder', () => {
  it('has steps of ten in order, named for what they bring', () => {
    expect(names).toEqual(names.toSorted())
    names.forEach((name, index) =>
      expect(name).toMatch(new RegExp(`^${String((index + 1) * 10).padStart(4, '0')}-[a-z-]+$`)),
    )
  })

  it('leads step by step to the schema of a fresh library', async () => {
    for (const [index, name] of names.entries()) {
      await climbTo(name)
      expect(appliedMigrations(connection)).toEqual(names.slice(0, index + 1))
      expect(orphans()).toEqual([])
    }
    await upgrade(connection, { now, newEpoch: () => 'epoch' })
    const climbed = schemaSql(connection)
    await withEngine(testFolder(), (fresh) => expect(climbed).toEqual(schemaSql(fresh.connection)))
  })

  it('stands still when climbed again', async () => {
    await upgrade(connection, { now, newEpoch: () => 'epoch' })
    const before = schemaSql(connection)
    const commands = rowsOf(connection)['journalCommand']
    await upgrade(connection, { now, newEpoch: () => 'another' })
    expect(schemaSql(connection)).toEqual(before)
    expect(rowsOf(connection)['journalCommand']).toEqual(commands)
  })
})

describe('each step', () => {
  for (const [index, name] of names.slice(1).entries()) {
    it(`${name} keeps every row that was there before it`, async () => {
      await climbTo(names[index] ?? '')
      fillEveryTable(connection)
      expect(orphans()).toEqual([])
      const before = rowsOf(connection)
      await climbTo(name)
      const after = rowsOf(connection)
      for (const [table, rows] of Object.entries(before)) {
        expect(rows.length, table).toBeGreaterThanOrEqual(2)
        rows.forEach((row, place) => expect(after[table]?.[place], table).toMatchObject(row))
      }
      expect(orphans()).toEqual([])
    })

    it(`${name} takes no table and no column away`, async () => {
      await climbTo(names[index] ?? '')
      const before = shapeOf(connection)
      await climbTo(name)
      expect(lostBetween(before, shapeOf(connection))).toEqual([])
    })
  }

  it('would be caught taking away a column, or giving a table another name', async () => {
    await climbTo(names.at(-1) ?? '')
    const before = shapeOf(connection)
    const db = connection.db as unknown as Kysely<unknown>
    await sql`alter table title drop column note`.execute(db)
    await sql`alter table draft rename to sketch`.execute(db)
    await sql`alter table backup rename column size to bytes`.execute(db)
    expect(lostBetween(before, shapeOf(connection))).toEqual(['backup.size', 'draft', 'title.note'])
  })
})

describe('rows of every table', () => {
  it('reach the newest schema whole from every older one', async () => {
    for (const name of names.slice(0, -1)) {
      const older = openConnection(':memory:', { readonly: false })
      await upgrade(older, { now, newEpoch: () => 'epoch', target: name })
      fillEveryTable(older)
      const before = rowsOf(older)
      await upgrade(older, { now, newEpoch: () => 'epoch' })
      const after = rowsOf(older)
      for (const [table, rows] of Object.entries(before)) {
        rows.forEach((row, place) => expect(after[table]?.[place], `${name}: ${table}`).toMatchObject(row))
      }
      expect(older.raw.pragma('integrity_check', { simple: true })).toBe('ok')
      await older.close()
    }
  })
})
