import { sql, type Kysely } from 'kysely'
import { oneOf, strictTable } from './helpers.ts'

const qualifications = ['doctorate', 'master', 'bachelor', 'college', 'intermediate', 'other']

export async function createStaff(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'staffMember')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('name', 'text', (column) => column.notNull())
    /** By the given name, as lists of people are. */
    .addColumn('sortKey', 'text', (column) => column.notNull())
    .addColumn('startsOn', 'text', (column) => column.notNull())
    /** The first day on which the person no longer works here. */
    .addColumn('endsOn', 'text', (column) => column.check(sql`endsOn > startsOn`))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await strictTable(db, 'staffPosting')
    .addColumn('memberId', 'integer', (column) => column.notNull().references('staffMember.id'))
    .addColumn('fromOn', 'text', (column) => column.notNull())
    .addColumn('qualification', 'text', (column) =>
      column.notNull().check(oneOf('qualification', qualifications)),
    )
    .addColumn('speciality', 'text', (column) =>
      column.notNull().check(oneOf('speciality', ['library', 'technology', 'other'])),
    )
    .addColumn('post', 'text', (column) => column.notNull())
    .addColumn('contract', 'text', (column) =>
      column.notNull().check(oneOf('contract', ['official', 'contract', 'other'])),
    )
    .addColumn('workload', 'text', (column) => column.notNull().check(oneOf('workload', ['full', 'part'])))
    .addColumn('siteId', 'integer', (column) => column.references('site.id'))
    .addUniqueConstraint('staffPostingOnce', ['memberId', 'fromOn'])
    .execute()
  await strictTable(db, 'staffAssessment')
    .addColumn('memberId', 'integer', (column) => column.notNull().references('staffMember.id'))
    .addColumn('on', 'text', (column) => column.notNull())
    .addColumn('level', 'integer', (column) => column.notNull().check(sql`level >= 1`))
    .addColumn('manner', 'text', (column) =>
      column.notNull().check(oneOf('manner', ['self', 'manager', 'test'])),
    )
    .addUniqueConstraint('staffAssessmentOnce', ['memberId', 'on'])
    .execute()
}

export async function createHeadcount(db: Kysely<unknown>): Promise<void> {
  const counted = (name: string) => sql`${sql.ref(name)} >= 0`
  await strictTable(db, 'staffHeadcount')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    /** From this day on people are counted by this table and not by their names. */
    .addColumn('fromOn', 'text', (column) => column.notNull().unique())
    .addColumn('untilOn', 'text', (column) => column.check(sql`untilOn > fromOn`))
    .addColumn('digitallyTrained', 'integer', (column) => column.check(counted('digitallyTrained')))
    .addColumn('retrained', 'integer', (column) => column.check(counted('retrained')))
    .addColumn('digitallySkilled', 'integer', (column) => column.check(counted('digitallySkilled')))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await strictTable(db, 'staffHeadcountRow')
    .addColumn('headcountId', 'integer', (column) => column.notNull().references('staffHeadcount.id'))
    .addColumn('qualification', 'text', (column) =>
      column.notNull().check(oneOf('qualification', qualifications)),
    )
    .addColumn('post', 'text', (column) => column.notNull())
    .addColumn('people', 'integer', (column) => column.notNull().check(sql`people >= 0`))
    .addUniqueConstraint('staffHeadcountRowOnce', ['headcountId', 'qualification', 'post'])
    .execute()
}

export async function createTraining(db: Kysely<unknown>): Promise<void> {
  await strictTable(db, 'trainingPlan')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('year', 'integer', (column) => column.notNull().unique())
    .addColumn('decisionNumber', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('approvedOn', 'text')
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await strictTable(db, 'trainingCourse')
    .addColumn('rev', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) =>
      column
        .notNull()
        .check(
          oneOf('topic', [
            'digital',
            'digitization',
            'profession',
            'service',
            'management',
            'language',
            'other',
          ]),
        ),
    )
    .addColumn('organiser', 'text', (column) => column.notNull())
    .addColumn('plannedQuarter', 'integer', (column) => column.check(sql`plannedQuarter between 1 and 4`))
    .addColumn('plannedPeople', 'integer', (column) => column.check(sql`plannedPeople >= 0`))
    .addColumn('budget', 'integer', (column) => column.check(sql`budget >= 0`))
    .addColumn('heldFrom', 'text')
    .addColumn('heldUntil', 'text', (column) => column.check(sql`heldUntil >= heldFrom`))
    .addColumn('hours', 'real', (column) => column.check(sql`hours >= 0`))
    .addColumn('cost', 'integer', (column) => column.check(sql`cost >= 0`))
    .addColumn('evidence', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addCheckConstraint('heldInOrder', sql`heldFrom is not null or heldUntil is null`)
    .execute()
  await db.schema.createIndex('trainingCourseByYear').on('trainingCourse').columns(['year', 'id']).execute()
  await strictTable(db, 'trainingAttendance')
    .addColumn('courseId', 'integer', (column) => column.notNull().references('trainingCourse.id'))
    /** Null where only so many are known, without names. */
    .addColumn('memberId', 'integer', (column) => column.references('staffMember.id'))
    .addColumn('people', 'integer', (column) => column.notNull().check(sql`people >= 1`))
    .addColumn('hours', 'real', (column) => column.check(sql`hours >= 0`))
    .addColumn('certificate', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('evidence', 'text', (column) => column.notNull().defaultTo(''))
    .addCheckConstraint('onePersonOnce', sql`memberId is null or people = 1`)
    .addUniqueConstraint('trainingAttendanceOnce', ['courseId', 'memberId'])
    .execute()
  await db.schema
    .createIndex('trainingAttendanceByMember')
    .on('trainingAttendance')
    .column('memberId')
    .execute()
}
