import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { ActivityFields, SessionFields } from '../../shared/activities/contract.ts'
import { mergeSides } from '../ui/ConflictDialog.tsx'
import { mergeThreeWays } from '../ui/merge-three-ways.ts'
import { fieldsOfParts, partsOf, type ActivityParts } from './activity-parts.ts'

const sessionOf = (id: number | null, attended: number | null = null) =>
  SessionFields.parse({ id, on: `2026-08-${String((id ?? 20) + 1).padStart(2, '0')}`, attended })
const [first, second, third] = [sessionOf(1), sessionOf(2), sessionOf(3)]
const base = ActivityFields.parse({
  name: 'Kể chuyện hè',
  typeCode: 'E05',
  partnerIds: [1],
  details: { prizes: 'Sách' },
  sessions: [first, second, third],
})

const names = (...all: ActivityParts[]) => [...new Set(all.flatMap(Object.keys))]
function merge(mine: ActivityFields, theirs: ActivityFields) {
  const given = { base: partsOf(base), mine: partsOf(mine), theirs: partsOf(theirs) }
  const all = names(given.base, given.mine, given.theirs)
  const { merged, disputed } = mergeThreeWays(all, given)
  return { merged, disputed, given, fields: fieldsOfParts(merged) }
}

it('keeps what each of two did to different sessions, links and answers', () => {
  const mine = { ...base, partnerIds: [1, 2], sessions: [first, sessionOf(2, 40)] }
  const theirs = {
    ...base,
    partnerIds: [3],
    details: { prizes: 'Sách', ageGroup: 'primary' },
    sessions: [sessionOf(1, 25), second, third],
  }
  const { fields, disputed } = merge(mine, theirs)
  expect(disputed).toEqual([])
  expect(fields.partnerIds.toSorted((a, b) => a - b)).toEqual([2, 3])
  expect(fields.details).toEqual({ prizes: 'Sách', ageGroup: 'primary' })
  expect(fields.sessions.map(({ id, attended }) => [id, attended])).toEqual([
    [1, 25],
    [2, 40],
  ])
})

it('asks about a session that both changed, and one that the other took away can be let go', () => {
  const mine = { ...base, sessions: [sessionOf(1, 10), second, third] }
  const changed = { ...base, sessions: [sessionOf(1, 20), second, third] }
  expect(merge(mine, changed).disputed).toEqual(['session.1'])
  const { merged, disputed, given } = merge(mine, { ...base, sessions: [second, third] })
  expect(disputed).toEqual(['session.1'])
  const kept = (side: 'mine' | 'theirs') =>
    fieldsOfParts(mergeSides(merged, given.theirs, { 'session.1': side })).sessions.map(({ id }) => id)
  expect(kept('mine')).toEqual([1, 2, 3])
  expect(kept('theirs')).toEqual([2, 3])
})

const version = fc
  .record({
    name: fc.constantFrom('Kể chuyện hè', 'Kể chuyện', 'Đọc sách'),
    partnerIds: fc.subarray([1, 2, 3]),
    details: fc.constantFrom<Record<string, string>>(
      {},
      { prizes: 'Sách' },
      { prizes: 'Bút', ageGroup: 'adult' },
    ),
    attended: fc.array(fc.constantFrom(null, 10, 20), { minLength: 3, maxLength: 3 }),
    kept: fc.subarray([1, 2, 3]),
    more: fc.nat(2),
  })
  .map(({ attended, kept, more, ...fields }) => ({
    ...base,
    ...fields,
    sessions: [
      ...kept.map((id) => sessionOf(id, attended[id - 1] ?? null)),
      ...Array.from({ length: more }, () => sessionOf(null)),
    ],
  }))

it('loses nothing that only one of two changed, whatever they did', () => {
  fc.assert(
    fc.property(version, version, (mine, theirs) => {
      const { merged, disputed, given } = merge(mine, theirs)
      const text = (value: unknown) => JSON.stringify(value)
      for (const name of names(given.base, given.mine, given.theirs)) {
        if (disputed.includes(name)) continue
        const isMine = text(given.mine[name]) !== text(given.base[name])
        expect(text(merged[name])).toBe(text(isMine ? given.mine[name] : given.theirs[name]))
      }
      expect(partsOf(fieldsOfParts(given.mine))).toEqual(given.mine)
    }),
  )
})
