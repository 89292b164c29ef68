import { holdsOn } from '../../shared/dated-facts.ts'
import { displayDate } from '../../shared/dates.ts'
import { qualifications, type Headcount } from '../../shared/staff/contract.ts'
import { digitalTopics, retrainedSince, type StaffMeasure } from '../../shared/staff/rules.ts'
import type { Reader } from '../connection.ts'
import { ascending, weighing, type Found, type Measure, type Once, type Span } from '../measures.ts'
import { libraryWords } from '../words.ts'
import { skilledOn, trainedBetween } from './counting.ts'
import { headcountOn } from './headcounts.ts'
import { attendancesBetween, readPeople } from './people-reading.ts'

const none: Found = { ids: [] }
const notCollected: Found = { ids: [], isCollected: false }

type Person = Awaited<ReturnType<typeof readPeople>>[number]
type IsChosen = (person: Person) => boolean
type Part = 'digitallyTrained' | 'retrained' | 'digitallySkilled'
type Qualification = (typeof qualifications)[number]

/** Everybody by name at the end of the period; null where numbers alone count. */
async function presentPeople(db: Reader, { to }: Span): Promise<Person[] | null> {
  if (await headcountOn(db, to)) return null
  return (await readPeople(db, to)).filter(({ startsOn, endsOn }) => holdsOn(startsOn, endsOn, to))
}

const peopleAt = (db: Reader, span: Span, once: Once) =>
  once(`staff by name as of ${span.to}`, () => presentPeople(db, span))
const headcountAt = (db: Reader, { to }: Span, once: Once): Promise<Headcount | null> =>
  once(`staff in numbers as of ${to}`, () => headcountOn(db, to))

async function labelPeople(db: Reader, ids: readonly number[]) {
  const posts = await db
    .selectFrom('staffPosting')
    .select(['memberId', 'post'])
    .where('memberId', 'in', ids)
    .orderBy('fromOn')
    .execute()
  const postOf = new Map(posts.map(({ memberId, post }) => [memberId, post]))
  const rows = await db.selectFrom('staffMember').select(['id', 'name']).where('id', 'in', ids).execute()
  return rows.map(({ id, name }) => ({ id, label: name, detail: postOf.get(id) ?? '' }))
}

/** Names stay on this PC: a package holds the figure alone. */
function people(chosen: (db: Reader, span: Span) => Promise<IsChosen | null>): Measure {
  return {
    tableName: 'staffMember',
    label: labelPeople,
    async find(db, span, once) {
      const present = await peopleAt(db, span, once)
      if (present === null) return none
      const isChosen = await chosen(db, span)
      // Nobody was ever entered, or nobody was asked.
      if (present.length === 0 && !(await isAnybodyKnown(db))) return notCollected
      return isChosen ? ascending(present.filter(isChosen)) : notCollected
    },
  }
}

async function isAnybodyKnown(db: Reader): Promise<boolean> {
  return (await db.selectFrom('staffMember').select('id').limit(1).executeTakeFirst()) !== undefined
}

const everybody = people(async () => () => true)
const withQualification = (wanted: Qualification) =>
  people(
    async () =>
      ({ qualification }) =>
        qualification === wanted,
  )
const trainedFrom = (startOf: (span: Span) => string) =>
  people(async (db, span) => {
    const trained = await trainedBetween(db, { from: startOf(span), to: span.to })
    return ({ id }) => trained.has(id)
  })
const skilled = people(async (db, { to }) => {
  const enough = await skilledOn(db, to)
  return enough && (({ id }) => enough.has(id))
})

