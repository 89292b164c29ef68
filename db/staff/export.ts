import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Course, MemberRow } from '../../shared/staff/contract.ts'
import type { JobHandler } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { libraryWords } from '../words.ts'
import { findPeople } from './people-reading.ts'
import { readRule } from './rule.ts'
import { readCourses } from './training.ts'

export const exportPeople: JobHandler<SpecOf<'staff.exportPeople'>, never> = {
  async run({ filters, format }, { db, progress, offerFile }) {
    progress(0, null)
    const t = await libraryWords(db)
    const { skillLevels } = await readRule(db)
    const people = await findPeople(db, filters)
    const levelName = (level: number | null) => (level === null ? '' : (skillLevels[level - 1]?.name ?? ''))
    const list = await openList(format, peopleColumns(t, levelName), t('staff.tabs.people'))
    list.add(people)
    progress(people.length, people.length)
    return {
      file: await offerFile(`nhan-luc-${filters.on}.${format}`, await list.finish()),
      rows: people.length,
    }
  },
}

export const exportCourses: JobHandler<SpecOf<'staff.exportCourses'>, never> = {
  async run({ year, format }, { db, progress, offerFile }) {
    progress(0, null)
    const t = await libraryWords(db)
    const courses = await readCourses(db, { year })
    const list = await openList(format, courseColumns(t), t('staff.tabs.training'))
    list.add(courses)
    progress(courses.length, courses.length)
    return { file: await offerFile(`dao-tao-${year}.${format}`, await list.finish()), rows: courses.length }
  },
}

const day = (on: string | null): string => (on === null ? '' : displayDate(on))

function peopleColumns(t: TFunction, levelName: (level: number | null) => string): ListColumn<MemberRow>[] {
  return [
    { head: t('staff.fields.name'), width: 30, value: ({ name }) => name },
    { head: t('staff.fields.post'), width: 26, value: ({ post }) => post },
    {
      head: t('staff.fields.qualification'),
      width: 18,
      value: ({ qualification }) => t(`staff.qualifications.${qualification}`),
    },
    {
      head: t('staff.fields.speciality'),
      width: 20,
      value: ({ speciality }) => t(`staff.specialities.${speciality}`),
    },
    {
      head: t('staff.fields.contract'),
      width: 20,
      value: ({ contract }) => t(`staff.contracts.${contract}`),
    },
    {
      head: t('staff.fields.workload'),
      width: 16,
      value: ({ workload }) => t(`staff.workloads.${workload}`),
    },
    { head: t('staff.fields.siteId'), width: 26, value: ({ siteName }) => siteName },
    { head: t('staff.fields.startsOn'), width: 13, value: ({ startsOn }) => day(startsOn) },
    { head: t('staff.fields.endsOn'), width: 13, value: ({ endsOn }) => day(endsOn) },
    { head: t('staff.fields.level'), width: 22, value: ({ level }) => levelName(level) },
    { head: t('staff.fields.digitalCourses'), width: 12, value: ({ digitalCourses }) => digitalCourses },
  ]
}

function courseColumns(t: TFunction): ListColumn<Course>[] {
  return [
    { head: t('staff.fields.courseName'), width: 44, value: ({ name }) => name },
    { head: t('staff.fields.topic'), width: 24, value: ({ topic }) => t(`staff.topics.${topic}`) },
    { head: t('staff.fields.organiser'), width: 26, value: ({ organiser }) => organiser },
    { head: t('staff.fields.plannedQuarter'), width: 10, value: ({ plannedQuarter }) => plannedQuarter },
    { head: t('staff.fields.plannedPeople'), width: 10, value: ({ plannedPeople }) => plannedPeople },
    {
      head: t('staff.fields.people'),
      width: 10,
      value: ({ heldFrom, people }) => (heldFrom === null ? null : people),
    },
    { head: t('staff.fields.heldFrom'), width: 13, value: ({ heldFrom }) => day(heldFrom) },
    { head: t('staff.fields.heldUntil'), width: 13, value: ({ heldUntil }) => day(heldUntil) },
    { head: t('staff.fields.hours'), width: 10, value: ({ hours }) => hours },
    { head: t('staff.fields.budget'), width: 16, value: ({ budget }) => budget },
    { head: t('staff.fields.cost'), width: 16, value: ({ cost }) => cost },
    { head: t('staff.fields.note'), width: 40, value: ({ note }) => note },
  ]
}
