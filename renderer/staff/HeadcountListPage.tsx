import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { HeadcountFields, qualifications, type Headcount } from '../../shared/staff/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RecordDialog, type RecordGrid } from '../app/RecordDialog.tsx'
import { RegisterPage } from '../app/RegisterPage.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { StaffTabs } from './StaffTabs.tsx'

const mostRows = 200

/** People as numbers, for a library that keeps no names. */
export function HeadcountListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const asked = useQuery('staff.headcounts', {})
  const remove = useCommand('staff.removeHeadcount')
  const add = useCommand('staff.addHeadcount')
  return (
    <RegisterPage
      name="headcounts"
      icon="badge"
      words={{
        title: t('staff.headcount.list'),
        hint: t('staff.headcount.hint'),
        empty: t('staff.headcount.empty'),
        nothingFound: t('staff.headcount.empty'),
        add: t('staff.headcount.add'),
        removed: ({ fromOn }: Headcount) => t('staff.headcount.removed', { on: displayDate(fromOn) }),
      }}
      list={{
        rows: asked.value ?? [],
        failure: asked.failure,
        hasMore: false,
        more: () => undefined,
        isStarting: asked.isLoading,
      }}
      columns={useColumns()}
      isNarrowed={false}
      mayWrite={can('staff.write')}
      tabs={<StaffTabs />}
      filters={null}
      dialog={(headcount, onClose) => (
        <HeadcountDialog key={headcount?.id} headcount={headcount} onClose={onClose} />
      )}
      removal={remove}
      onRemove={async (headcount) => {
        const answer = await remove.run({ id: headcount.id, rev: headcount.rev })
        const rows = headcount.rows.map((row) => ({ ...row, id: null }))
        return answer.ok ? () => add.run({ ...HeadcountFields.parse(headcount), rows }) : null
      }}
    />
  )
}

type DialogProps = { headcount: Headcount | null; onClose: () => void }

function HeadcountDialog({ headcount, onClose }: DialogProps) {
  const { t } = useTranslation()
  const add = useCommand('staff.addHeadcount')
  const update = useCommand('staff.updateHeadcount')
  const part = (name: 'digitallyTrained' | 'retrained' | 'digitallySkilled'): FieldSpec => ({
    kind: 'number',
    name,
    label: t(`staff.fields.${name}`),
    hint: t('staff.headcount.partHint'),
  })
  const fields: FieldSpec[] = [
    { kind: 'date', name: 'fromOn', label: t('staff.headcount.fromOn'), isRequired: true },
    {
      kind: 'date',
      name: 'untilOn',
      label: t('staff.headcount.untilOn'),
      hint: t('staff.headcount.untilHint'),
    },
    part('digitallyTrained'),
    part('retrained'),
    part('digitallySkilled'),
    { kind: 'area', name: 'note', label: t('staff.fields.note') },
  ]
  return (
    <RecordDialog
      title={t(headcount ? 'staff.headcount.edit' : 'staff.headcount.add')}
      formKey={`staff.headcounts/${headcount?.id ?? 'new'}`}
      schema={HeadcountFields}
      start={headcount ? HeadcountFields.parse(headcount) : { ...blank, fromOn: isoDateAt(Date.now()) }}
      fields={fields}
      grid={useRowGrid()}
      save={(values) =>
        headcount ? update.run({ ...values, id: headcount.id, rev: headcount.rev }) : add.run(values)
      }
      command={headcount ? update : add}
      fieldByCode={{
        headcount_twice: 'fromOn',
        headcount_end_first: 'untilOn',
        more_than_people: 'retrained',
      }}
      onClose={onClose}
    />
  )
}

const blank: Omit<HeadcountFields, 'fromOn'> = {
  untilOn: null,
  digitallyTrained: null,
  retrained: null,
  digitallySkilled: null,
  note: '',
  rows: [],
}

function useRowGrid(): RecordGrid {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      name: 'rows',
      label: t('staff.headcount.rows'),
      maxRows: mostRows,
      newRow: () => ({ id: '', qualification: 'bachelor', post: '', people: '' }),
      columns: [
        {
          key: 'qualification',
          kind: 'choice',
          label: t('staff.fields.qualification'),
          widthPx: 150,
          options: qualifications.map((each) => ({ value: each, label: t(`staff.qualifications.${each}`) })),
        },
        { key: 'post', kind: 'text', label: t('staff.fields.post'), widthPx: 220, grows: true },
        {
          key: 'people',
          kind: 'number',
          isWhole: true,
          label: t('staff.fields.people'),
          widthPx: 110,
          align: 'end',
          isRequired: true,
        },
      ],
    }),
    [t],
  )
}

function useColumns(): Column<Headcount>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(() => {
    const part = (key: 'digitallyTrained' | 'retrained' | 'digitallySkilled'): Column<Headcount> => ({
      key,
      label: t(`staff.fields.${key}`),
      widthPx: 170,
      align: 'end',
      cell: ({ [key]: value }) => (value === null ? t('staff.summary.unknown') : number(value)),
    })
    return [
      {
        key: 'fromOn',
        label: t('staff.headcount.fromOn'),
        widthPx: 150,
        cell: ({ fromOn }) => displayDate(fromOn),
      },
      {
        key: 'untilOn',
        label: t('staff.headcount.untilOn'),
        widthPx: 170,
        cell: ({ untilOn }) => (untilOn === null ? t('staff.headcount.untilNext') : displayDate(untilOn)),
      },
      {
        key: 'people',
        label: t('staff.fields.people'),
        widthPx: 100,
        align: 'end',
        cell: ({ people }) => number(people),
      },
      ...(['digitallyTrained', 'retrained', 'digitallySkilled'] as const).map(part),
      { key: 'note', label: t('staff.fields.note'), widthPx: 200, grows: true, cell: ({ note }) => note },
    ]
  }, [t, number])
}
