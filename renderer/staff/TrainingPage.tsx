import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { CourseFields, topics, type Course } from '../../shared/staff/contract.ts'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { CourseDialog } from './CourseDialog.tsx'
import { quarterNames } from './quarter-names.ts'
import { PlanDialog } from './PlanDialog.tsx'
import { StaffTabs } from './StaffTabs.tsx'

/** A year's plan of training beside what was done of it. */
export function TrainingPage() {
  const { t } = useTranslation()
  const can = useCan()
  const { search, narrow } = useAsOf()
  const [isPlan, setPlan] = useState(false)
  const thisYear = Number(isoDateAt(Date.now()).slice(0, 4))
  const year = Number(search.get('year')) || thisYear
  const topic = topics.find((each) => each === search.get('topic')) ?? null
  const asked = useQuery('staff.courses', { year, topic }, { keepsPrevious: true })
  const remove = useCommand('staff.removeCourse')
  const add = useCommand('staff.addCourse')
  const run = useJob('staff.exportCourses')
  const courses = asked.value?.courses ?? []
  const mayWrite = can('staff.write')
  return (
    <RegisterPage
      name="training"
      icon="calendar"
      words={{
        title: t('staff.training.title'),
        hint: t('staff.training.hint'),
        empty: t('staff.training.empty', { year }),
        nothingFound: t('staff.training.nothingFound'),
        add: t('staff.training.add'),
        removed: ({ name }: Course) => t('staff.training.removed', { name }),
      }}
      list={{
        rows: courses,
        failure: asked.failure,
        hasMore: false,
        more: () => undefined,
        isStarting: asked.isLoading,
      }}
      columns={useColumns()}
      isNarrowed={topic !== null}
      mayWrite={mayWrite}
      tabs={<StaffTabs />}
      tools={
        <>
          <ListExport run={run} onStart={(format) => void run.start({ year, format })} />
          {mayWrite && (
            <Button icon="file" onClick={() => setPlan(true)}>
              {t('staff.plan.open', { year })}
            </Button>
          )}
        </>
      }
      filters={
        <div className="as-of-bar no-print">
          <InlineSelect
            label={t('staff.fields.year')}
            value={String(year)}
            options={yearOptions(asked.value?.years ?? [], thisYear)}
            onChange={(chosen) => narrow({ year: chosen })}
          />
          <InlineSelect
            label={t('staff.fields.topic')}
            emptyLabel={t('staff.training.anyTopic')}
            value={topic ?? ''}
            options={topics.map((each) => ({ value: each, label: t(`staff.topics.${each}`) }))}
            onChange={(chosen) => narrow({ topic: chosen })}
          />
          <PlanState plan={asked.value?.plan ?? null} year={year} />
        </div>
      }
      dialog={(course, onClose) => (
        <CourseDialog key={course?.id} course={course} year={year} onClose={onClose} />
      )}
      removal={remove}
      onRemove={async (course) => {
        const answer = await remove.run({ id: course.id, rev: course.rev })
        const attendances = course.attendances.map((attendance) => ({ ...attendance, id: null }))
        return answer.ok ? () => add.run({ ...CourseFields.parse(course), attendances }) : null
      }}
      foot={<Totals courses={courses} />}
    >
      {isPlan && asked.value && (
        <PlanDialog plan={asked.value.plan} year={year} onClose={() => setPlan(false)} />
      )}
    </RegisterPage>
  )
}

function yearOptions(years: readonly number[], thisYear: number) {
  const offered = new Set([...years, thisYear + 1, thisYear, thisYear - 1])
  return [...offered].toSorted((a, b) => b - a).map((each) => ({ value: String(each), label: String(each) }))
}

type PlanOf = { decisionNumber: string; approvedOn: string | null } | null

function PlanState({ plan, year }: { plan: PlanOf; year: number }) {
  const { t } = useTranslation()
  if (!plan?.approvedOn) return <Chip icon="edit">{t('staff.plan.notApproved', { year })}</Chip>
  return (
    <Chip tone="good" icon="check">
      {t('staff.plan.approved', { number: plan.decisionNumber, on: displayDate(plan.approvedOn) })}
    </Chip>
  )
}

function Totals({ courses }: { courses: readonly Course[] }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const held = courses.filter(({ heldFrom }) => heldFrom !== null)
  const sum = (of: readonly Course[], value: (course: Course) => number | null) =>
    number(of.reduce((total, course) => total + (value(course) ?? 0), 0))
  return (
    <span>
      {t('staff.training.total', {
        courses: courses.length,
        held: held.length,
        planned: sum(courses, ({ plannedPeople }) => plannedPeople),
        people: sum(held, ({ people }) => people),
        budget: sum(courses, ({ budget }) => budget),
        cost: sum(held, ({ cost }) => cost),
      })}
    </span>
  )
}

function useColumns(): Column<Course>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(() => {
    const figure = (
      key: 'plannedPeople' | 'people' | 'hours' | 'budget' | 'cost',
      widthPx: number,
    ): Column<Course> => ({
      key,
      label: t(`staff.fields.${key}`),
      widthPx,
      align: 'end',
      cell: (course) => {
        const value = key === 'people' && course.heldFrom === null ? null : course[key]
        return value === null ? '' : number(value)
      },
    })
    return [
      {
        key: 'name',
        label: t('staff.fields.courseName'),
        widthPx: 180,
        grows: true,
        cell: ({ name }) => name,
      },
      {
        key: 'topic',
        label: t('staff.fields.topic'),
        widthPx: 150,
        grows: true,
        cell: ({ topic }) => t(`staff.topics.${topic}`),
      },
      {
        key: 'plannedQuarter',
        label: t('staff.fields.plannedQuarter'),
        widthPx: 80,
        cell: ({ plannedQuarter }) =>
          plannedQuarter === null
            ? ''
            : t('staff.training.quarter', { quarter: quarterNames[plannedQuarter - 1] }),
      },
      figure('plannedPeople', 152),
      figure('people', 84),
      figure('hours', 66),
      figure('budget', 136),
      figure('cost', 120),
      {
        key: 'state',
        label: t('staff.fields.state'),
        widthPx: 130,
        cell: ({ heldFrom, heldUntil }) =>
          heldFrom === null ? (
            <Chip icon="calendar">{t('staff.training.planned')}</Chip>
          ) : (
            <Chip tone="good" icon="check">
              {displayDate(heldUntil ?? heldFrom)}
            </Chip>
          ),
      },
    ]
  }, [t, number])
}
