import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestEngine, valueOf, type Person, type TestEngine } from '../../test/support/engine.ts'
import {
  declaredCodes,
  declaredType,
  parts,
  reaches,
  type Activity,
} from '../../shared/activities/contract.ts'
import { activityMeasures, counted, ruleOf, type ActivityMeasure } from '../../shared/activities/rules.ts'
import { quarterBounds, quarterOf } from '../../shared/dates.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import { heldSessions } from './held.ts'

let test: TestEngine
let person: Person

beforeAll(async () => {
  test = await openTestEngine()
  person = await test.as('activities')
  for (const [at, kind] of (['library', 'library', 'school'] as const).entries())
    valueOf(await person.client.cooperation.addPartner({ name: `Đối tác ${at}`, kind }))
  const campaigns = [
    { name: 'Ngày Sách', kind: 'book_day', year: 2026 },
    { name: 'Hè', kind: 'campaign', year: 2026 },
  ] as const
  for (const each of campaigns) valueOf(await person.client.activities.addCampaign(each))
})
afterAll(() => test.close())

/** Days around the turns of three quarters, so that many sessions share one. */
const day = fc.constantFrom(
  '2026-03-30',
  '2026-03-31',
  '2026-04-01',
  '2026-06-30',
  '2026-07-01',
  '2026-07-02',
)
const people = fc.option(fc.integer({ min: 0, max: 90 }), { nil: null })
const session = fc.record({
  on: day,
  state: fc.constantFrom('planned', 'held', 'held', 'dropped'),
  attended: people,
})
const activity = fc.record({
  name: fc.constant('Hoạt động'),
  typeCode: fc.constantFrom(...declaredCodes),
  state: fc.constantFrom('planned', 'planned', 'postponed', 'cancelled'),
  part: fc.constantFrom(...parts),
  reach: fc.constantFrom(...reaches),
  copiesShown: people,
  copiesGiven: people,
  campaignIds: fc.subarray([1, 2]),
  partnerIds: fc.subarray([1, 2, 3]),
  sessions: fc.array(session, { minLength: 1, maxLength: 5 }),
  direction: fc.constantFrom('out', 'in'),
})
type Given = typeof activity extends fc.Arbitrary<infer Value> ? Value : never

async function saved({ direction, ...given }: Given): Promise<Activity> {
  const details = given.typeCode === 'E12' ? { direction } : {}
  return valueOf(
    await person.client.activities.add({
      ...given,
      details,
      accepted: ['sessions_overlap', 'outside_campaign'],
    } as Parameters<typeof person.client.activities.add>[0]),
  )
}

const sum = (numbers: readonly (number | null)[]) =>
  numbers.reduce<number>((total, each) => total + (each ?? 0), 0)

