import { displayDate } from '../../shared/dates.ts'
import { policyStages, type PolicyStage } from '../../shared/plans/contract.ts'
import { answersFor, isValidOn, type PlanMeasure } from '../../shared/plans/rules.ts'
import type { Reader } from '../connection.ts'
import { ascending, weighing, type Found, type Measure, type Once, type Span } from '../measures.ts'
import { libraryWords } from '../words.ts'
import { readMilestones } from './milestone-reading.ts'

const notCollected: Found = { ids: [], isCollected: false }
const yearOf = (day: string) => Number(day.slice(0, 4))

/** A document counts once, however many stages it reached in the period. */
function documents(stage?: PolicyStage): Measure {
  return {
    tableName: 'policyDocument',
    async label(db, ids) {
      const rows = await db
        .selectFrom('policyDocument')
        .select(['id', 'name', 'number'])
        .where('id', 'in', ids)
        .execute()
      return rows.map(({ id, name, number }) => ({ id, label: name, detail: number }))
    },
    async find(db, { from, to }) {
      if (!(await isBegun(db, 'policyStage'))) return notCollected
      const rows = await db
        .selectFrom('policyStage')
        .innerJoin('policyDocument', 'policyDocument.id', 'documentId')
        .select('documentId as id')
        .distinct()
        .where('on', '>=', from)
        .where('on', '<=', to)
        .where('removedOn', 'is', null)
        .$if(stage !== undefined, (query) => query.where('stage', '=', stage ?? 'review'))
        .execute()
      return ascending(rows)
    },
  }
}

const roadmapsValid: Measure = {
  tableName: 'roadmap',
  async label(db, ids) {
    const rows = await db.selectFrom('roadmap').selectAll().where('id', 'in', ids).execute()
    return rows.map(({ id, name, number, startsOn, endsOn }) => ({
      id,
      label: name,
      detail: `${number}: ${displayDate(startsOn)} – ${displayDate(endsOn)}`,
    }))
  },
  async find(db, { to }) {
    if (!(await isBegun(db, 'roadmap'))) return notCollected
    const rows = await db.selectFrom('roadmap').selectAll().where('removedOn', 'is', null).execute()
    return ascending(rows.filter((roadmap) => isValidOn(roadmap, to)))
  },
}

/** Those due by the end of the period that an approved plan answers for. */
async function dueMilestones(db: Reader, { to }: Span) {
  const roadmaps = await db.selectFrom('roadmap').selectAll().where('removedOn', 'is', null).execute()
  const byId = new Map(roadmaps.map((roadmap) => [roadmap.id, roadmap]))
  return (await readMilestones(db, to)).filter(({ due, roadmapId }) => {
    const roadmap = byId.get(roadmapId)
    return due <= to && roadmap !== undefined && answersFor(roadmap, { due, to })
  })
}

function milestones(isOnTimeOnly: boolean): Measure {
  return {
    tableName: 'milestone',
    async label(db, ids) {
      const t = await libraryWords(db)
      const rows = await db.selectFrom('milestone').selectAll().where('id', 'in', ids).execute()
      return rows.map(({ id, name, dueOn, doneOn }) => ({
        id,
        label: name,
        detail: [
          t('plans.rows.due', { on: displayDate(dueOn) }),
          doneOn === null ? t('plans.rows.notDone') : t('plans.rows.done', { on: displayDate(doneOn) }),
        ].join('; '),
      }))
    },
    async find(db, span, once) {
      const due = await once(`plans due by ${span.to}`, () => dueMilestones(db, span))
      return ascending(isOnTimeOnly ? due.filter(({ standing }) => standing === 'done') : due)
    },
  }
}

/** Of the budget year in which the period ends, what had been given for modernization by its end. */
function allocationsOf(db: Reader, { to }: Span) {
  return db
    .selectFrom('allocation')
    .select(['id', 'amount'])
    .where('year', '=', yearOf(to))
    .where('allocatedOn', '<=', to)
    .where('purpose', '=', 'modernization')
    .where('removedOn', 'is', null)
    .execute()
}
const allocationsAt = (db: Reader, span: Span, once: Once) =>
  once(`money given by ${span.to}`, () => allocationsOf(db, span))

const weighed = (rows: readonly { id: number; amount: number }[]): Found =>
  weighing(rows.map(({ id, amount }) => ({ id, weight: amount })))

const allocated: Measure = {
  tableName: 'allocation',
  async label(db, ids) {
    const rows = await db.selectFrom('allocation').selectAll().where('id', 'in', ids).execute()
    return rows.map(({ id, name, documentNumber, amount }) => ({
      id,
      label: name,
      detail: `${documentNumber}: ${amount.toLocaleString('vi-VN')}`,
    }))
  },
  async find(db, span, once) {
    if (!(await isBegun(db, 'allocation'))) return notCollected
    return weighed(await allocationsAt(db, span, once))
  },
}

const spent: Measure = {
  tableName: 'disbursement',
  async label(db, ids) {
    const rows = await db
      .selectFrom('disbursement')
      .innerJoin('allocation', 'allocation.id', 'allocationId')
      .select(['disbursement.id', 'allocation.name', 'on', 'disbursement.amount'])
      .where('disbursement.id', 'in', ids)
      .execute()
    return rows.map(({ id, name, on, amount }) => ({
      id,
      label: name,
      detail: `${displayDate(on)}: ${amount.toLocaleString('vi-VN')}`,
    }))
  },
  async find(db, span, once) {
    if (!(await isBegun(db, 'allocation'))) return notCollected
    const of = new Set((await allocationsAt(db, span, once)).map(({ id }) => id))
    const rows = await db
      .selectFrom('disbursement')
      .select(['id', 'allocationId', 'amount'])
      .where('on', '<=', span.to)
      .execute()
    return weighed(rows.filter(({ allocationId }) => of.has(allocationId)))
  },
}

/** Where nobody has ever written anything of it, there is no figure. */
async function isBegun(db: Reader, table: 'policyStage' | 'roadmap' | 'allocation'): Promise<boolean> {
  return (await db.selectFrom(table).select('id').limit(1).executeTakeFirst()) !== undefined
}

const byStage = Object.fromEntries(
  policyStages.map((stage) => [`plans.documents.${stage}`, documents(stage)]),
) as Record<`plans.documents.${PolicyStage}`, Measure>

export const measures: Record<PlanMeasure, Measure> = {
  ...byStage,
  'plans.documents': documents(),
  'plans.roadmapsValid': roadmapsValid,
  'plans.milestonesDue': milestones(false),
  'plans.milestonesOnTime': milestones(true),
  'plans.allocated': allocated,
  'plans.spent': spent,
}
