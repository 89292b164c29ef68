import { useTranslation } from 'react-i18next'
import { moneySources } from '../../shared/activities/contract.ts'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { AllocationFields, allocationPurposes, type Allocation } from '../../shared/plans/contract.ts'
import { useCommand } from '../app/operations.ts'
import { RecordDialog, type RecordGrid } from '../app/RecordDialog.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'

type Props = { allocation: Allocation | null; onClose: () => void }

const asks = ['spent_over_allocation'] as const

export function AllocationDialog({ allocation, onClose }: Props) {
  const { t } = useTranslation()
  const add = useCommand('plans.addAllocation')
  const update = useCommand('plans.updateAllocation')
  return (
    <RecordDialog
      title={t(allocation ? 'plans.lists.allocations.edit' : 'plans.lists.allocations.add')}
      formKey={`plans.allocations/${allocation?.id ?? 'new'}`}
      schema={AllocationFields}
      start={allocation ? AllocationFields.parse(allocation) : blankAllocation()}
      fields={useFields()}
      grid={useSpendingGrid()}
      asks={asks}
      save={(values, accepted) =>
        allocation
          ? update.run({ ...values, id: allocation.id, rev: allocation.rev, accepted })
          : add.run({ ...values, accepted })
      }
      command={allocation ? update : add}
      fieldByCode={{ allocated_in_future: 'allocatedOn' }}
      onClose={onClose}
    />
  )
}

function blankAllocation() {
  const today = isoDateAt(Date.now())
  const year = Number(today.slice(0, 4))
  return {
    ...AllocationFields.parse({ name: '–', year, allocatedOn: today, amount: 1 }),
    name: '',
    amount: null,
  }
}

function useFields(): FieldSpec[] {
  const { t } = useTranslation()
  return [
    {
      kind: 'text',
      name: 'name',
      label: t('plans.fields.allocationName'),
      isRequired: true,
      isWide: true,
    },
    { kind: 'number', name: 'year', label: t('plans.fields.year'), isGrouped: false, isRequired: true },
    { kind: 'number', name: 'amount', label: t('plans.fields.amount'), isRequired: true },
    {
      kind: 'choice',
      name: 'source',
      label: t('plans.fields.source'),
      options: moneySources.map((each) => ({ value: each, label: t(`activities.moneySources.${each}`) })),
    },
    {
      kind: 'choice',
      name: 'purpose',
      label: t('plans.fields.purpose'),
      options: allocationPurposes.map((each) => ({ value: each, label: t(`plans.purposes.${each}`) })),
    },
    { kind: 'text', name: 'documentNumber', label: t('plans.fields.documentNumber') },
    { kind: 'date', name: 'allocatedOn', label: t('plans.fields.allocatedOn'), isRequired: true },
    { kind: 'area', name: 'note', label: t('plans.fields.note') },
  ]
}

const mostSpendings = 500

function useSpendingGrid(): RecordGrid {
  const { t } = useTranslation()
  return {
    name: 'disbursements',
    label: t('plans.form.disbursements'),
    hint: t('plans.form.disbursementsHint'),
    maxRows: mostSpendings,
    newRow: () => ({
      id: '',
      on: displayDate(isoDateAt(Date.now())),
      amount: '',
      documentNumber: '',
      note: '',
    }),
    columns: [
      {
        key: 'on',
        kind: 'date',
        label: t('plans.fields.on'),
        widthPx: 110,
        isRequired: true,
        isUsual: true,
      },
      {
        key: 'amount',
        kind: 'number',
        isWhole: true,
        label: t('plans.fields.amount'),
        widthPx: 160,
        align: 'end',
        isRequired: true,
      },
      { key: 'documentNumber', kind: 'text', label: t('plans.fields.documentNumber'), widthPx: 160 },
      { key: 'note', kind: 'text', label: t('plans.fields.note'), widthPx: 200, grows: true },
    ],
  }
}
