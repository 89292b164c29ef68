import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import {
  contractKinds,
  MemberFields,
  qualifications,
  specialities,
  workloads,
  type Member,
} from '../../shared/staff/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { RecordDialog, type RecordGrid } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'

type Props = { member: Member | null; onClose: () => void }

const mostPostings = 60

/** A person, and what held of them from which day on. */
export function MemberDialog({ member, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('staff.addMember')
  const update = useCommand('staff.updateMember')
  const today = isoDateAt(Date.now())
  const fields: FieldSpec[] = [
    {
      kind: 'text',
      name: 'name',
      label: t('staff.fields.name'),
      hint: t('staff.form.nameHint'),
      isRequired: true,
    },
    { kind: 'date', name: 'startsOn', label: t('staff.fields.startsOn'), isRequired: true },
    { kind: 'date', name: 'endsOn', label: t('staff.fields.endsOn'), hint: t('staff.form.endHint') },
    { kind: 'area', name: 'note', label: t('staff.fields.note') },
  ]
  return (
    <RecordDialog
      title={t(member ? 'staff.form.edit' : 'staff.people.add')}
      formKey={`staff.people/${member?.id ?? 'new'}`}
      schema={MemberFields}
      start={
        member
          ? MemberFields.parse(member)
          : { name: '', startsOn: today, endsOn: null, note: '', postings: [] }
      }
      fields={fields}
      grid={usePostingGrid(today)}
      save={(values) =>
        member ? update.run({ ...values, id: member.id, rev: member.rev }) : add.run(values)
      }
      command={member ? update : add}
      fieldByCode={{ end_before_start: 'endsOn' }}
      onClose={onClose}
    />
  )
}

function usePostingGrid(today: string): RecordGrid {
  const { t } = useTranslation()
  const sites = useQuery('copies.sites', {}).value
  return useMemo(() => {
    const choice = (
      key: string,
      label: string,
      widthPx: number,
      options: { value: string; label: string }[],
    ) => ({
      key,
      kind: 'choice' as const,
      label,
      widthPx,
      options,
    })
    return {
      name: 'postings',
      label: t('staff.form.postings'),
      hint: t('staff.form.postingsHint'),
      maxRows: mostPostings,
      newRow: () => ({
        id: '',
        fromOn: displayDate(today),
        post: '',
        qualification: 'bachelor',
        speciality: 'library',
        contract: 'official',
        workload: 'full',
        siteId: '',
      }),
      columns: [
        { key: 'fromOn', kind: 'date', label: t('staff.fields.fromOn'), widthPx: 98, isRequired: true },
        { key: 'post', kind: 'text', label: t('staff.fields.post'), widthPx: 118, grows: true },
        choice(
          'qualification',
          t('staff.fields.qualification'),
          96,
          qualifications.map((each) => ({ value: each, label: t(`staff.qualifications.${each}`) })),
        ),
        choice(
          'speciality',
          t('staff.fields.speciality'),
          128,
          specialities.map((each) => ({ value: each, label: t(`staff.specialities.${each}`) })),
        ),
        choice(
          'contract',
          t('staff.fields.contract'),
          98,
          contractKinds.map((each) => ({ value: each, label: t(`staff.contracts.${each}`) })),
        ),
        choice(
          'workload',
          t('staff.fields.workload'),
          112,
          workloads.map((each) => ({ value: each, label: t(`staff.workloads.${each}`) })),
        ),
        {
          key: 'siteId',
          kind: 'numberedChoice',
          label: t('staff.fields.siteId'),
          widthPx: 108,
          options: [
            { value: '', label: '' },
            ...(sites ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
          ],
        },
      ],
    }
  }, [t, sites, today])
}
