import { sendAhead } from '../ahead.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { demoActivities, type DemoActivity } from '../../shared/demo/activities.ts'
import { demoCounters, type DemoCount } from '../../shared/demo/counters.ts'
import {
  classEvidence,
  demoClassesOf,
  demoCopies,
  demoDelivery,
  demoSubscription,
  demoWithdrawals,
  type DemoCopy,
  type DemoDelivery,
} from '../../shared/demo/holdings.ts'
import { demoTitle } from '../../shared/demo/rules.ts'
import { numbersByDay } from '../../shared/demo/timing.ts'
import { batchOf, insertBatch, type NewTitle, type TitleBatch } from '../catalogue/index.ts'
import type { JobHandler, JobsOf } from '../context.ts'
import { insertDemoActivities } from './activities.ts'
import { insertDemoCopies, type DemoDeliveries } from './copies.ts'
import { insertDemoCounters } from './counters.ts'
import { fillPapers } from './papers.ts'
import { insertSubscriptions, type DemoSubscription } from './serials.ts'
import { takeBackSome } from './take-back.ts'
import { candidatesFor, withdrawSome, type DemoWithdrawal } from './withdrawals.ts'

const chunkSize = 2000
/** A month's titles come as one delivery, or as several where they are many. */
const deliverySize = 400

type TitleChunk = { batch: TitleBatch; deliveries: DemoDeliveries; subscriptions: DemoSubscription[] }
type Chunk =
  | TitleChunk
  | { withdrawal: DemoWithdrawal }
  | { activities: DemoActivity[] }
  | { counters: DemoCount[] }
type Plan = { seed: number; average: number; today: string; now: string }

const fill: JobHandler<SpecOf<'demo.fill'>, Chunk> = {
  async run({ titles: count, seed, copiesPerTitle }, { db, fail, now, today, write, progress }) {
    if (await db.selectFrom('title').select('id').limit(1).executeTakeFirst()) fail('not_empty')
    const plan = { seed, average: copiesPerTitle, today, now }
    const numbers = numbersByDay(seed, count, today)
    const orders = new Map<string, number>()
    const sent = sendAhead(write)
    for (let from = 0; from < count; from += chunkSize) {
      const chunk = chunkOf(numbers.slice(from, from + chunkSize), plan, orders)
      await sent.push(chunk)
      progress(from, count)
    }
    await sent.end()
    progress(count, count)
    if (copiesPerTitle > 0) {
      for (const withdrawal of demoWithdrawals(today)) {
        const copyIds = await candidatesFor(db, withdrawal)
        if (copyIds.length > 0) await write({ withdrawal: { ...withdrawal, copyIds } })
        progress(count, count)
      }
      await write({ activities: demoActivities(today) })
      await write({ counters: demoCounters(today) })
    }
    return { titles: count }
  },

  async apply(chunk, { db, now, today }) {
    if ('withdrawal' in chunk) return { bulk: await withdrawSome(db, chunk.withdrawal, now) }
    if ('activities' in chunk) return { bulk: { made: await insertDemoActivities(db, chunk.activities) } }
    if ('counters' in chunk) return { bulk: { counts: await insertDemoCounters(db, chunk.counters) } }
    const filled = await fillPapers(db)
    const { bulk } = await insertBatch(db, chunk.batch)
    const holdings = await insertDemoCopies(db, chunk.deliveries, { firstTitleId: bulk.firstId, now, today })
    await insertSubscriptions(db, chunk.subscriptions, bulk.firstId)
    return { bulk: { ...bulk, ...holdings, filled } }
  },

  takeBack: ({ db, jobId }) => takeBackSome(db, { jobId, limit: chunkSize }),
}

function chunkOf(numbers: readonly number[], plan: Plan, orders: Map<string, number>): TitleChunk {
  const { seed, average, today, now } = plan
  const titles: NewTitle[] = numbers.map((number) => demoTitle(seed, number, today))
  const deliveries: DemoDelivery[] = []
  const copies: (DemoCopy & { deliveryAt: number })[] = []
  const subscriptions: DemoSubscription[] = []
  let lastSerialAt: number | undefined
  let month = ''
  let inDelivery = 0
  for (const [titleAt, title] of titles.entries()) {
    title.classes = demoClassesOf(title).map((each) => ({ class: each, evidence: classEvidence[each] ?? '' }))
    if (title.material === 'serial') lastSerialAt = titleAt
    if (title.material === 'article' && lastSerialAt !== undefined) title.hostAt = lastSerialAt
    const subscribed = demoSubscription(title, today)
    if (subscribed) subscriptions.push({ titleAt, ...subscribed })
    const own = demoCopies(title, { seed, number: numbers[titleAt] ?? 0, average, today })
    if (own.length === 0) continue
    if (title.addedOn.slice(0, 7) !== month || inDelivery === deliverySize) {
      month = title.addedOn.slice(0, 7)
      inDelivery = 0
      const year = month.slice(0, 4)
      const order = (orders.get(year) ?? 0) + 1
      orders.set(year, order)
      deliveries.push(demoDelivery(seed, { receivedOn: title.addedOn, order }))
    }
    inDelivery += 1
    const deliveryAt = deliveries.length - 1
    const delivery = deliveries[deliveryAt]
    // A delivery is entered on the day its last title came in.
    if (delivery) delivery.receivedOn = title.addedOn
    copies.push(...own.map((copy) => ({ ...copy, titleAt, deliveryAt })))
  }
  return { batch: batchOf(titles, now), deliveries: { deliveries, copies }, subscriptions }
}

export const jobs: JobsOf<'demo'> = { fill }
