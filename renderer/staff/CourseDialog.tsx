import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { CourseFields, topics, type Course } from '../../shared/staff/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { RecordDialog, type RecordGrid } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import { quarterNames } from './quarter-names.ts'

type Props = { course: Course | null; year: number; onClose: () => void }

const mostAttendances = 500
/** All who work in a library, or have. */
const mostPeople = 200

/** A course as it was planned, as it was held, and who came. */
export function CourseDialog({ course, year, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('staff.addCourse')
  const update = useCommand('staff.updateCourse')
  const number = (name: 'plannedPeople' | 'budget' | 'hours' | 'cost'): FieldSpec => ({
    kind: 'number',
    name,
    label: t(`staff.fields.${name}`),
  })
  const fields: FieldSpec[] = [
    { kind: 'text', name: 'name', label: t('staff.fields.courseName'), isRequired: true },
    {
      kind: 'choice',
      name: 'topic',
      label: t('staff.fields.topic'),
      options: topics.map((each) => ({ value: each, label: t(`staff.topics.${each}`) })),
    },
    { kind: 'text', name: 'organiser', label: t('staff.fields.organiser') },
    { kind: 'number', name: 'year', label: t('staff.fields.year'), isGrouped: false, isRequired: true },
    {
      kind: 'record',
      name: 'plannedQuarter',
      label: t('staff.fields.plannedQuarter'),
      options: quarterNames.map((quarter, at) => ({
        value: String(at + 1),
        label: t('staff.training.quarter', { quarter }),
      })),
      emptyLabel: '–',
    },
    number('plannedPeople'),
    number('budget'),
    { kind: 'date', name: 'heldFrom', label: t('staff.fields.heldFrom'), hint: t('staff.form.heldHint') },
    { kind: 'date', name: 'heldUntil', label: t('staff.fields.heldUntil') },
    number('hours'),
    number('cost'),
    {
      kind: 'text',
      name: 'evidence',
      label: t('staff.fields.evidence'),
      hint: t('staff.form.evidenceHint'),
    },
    { kind: 'area', name: 'note', label: t('staff.fields.note') },
  ]
  return (
    <RecordDialog
      title={t(course ? 'staff.training.edit' : 'staff.training.add')}
      formKey={`staff.training/${course?.id ?? 'new'}`}
      schema={CourseFields}
      start={course ? CourseFields.parse(course) : { ...blank, year }}
      fields={fields}
      grid={useAttendanceGrid()}
      save={(values) =>
        course ? update.run({ ...values, id: course.id, rev: course.rev }) : add.run(values)
      }
      command={course ? update : add}
      fieldByCode={{
        held_in_other_year: 'heldFrom',
        held_out_of_order: 'heldUntil',
        attended_not_held: 'heldFrom',
      }}
      onClose={onClose}
    />
  )
}

const blank: Omit<CourseFields, 'year'> = {
  name: '',
  topic: 'digital',
  organiser: '',
  plannedQuarter: null,
  plannedPeople: null,
  budget: null,
  heldFrom: null,
  heldUntil: null,
  hours: null,
  cost: null,
  evidence: '',
  note: '',
  attendances: [],
}

function useAttendanceGrid(): RecordGrid {
  const { t } = useTranslation()
  const people = useQuery('staff.people', { on: isoDateAt(Date.now()), state: 'all', limit: mostPeople })
    .value?.rows
  return useMemo(
    () => ({
      name: 'attendances',
      label: t('staff.form.attendances'),
      hint: t('staff.form.attendancesHint'),
      maxRows: mostAttendances,
      newRow: () => ({ id: '', memberId: '', people: '', hours: '', certificate: '', evidence: '' }),
      columns: [
        {
          key: 'memberId',
          kind: 'numberedChoice',
          label: t('staff.fields.memberId'),
          widthPx: 190,
          options: [
            { value: '', label: '' },
            ...(people ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
          ],
        },
        {
          key: 'people',
          kind: 'number',
          isWhole: true,
          label: t('staff.fields.unnamed'),
          widthPx: 110,
          align: 'end',
        },
        { key: 'hours', kind: 'number', label: t('staff.fields.hours'), widthPx: 70, align: 'end' },
        { key: 'certificate', kind: 'text', label: t('staff.fields.certificate'), widthPx: 160, grows: true },
        { key: 'evidence', kind: 'text', label: t('staff.fields.evidence'), widthPx: 160, grows: true },
      ],
    }),
    [t, people],
  )
}
