import type { Course, CourseFields } from '../../shared/staff/contract.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import {
  deleteRows,
  insertRow,
  isCurrent,
  rewriteRows,
  savePartRows,
  touchRows,
  updateRow,
} from '../plain-rows.ts'

export const trainingQueries: Pick<QueriesOf<'staff'>, 'courses'> = {
  async courses({ year, topic }, { db }) {
    const plan = await db.selectFrom('trainingPlan').selectAll().where('year', '=', year).executeTakeFirst()
    const courses = await readCourses(db, { year })
    const years = await db.selectFrom('trainingCourse').select('year').distinct().execute()
    return {
      plan: plan ?? null,
      courses: courses.filter((course) => topic === null || course.topic === topic),
      years: [...new Set([...years.map((row) => row.year), year])].toSorted((a, b) => b - a),
    }
  },
}

type TrainingCommand = 'savePlan' | 'addCourse' | 'updateCourse' | 'removeCourse'

export const trainingCommands: Pick<CommandsOf<'staff'>, TrainingCommand> = {
  async savePlan(fields, { db, fail, today }) {
    if (fields.approvedOn !== null && fields.approvedOn > today) fail('in_future')
    const plan = await db
      .selectFrom('trainingPlan')
      .select(['id', 'rev'])
      .where('year', '=', fields.year)
      .executeTakeFirst()
    if (!plan) return { ...fields, id: await insertRow(db, 'trainingPlan', fields), rev: 1 }
    await updateRow(db, 'trainingPlan', { ...plan, values: fields })
    return { ...fields, id: plan.id, rev: plan.rev + 1 }
  },

  async addCourse(fields, { db, fail }) {
    await checkCourse(db, fields, fail)
    const { attendances: _, ...row } = fields
    return saved(db, await insertRow(db, 'trainingCourse', row), fields)
  },

  async updateCourse({ id, rev, ...fields }, { db, fail }) {
    const before = (await readCourses(db, { id }))[0] ?? fail('course_not_found', { id })
    if (before.rev !== rev) fail('stale', { id, rev: before.rev })
    await checkCourse(db, fields, fail)
    const { attendances: _, ...values } = fields
    // Who attended counts in another quarter, or for another topic, from now on.
    const isMoved = (['heldFrom', 'heldUntil', 'topic'] as const).some(
      (name) => before[name] !== fields[name],
    )
    if (isMoved) await rewriteRows(db, 'trainingAttendance', 'courseId', id)
    await touchRows(db, 'staffMember', await namedIn(db, id))
    await updateRow(db, 'trainingCourse', { id, rev, values })
    return saved(db, id, fields)
  },

  async removeCourse({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'trainingCourse', { id, rev }, fail))) fail('course_not_found', { id })
    await touchRows(db, 'staffMember', await namedIn(db, id))
    await deleteRows(db, 'trainingAttendance', 'courseId', id)
    await deleteRows(db, 'trainingCourse', 'id', id)
    return { id }
  },
}

async function saved(db: Writer, id: number, { attendances }: CourseFields): Promise<Course> {
  await savePartRows(db, 'trainingAttendance', {
    owner: ['courseId', id],
    key: ['memberId'],
    rows: attendances,
  })
  await touchRows(db, 'staffMember', await namedIn(db, id))
  const [course] = await readCourses(db, { id })
  if (!course) throw new Error('a course that was just written is not there')
  return course
}

async function namedIn(db: Reader, courseId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('trainingAttendance')
    .select('memberId')
    .where('courseId', '=', courseId)
    .execute()
  return rows.flatMap(({ memberId }) => memberId ?? [])
}

type Wrong =
  | 'held_in_other_year'
  | 'held_out_of_order'
  | 'attended_not_held'
  | 'member_not_found'
  | 'member_twice'
  | 'many_under_one_name'

async function checkCourse(db: Reader, fields: CourseFields, fail: Fail<Wrong>): Promise<void> {
  const { year, heldFrom, heldUntil, attendances } = fields
  const ended = heldUntil ?? heldFrom
  if (heldUntil !== null && (heldFrom === null || heldUntil < heldFrom)) fail('held_out_of_order')
  if (ended !== null && Number(ended.slice(0, 4)) !== year) fail('held_in_other_year', { year })
  if (attendances.length > 0 && heldFrom === null) fail('attended_not_held')
  const named = attendances.flatMap(({ memberId }) => memberId ?? [])
  const second = named.findIndex((id, at) => named.indexOf(id) < at)
  if (second >= 0) fail('member_twice')
  const crowd = attendances.findIndex(({ memberId, people }) => memberId !== null && people !== 1)
  if (crowd >= 0) fail('many_under_one_name', { row: crowd + 1 })
  const known = await db.selectFrom('staffMember').select('id').where('id', 'in', named).execute()
  const stranger = named.find((id) => !known.some((member) => member.id === id))
  if (stranger !== undefined) fail('member_not_found', { id: stranger })
}

/** By what they are called in the plan: quarter, then the order of entry. */
export async function readCourses(db: Reader, wanted: { year: number } | { id: number }): Promise<Course[]> {
  const [column, value] = 'year' in wanted ? (['year', wanted.year] as const) : (['id', wanted.id] as const)
  const courses = await db
    .selectFrom('trainingCourse')
    .selectAll()
    .where(column, '=', value)
    .orderBy('plannedQuarter')
    .orderBy('id')
    .execute()
  const attendances = await db
    .selectFrom('trainingAttendance')
    .selectAll()
    .where(
      'courseId',
      'in',
      courses.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  const byCourse = Map.groupBy(attendances, ({ courseId }) => courseId)
  return courses.map((course) => {
    const own = (byCourse.get(course.id) ?? []).map(({ courseId: _, ...attendance }) => attendance)
    return { ...course, attendances: own, people: own.reduce((sum, { people }) => sum + people, 0) }
  })
}