function counted(qualification?: Qualification): Measure {
  return {
    tableName: 'staffHeadcountRow',
    async label(db, ids) {
      const t = await libraryWords(db)
      const rows = await db
        .selectFrom('staffHeadcountRow')
        .innerJoin('staffHeadcount', 'staffHeadcount.id', 'headcountId')
        .select(['staffHeadcountRow.id', 'qualification', 'post', 'people', 'fromOn'])
        .where('staffHeadcountRow.id', 'in', ids)
        .execute()
      return rows.map((row) => ({
        id: row.id,
        label: [t(`staff.qualifications.${row.qualification}`), row.post]
          .filter((part) => part !== '')
          .join(', '),
        detail: `${displayDate(row.fromOn)}: ${row.people}`,
      }))
    },
    async find(db, span, once) {
      const headcount = await headcountAt(db, span, once)
      const rows = (headcount?.rows ?? []).filter(
        (row) => qualification === undefined || row.qualification === qualification,
      )
      return weighing(rows.flatMap(({ id, people }) => (id === null ? [] : [{ id, weight: people }])))
    },
  }
}

/** One number of the headcount, which nobody may have asked for. */
function countedPart(part: Part): Measure {
  return {
    tableName: 'staffHeadcount',
    async label(db, ids) {
      const rows = await db.selectFrom('staffHeadcount').selectAll().where('id', 'in', ids).execute()
      const t = await libraryWords(db)
      return rows.map((row) => ({
        id: row.id,
        label: t('staff.headcount.title', { on: displayDate(row.fromOn) }),
        detail: String(row[part] ?? ''),
      }))
    },
    async find(db, span, once) {
      const headcount = await headcountAt(db, span, once)
      if (!headcount) return { ids: [], weight: 0 }
      const value = headcount[part]
      return value === null ? notCollected : weighing([{ id: headcount.id, weight: value }])
    },
  }
}

/** Each who came counts once for each course that ended in the period. */
function attendances(isDigital: boolean): Measure {
  return {
    tableName: 'trainingAttendance',
    async label(db, ids) {
      const rows = await db
        .selectFrom('trainingAttendance')
        .innerJoin('trainingCourse', 'trainingCourse.id', 'courseId')
        .leftJoin('staffMember', 'staffMember.id', 'memberId')
        .select(['trainingAttendance.id', 'trainingCourse.name', 'staffMember.name as person', 'people'])
        .where('trainingAttendance.id', 'in', ids)
        .execute()
      return rows.map(({ id, name, person, people: many }) => ({
        id,
        label: name,
        detail: person ?? String(many),
      }))
    },
    async find(db, span) {
      const rows = await attendancesBetween(db, span)
      const wanted = rows.filter(({ topic }) => !isDigital || digitalTopics.includes(topic))
      return weighing(wanted.map((row) => ({ id: row.id, weight: row.people })))
    },
  }
}

/** The year's plan, from the day of its approval on. */
const plans: Measure = {
  tableName: 'trainingPlan',
  async label(db, ids) {
    const rows = await db.selectFrom('trainingPlan').selectAll().where('id', 'in', ids).execute()
    return rows.map(({ id, year, decisionNumber }) => ({ id, label: String(year), detail: decisionNumber }))
  },
  async find(db, { to }) {
    const rows = await db
      .selectFrom('trainingPlan')
      .select('id')
      .where('year', '=', Number(to.slice(0, 4)))
      .where('approvedOn', '<=', to)
      .execute()
    return ascending(rows)
  },
}

const byQualification = Object.fromEntries(
  qualifications.flatMap((each) => [
    [`staff.people.${each}`, withQualification(each)],
    [`staff.counted.${each}`, counted(each)],
  ]),
) as Record<`staff.${'people' | 'counted'}.${Qualification}`, Measure>

export const measures: Record<StaffMeasure, Measure> = {
  ...byQualification,
  'staff.people': everybody,
  'staff.counted': counted(),
  'staff.digitallyTrained': trainedFrom(({ to }) => `${to.slice(0, 4)}-01-01`),
  'staff.digitallyTrainedCounted': countedPart('digitallyTrained'),
  'staff.retrained': trainedFrom(() => retrainedSince),
  'staff.retrainedCounted': countedPart('retrained'),
  'staff.digitallySkilled': skilled,
  'staff.digitallySkilledCounted': countedPart('digitallySkilled'),
  'staff.attendances': attendances(false),
  'staff.digitalAttendances': attendances(true),
  'staff.plans': plans,
}
