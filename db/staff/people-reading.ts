import { heldOn, holdsOn } from '../../shared/dated-facts.ts'
import type { Member, MemberRow, PeopleFilters } from '../../shared/staff/contract.ts'
import { digitalTopics } from '../../shared/staff/rules.ts'
import type { Reader } from '../connection.ts'
import { hasWords, siteNames } from '../listing.ts'

/** Everybody by the given name, each as of the day. */
export async function findPeople(db: Reader, filters: PeopleFilters): Promise<MemberRow[]> {
  const { on, state, qualification, siteId } = filters
  const isFound = hasWords(filters.text)
  const people = await readPeople(db, on)
  return people.filter((person) => {
    const isPresent = holdsOn(person.startsOn, person.endsOn, on)
    const hasLeft = person.endsOn !== null && person.endsOn <= on
    return (
      (state === 'all' || (state === 'present' ? isPresent : hasLeft)) &&
      (qualification === null || person.qualification === qualification) &&
      (siteId === null || person.siteId === siteId) &&
      isFound(person.name, person.post)
    )
  })
}

export async function readPeople(db: Reader, on: string): Promise<MemberRow[]> {
  const members = await db.selectFrom('staffMember').selectAll().orderBy('sortKey').orderBy('id').execute()
  const postings = await db.selectFrom('staffPosting').selectAll().orderBy('fromOn').execute()
  const levels = await db
    .selectFrom('staffAssessment')
    .selectAll()
    .where('on', '<=', on)
    .orderBy('on')
    .execute()
  const sites = await siteNames(db)
  const courses = await digitalCourses(db, on)
  const postingsOf = Map.groupBy(postings, ({ memberId }) => memberId)
  const levelOf = new Map(levels.map(({ memberId, level }) => [memberId, level]))
  return members.flatMap(({ id, rev, name, startsOn, endsOn }) => {
    const own = postingsOf.get(id) ?? []
    // Before the first day one is told of as one began.
    const held = heldOn(own, on) ?? own[0]
    if (!held) return []
    const { qualification, speciality, post, contract, workload, siteId } = held
    const siteName = siteId === null ? null : (sites.get(siteId) ?? null)
    const [level, digital] = [levelOf.get(id) ?? null, courses.get(id) ?? 0]
    const person = { id, rev, name, startsOn, endsOn, siteId, siteName, level, digitalCourses: digital }
    return { ...person, qualification, speciality, post, contract, workload }
  })
}

/** How many courses on digital skills each person has been to by a day. */
async function digitalCourses(db: Reader, on: string): Promise<ReadonlyMap<number, number>> {
  const attended = await attendancesBetween(db, { from: '', to: on })
  const counts = new Map<number, number>()
  for (const { memberId, topic } of attended)
    if (memberId !== null && digitalTopics.includes(topic))
      counts.set(memberId, (counts.get(memberId) ?? 0) + 1)
  return counts
}

/** A course counts on the day it ended. */
export async function attendancesBetween(db: Reader, { from, to }: { from: string; to: string }) {
  return db
    .selectFrom('trainingAttendance')
    .innerJoin('trainingCourse', 'trainingCourse.id', 'trainingAttendance.courseId')
    .select((is) => [
      'trainingAttendance.id',
      'memberId',
      'people',
      'topic',
      is.fn.coalesce('heldUntil', 'heldFrom').as('on'),
    ])
    .where((is) => is.between(is.fn.coalesce('heldUntil', 'heldFrom'), from, to))
    .execute()
}

export async function readMember(db: Reader, id: number): Promise<Member | null> {
  const member = await db
    .selectFrom('staffMember')
    .select(['id', 'rev', 'name', 'startsOn', 'endsOn', 'note'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!member) return null
  const postings = await db
    .selectFrom('staffPosting')
    .select(['id', 'fromOn', 'qualification', 'speciality', 'post', 'contract', 'workload', 'siteId'])
    .where('memberId', '=', id)
    .orderBy('fromOn')
    .execute()
  const assessments = await db
    .selectFrom('staffAssessment')
    .select(['id', 'on', 'level', 'manner'])
    .where('memberId', '=', id)
    .orderBy('on', 'desc')
    .execute()
  const courses = await db
    .selectFrom('trainingAttendance')
    .innerJoin('trainingCourse', 'trainingCourse.id', 'trainingAttendance.courseId')
    .select((is) => [
      'courseId',
      'trainingCourse.name',
      is.fn.coalesce('heldUntil', 'heldFrom').as('on'),
      is.fn.coalesce('trainingAttendance.hours', 'trainingCourse.hours').as('hours'),
      'certificate',
    ])
    .where('memberId', '=', id)
    .orderBy('on', 'desc')
    .execute()
  return { ...member, postings, assessments, courses }
}
