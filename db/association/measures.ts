import { sql, type RawBuilder } from 'kysely'
import { FriendlyRule } from '../../shared/association/contract.ts'
import { friendlyTotal, type AssociationMeasure } from '../../shared/association/rules.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import { ascending, weighing, type Found, type Measure, type Span } from '../measures.ts'

const nobodyLooked: Found = { ids: [], isCollected: false }
/** Figures of a year say what the year has come to by the end of the period. */
const yearOf = ({ to }: Span): number => Number(to.slice(0, 4))
const firstDay = (span: Span): string => `${yearOf(span)}-01-01`

/** A library that keeps no register of the association has no figure of it, rather than 0. */
async function collected(db: Reader, table: 'branch' | 'award', find: () => Promise<Found>): Promise<Found> {
  const any = await db.selectFrom(table).select('id').limit(1).executeTakeFirst()
  return any ? find() : nobodyLooked
}

/** Anybody who reads figures may open them, so no row behind one names a person. */
const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(' · ')
const dong = (amountMinor: number): string => amountMinor.toLocaleString('vi-VN')

async function idsOf(db: Reader, query: RawBuilder<{ id: number }>): Promise<Found> {
  return ascending((await query.execute(db)).rows)
}

async function summed(db: Reader, query: RawBuilder<{ id: number; amountMinor: number }>): Promise<Found> {
  const { rows } = await query.execute(db)
  return weighing(rows.map(({ id, amountMinor }) => ({ id, weight: amountMinor })))
}

const duesEntry = (kind: 'charge' | 'payment'): Measure => ({
  tableName: 'duesEntry',
  /** Lines that take others back count with their amounts, so a figure of a day is what the ledger said on it. */
  find: (db, span) =>
    collected(db, 'branch', () =>
      summed(
        db,
        sql`select id, amountMinor from duesEntry
          where year = ${yearOf(span)} and kind = ${kind} and "on" <= ${span.to}`,
      ),
    ),
  async label(db, ids) {
    const rows = await db
      .selectFrom('duesEntry as entry')
      .innerJoin('branch', 'branch.id', 'entry.branchId')
      .select(['entry.id', 'branch.name as label', 'entry.on', 'entry.amountMinor', 'entry.receiptNumber'])
      .where('entry.id', 'in', ids)
      .execute()
    return rows.map(({ id, label, on, amountMinor, receiptNumber }) => ({
      id,
      label,
      detail: joined(displayDate(on), receiptNumber, dong(amountMinor)),
    }))
  },
})

const award = (narrow: RawBuilder<unknown>): Measure => ({
  tableName: 'award',
  find: (db, span) =>
    collected(db, 'award', () =>
      idsOf(
        db,
        sql`select id from award where decidedOn between ${firstDay(span)} and ${span.to} and ${narrow}`,
      ),
    ),
  async label(db, ids) {
    const rows = await db
      .selectFrom('award')
      .select(['id', 'decisionNumber', 'issuer', 'decidedOn'])
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, decisionNumber, issuer, decidedOn }) => ({
      id,
      label: joined(decisionNumber, issuer),
      detail: displayDate(decidedOn),
    }))
  },
})

const member = (find: (span: Span) => RawBuilder<{ id: number }>): Measure => ({
  tableName: 'member',
  find: (db, span) => collected(db, 'branch', () => idsOf(db, find(span))),
  async label(db, ids) {
    const rows = await db
      .selectFrom('member')
      .innerJoin('branch', 'branch.id', 'member.branchId')
      .select(['member.id', 'branch.name as label', 'member.decisionNumber', 'member.admittedOn'])
      .where('member.id', 'in', ids)
      .execute()
    return rows.map(({ id, label, decisionNumber, admittedOn }) => ({
      id,
      label,
      detail: joined(displayDate(admittedOn), decisionNumber),
    }))
  },
})

const branches: Measure = {
  tableName: 'branch',
  find: (db, { to }) =>
    collected(db, 'branch', () =>
      idsOf(
        db,
        sql`select id from branch where foundedOn <= ${to} and (closedOn is null or closedOn > ${to})`,
      ),
    ),
  async label(db, ids) {
    const rows = await db
      .selectFrom('branch')
      .select(['id', 'name as label', 'foundedOn'])
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, label, foundedOn }) => ({ id, label, detail: displayDate(foundedOn) }))
  },
}

const otherIncome: Measure = {
  tableName: 'otherIncome',
  find: (db, span) =>
    collected(db, 'branch', () =>
      summed(
        db,
        sql`select id, amountMinor from otherIncome where "on" between ${firstDay(span)} and ${span.to}`,
      ),
    ),
  async label(db, ids) {
    const rows = await db
      .selectFrom('otherIncome')
      .select(['id', 'receiptNumber', 'on', 'amountMinor'])
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, receiptNumber, on, amountMinor }) => ({
      id,
      label: joined(displayDate(on), receiptNumber),
      detail: dong(amountMinor),
    }))
  },
}

const friendlyPoints: Measure = {
  tableName: 'friendlyScore',
  async find(db, span) {
    const assessment = await db
      .selectFrom('friendlyAssessment')
      .select(['id', 'rule'])
      .where('year', '=', yearOf(span))
      .where('assessedOn', '<=', span.to)
      .executeTakeFirst()
    if (!assessment) return nobodyLooked
    const scores = await db
      .selectFrom('friendlyScore')
      .select(['id', 'criterion', 'score'])
      .where('assessmentId', '=', assessment.id)
      .execute()
    const total = friendlyTotal(FriendlyRule.parse(JSON.parse(assessment.rule)), scores)
    return total === null ? nobodyLooked : { ...ascending(scores), weight: total }
  },
  async label(db, ids) {
    const rows = await db
      .selectFrom('friendlyScore as score')
      .innerJoin('friendlyAssessment as assessment', 'assessment.id', 'score.assessmentId')
      .select(['score.id', 'score.criterion', 'score.score', 'score.remark', 'assessment.year'])
      .where('score.id', 'in', ids)
      .execute()
    return rows.map(({ id, criterion, score, remark, year }) => ({
      id,
      label: `${year} · ${criterion}/5`,
      detail: joined(score?.toLocaleString('vi-VN') ?? '', remark),
    }))
  },
}

export const measures: Record<AssociationMeasure, Measure> = {
  'association.branches': branches,
  'association.members': member(
    ({ to }) => sql`select id from member where admittedOn <= ${to} and (leftOn is null or leftOn > ${to})`,
  ),
  'association.admitted': member(
    ({ from, to }) => sql`select id from member where admittedOn between ${from} and ${to}`,
  ),
  'association.duesOwed': duesEntry('charge'),
  'association.duesPaid': duesEntry('payment'),
  'association.otherIncome': otherIncome,
  'association.friendlyPoints': friendlyPoints,
  'association.awardsToPersons': award(sql`receivedBy = 'person'`),
  'association.awardsToUnits': award(sql`receivedBy = 'unit'`),
  /** One decision may name many: it counts once, and each without a number by itself. */
  'association.awardDecisions': award(
    sql`(decisionNumber = '' or id = (select min(same.id) from award as same
      where same.decidedOn = award.decidedOn and same.decisionNumber = award.decisionNumber))`,
  ),
}