/** The plain way, figure by figure, from whole records; it shares nothing with the rules but their names. */
function recounted(all: readonly Activity[], from: string, to: string): Record<ActivityMeasure, number> {
  const within = (on: string) => on >= from && on <= to
  const held = (one: Activity) => one.sessions.filter(({ state }) => state === 'held')
  const began = (one: Activity) =>
    held(one)
      .map(({ on }) => on)
      .toSorted()[0]
  const feeds = (one: Activity) => declaredType(one.typeCode as 'E01').feeds as readonly string[]
  const of = (feed: string) => all.filter((one) => feeds(one).includes(feed))
  const begun = (some: readonly Activity[]) => some.filter((one) => within(began(one) ?? ''))
  const sessionsIn = (some: readonly Activity[]) => some.flatMap(held).filter(({ on }) => within(on))
  const peopleIn = (some: readonly Activity[]) => sum(sessionsIn(some).map(({ attended }) => attended))
  const own = of('staff_training').filter(({ part }) => part !== 'participant')
  const bookDays = all.filter(({ campaignIds }) => campaignIds.includes(1))
  const supported = of('support').filter((one) => sessionsIn([one]).length > 0)
  const out = of('delegation').filter(({ details }) => details['direction'] === 'out')
  return {
    'activities.userTrainings': begun(of('user_training')).length,
    'activities.userTrainingPeople': peopleIn(of('user_training')),
    'activities.supports': sessionsIn(of('support')).length,
    'activities.librariesSupported': new Set(
      supported.flatMap(({ partners }) =>
        partners.filter(({ kind }) => kind === 'library').map(({ id }) => id),
      ),
    ).size,
    'activities.displays': begun(of('display')).length,
    'activities.displayCopies': sum(begun(of('display')).map(({ copiesShown }) => copiesShown)),
    'activities.displayPeople': peopleIn(of('display')),
    'activities.promotions': begun(of('promotion')).length,
    'activities.promotionPeople': peopleIn(of('promotion')),
    'activities.media': begun(of('media')).length,
    'activities.staffTrainings': begun(own).length,
    'activities.staffTrainingPeople': peopleIn(own),
    'activities.delegationsOut': begun(out).length,
    'activities.delegationsIn': begun(of('delegation')).length - begun(out).length,
    'activities.delegates': peopleIn(of('delegation')),
    'activities.international': begun(of('congress')).filter(({ reach }) => reach === 'international').length,
    'activities.bookDays': begun(bookDays).length,
    'activities.bookDayPeople': peopleIn(bookDays),
    'activities.bookDayGifts': sum(begun(bookDays).map(({ copiesGiven }) => copiesGiven)),
  }
}

async function clear(): Promise<void> {
  for (const table of ['activityPartner', 'activityCampaign', 'activitySession', 'activity'])
    test.engine.connection.raw.exec(`delete from ${table}`)
}

const quarters = [1, 2, 3].map((quarter) => ({ year: 2026, quarter }))

it('whatever was recorded, each figure is what a plain recount gives, with no row twice in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(activity, { minLength: 1, maxLength: 6 }), async (given) => {
      await clear()
      const all = []
      for (const each of given) all.push(await saved(each))
      for (const quarter of quarters) {
        const { from, to } = quarterBounds(quarter)
        const sessions = await heldSessions(test.engine.connection.db, { from, to })
        const plain = recounted(all, from, to)
        for (const measure of activityMeasures) {
          const { ids, weight } = counted(measure, sessions)
          expect(weight ?? ids.length, measure).toBe(plain[measure])
          expect(new Set(ids).size, measure).toBe(ids.length)
        }
      }
    }),
    { numRuns: 60 },
  )
})

it('what the form foretells is what saving does to every figure', async () => {
  await fc.assert(
    fc.asyncProperty(activity, activity, async (other, given) => {
      await clear()
      await saved(other)
      const { direction, ...fields } = given
      const details = given.typeCode === 'E12' ? { direction } : {}
      const impact = valueOf(
        await person.client.activities.impact({ fields: { ...fields, details } } as Parameters<
          typeof person.client.activities.impact
        >[0]),
      )
      const before = await figures()
      await saved(given)
      const after = await figures()
      const moved = [...after].flatMap(([key, value]) => {
        const by = value - (before.get(key) ?? 0)
        return by === 0 ? [] : [`${key}: ${by}`]
      })
      const foretold = impact.lines.map(
        ({ code, quarter, after: value }) => `${quarter.quarter} ${code}: ${value}`,
      )
      expect(foretold.toSorted()).toEqual(moved.toSorted())
    }),
    { numRuns: 40 },
  )
})

async function figures(): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const quarter of quarters) {
    const { values } = valueOf(await person.client.indicators.list({ period: quarterPeriod(quarter) }))
    for (const { code, value } of values)
      if (/^(M2c|M2d|HT|HV)/.test(code)) found.set(`${quarter.quarter} ${code}`, value ?? 0)
  }
  return found
}

it('every measure says of which rows it is made, and days of one quarter meet in it', () => {
  for (const measure of activityMeasures)
    expect(['activity', 'activitySession', 'partner']).toContain(ruleOf(measure).rows)
  expect(quarterOf('2026-03-31')).not.toEqual(quarterOf('2026-04-01'))
})
