import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { signQuarter } from '../../test/support/signed.ts'
import { openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'

let test: TestEngine
let director: Person
beforeEach(async () => {
  test = await openTestEngine()
  director = await test.as('director')
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const second = { period: '2026-Q2' }
const third = { period: '2026-Q3' }

async function figure(code: string, asked: { period: string }) {
  const { values } = valueOf(await director.client.indicators.list(asked))
  const { value, status } = values.find((each) => each.code === code) ?? expect.unreachable(code)
  return status === 'known' ? value : status
}

const posting = { fromOn: '2020-01-01', qualification: 'college' } as const
const person = (name: string, fields = {}) => ({
  name,
  startsOn: '2020-01-01',
  postings: [posting, { fromOn: '2026-07-01', qualification: 'bachelor' as const }],
  ...fields,
})

it('nobody who has entered nobody has a figure of people', async () => {
  for (const code of ['M2d.01', 'M2d.01a3', 'M2d.04a', 'M2d.04b', 'D206.04'])
    expect(await figure(code, second), code).toBe('not_collected')
})

it('people count from their first day to the one before their end, by what held then', async () => {
  valueOf(await director.client.staff.addMember(person('Nguyễn An')))
  valueOf(await director.client.staff.addMember(person('Trần Bình', { endsOn: '2026-09-30' })))
  expect([await figure('M2d.01', second), await figure('M2d.01', third)]).toEqual([2, 1])
  expect([await figure('M2d.01a4', second), await figure('M2d.01a3', second)]).toEqual([2, 0])
  expect([await figure('M2d.01a4', third), await figure('M2d.01a3', third)]).toEqual([0, 1])
})

it('once all have left it is 0, and a share of nobody is none', async () => {
  valueOf(await director.client.staff.addMember(person('Trần Bình', { endsOn: '2026-08-01' })))
  expect([await figure('M2d.01', third), await figure('M2d.04a', third)]).toEqual([0, 'zero_base'])
})

it('a headcount counts in place of names, and what it does not say is not collected', async () => {
  const { client } = director
  valueOf(await client.staff.addMember(person('Nguyễn An')))
  const rows = [{ qualification: 'bachelor', post: '', people: 8 } as const]
  const headcount = { fromOn: '2026-07-01', digitallyTrained: 6, rows }
  const { id, rev } = valueOf(await client.staff.addHeadcount(headcount))
  expect([await figure('M2d.01', second), await figure('M2d.01', third)]).toEqual([1, 8])
  expect([await figure('M2d.04a', third), await figure('D206.04', third)]).toEqual([75, 'not_collected'])
  valueOf(await client.staff.updateHeadcount({ ...headcount, id, rev, untilOn: '2026-09-01' }))
  expect(await figure('M2d.01', third)).toBe(1)
})

it('courses count in the quarter in which they ended, and a person once in the share', async () => {
  const { client } = director
  const member = valueOf(await client.staff.addMember(person('Nguyễn An')))
  valueOf(await client.staff.addMember(person('Trần Bình')))
  const course = { year: 2026, name: 'Kỹ năng số', heldFrom: '2026-06-29', heldUntil: '2026-07-02' }
  const attendances = [{ memberId: member.id }, { people: 12 }]
  valueOf(await client.staff.addCourse({ ...course, topic: 'digital', attendances }))
  const again = { ...course, name: 'Số hóa', topic: 'digitization' as const }
  valueOf(await client.staff.addCourse({ ...again, attendances: [{ memberId: member.id }] }))
  valueOf(await client.staff.addCourse({ ...course, topic: 'language', attendances: [{ people: 3 }] }))
  expect([await figure('M2d.03a', second), await figure('M2d.03a', third)]).toEqual([0, 17])
  expect([await figure('M2d.03b', third), await figure('M2d.04a', third)]).toEqual([14, 50])
  expect(await figure('D206.04', { period: '2027-Q1' })).toBe(50)
  expect(await figure('M2d.04a', { period: '2027-Q1' })).toBe(0)
})

it('a course that is moved after its quarter was signed is marked at all who attended', async () => {
  const { client } = director
  const course = { year: 2026, name: 'Kỹ năng số', heldFrom: '2026-07-01', topic: 'digital' } as const
  const attendances = [{ id: null, memberId: null, people: 12 }]
  const { id, rev } = valueOf(await client.staff.addCourse({ ...course, attendances }))
  await signQuarter(test)
  const marks = async () => {
    const { rows } = valueOf(await client.indicators.explain({ code: 'M2d.03a', ...third }))
    return rows.map(({ changedSince }) => changedSince)
  }
  expect(await marks()).toEqual([false])
  const [held] = valueOf(await client.staff.courses({ year: 2026 })).courses
  const same = { ...course, attendances: held?.attendances ?? [] }
  valueOf(await client.staff.updateCourse({ ...same, id, rev, note: 'Có ảnh' }))
  expect(await marks()).toEqual([false])
  valueOf(await client.staff.updateCourse({ ...same, id, rev: rev + 1, heldFrom: '2026-10-02' }))
  expect(await marks()).toEqual([true])
})

it('somebody who was removed comes back with what was said of their skills', async () => {
  const { client } = director
  const { id, rev } = valueOf(await client.staff.addMember(person('Nguyễn An')))
  const said = { on: '2026-01-10', level: 2, manner: 'self' } as const
  const before = valueOf(await client.staff.assess({ memberId: id, ...said }))
  valueOf(await client.staff.removeMember({ id, rev: rev + 1 }))
  const back = valueOf(await client.staff.addMember({ ...person('Nguyễn An'), assessments: [said] }))
  expect(back.assessments).toMatchObject(before.assessments.map(({ id: _, ...each }) => each))
})

it('the rows of a figure name people here, in the order of their numbers', async () => {
  valueOf(await director.client.staff.addMember(person('Nguyễn An')))
  const { rows } = valueOf(await director.client.indicators.explain({ code: 'M2d.01', ...second }))
  expect(rows).toMatchObject([{ tableName: 'staffMember', label: 'Nguyễn An' }])
})

it('a plan counts from the day of its approval on', async () => {
  valueOf(await director.client.staff.savePlan({ year: 2026, approvedOn: '2026-07-15' }))
  expect([await figure('M2d.02', second), await figure('M2d.02', third)]).toEqual([0, 1])
})

const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 6 })

it('postings become exactly those that are sent, whatever stood before', async () => {
  const { client } = director
  const asPostings = (list: readonly number[], ids: readonly (number | null)[]) =>
    list.map((day, at) => ({
      ...posting,
      id: ids[at] ?? null,
      fromOn: `2024-02-${String(day).padStart(2, '0')}`,
      post: `Vị trí ${at}`,
    }))
  const member = valueOf(await client.staff.addMember(person('Nguyễn An')))
  let { rev } = member
  let known = member.postings.map(({ id }) => id)
  await fc.assert(
    fc.asyncProperty(days, async (list) => {
      const postings = asPostings(list, known)
      const changed = { ...person('Nguyễn An'), id: member.id, rev, postings }
      const saved = valueOf(await client.staff.updateMember(changed))
      const told = saved.postings.map(({ fromOn, post }) => ({ fromOn, post }))
      expect(told).toEqual(
        postings
          .map(({ fromOn, post }) => ({ fromOn, post }))
          .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1)),
      )
      rev = saved.rev
      known = saved.postings.map(({ id }) => id)
    }),
  )
})
