import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, openTestEngine, testNow, valueOf, type TestEngine } from '../../test/support/engine.ts'

describe('reading the journal', () => {
  let test: TestEngine
  beforeEach(async () => {
    test = await openTestEngine()
    await test.as('director')
  })
  afterEach(() => test.close())

  it('pages through everything once, newest first', async () => {
    const director = await test.as('director')
    const seen: number[] = []
    let cursor: string | null = null
    do {
      const page: { rows: { id: number }[]; next: string | null } = valueOf(
        await director.client.journal.list({ cursor, limit: 2 }),
      )
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next
    } while (cursor)
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => seen.length - index))
    expect(seen.length).toBeGreaterThan(3)
  })

  it.each(['Nguyen Van A', 'NaN', '-1', '0', '{}', ''])(
    'refuses %j as a place to go on from',
    async (cursor) => {
      const director = await test.as('director')
      expect(codeOf(await director.client.journal.list({ cursor }))).toBe('invalid_input')
      const ofTitle = { of: [{ tableName: 'title' as const, rowId: 1 }], cursor }
      expect(codeOf(await director.client.journal.ofRecord(ofTitle))).toBe('invalid_input')
      expect(test.faults).toEqual([])
    },
  )

  it('counts days as they are in Viet Nam', async () => {
    const director = await test.as('director')
    test.clock.nowMs = Date.parse('2026-11-10T17:30:00Z')
    await test.stranger().client.users.signOut({})
    test.clock.nowMs = testNow
    const onDay = async (day: string) =>
      valueOf(await director.client.journal.list({ from: day, to: day, operation: 'users.signOut' })).rows
        .length
    expect(await onDay('2026-11-11')).toBe(1)
    expect(await onDay('2026-11-10')).toBe(0)
  })

  it('finds what one person did', async () => {
    const director = await test.as('director')
    valueOf(await director.client.reports.openPeriod({ period: '2026-Q3' }))
    const { id = 0 } = valueOf(await director.client.users.session({})).user ?? {}
    const { rows } = valueOf(await director.client.journal.list({ userId: id }))
    expect(rows.map((row) => row.operation)).toEqual(['reports.openPeriod'])
    const { rows: written } = valueOf(await director.client.journal.entry({ id: rows[0]?.id ?? 0 }))
    expect(written).toMatchObject([
      { tableName: 'period', action: 'insert', before: null, after: { period: '2026-Q3' } },
    ])
  })
})
