import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { moneySources } from '../../shared/activities/contract.ts'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { allocationPurposes, type Allocation } from '../../shared/plans/contract.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { AllocationDialog } from './AllocationDialog.tsx'
import { PlansTabs } from './PlansTabs.tsx'
import { useListWords } from './use-list-words.ts'
import { yearsAround } from './years.ts'

const nameOf = ({ name }: Allocation) => name

/** Money given for a year, and what was spent of it by a day. */
export function AllocationListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const { on, search, narrow } = asOf
  const year = Number(search.get('year')) || null
  const source = moneySources.find((each) => each === search.get('source')) ?? null
  const purpose = allocationPurposes.find((each) => each === search.get('purpose')) ?? null
  const filters = { text, on, year, source, purpose }
  const list = usePages('plans.allocations', filters)
  const remove = useCommand('plans.removeAllocation')
  const restore = useCommand('plans.restoreAllocation')
  const run = useJob('plans.exportList')
  const total = list.firstPage?.total
  const isNarrowed = text !== '' || [year, source, purpose].some((each) => each !== null)
  return (
    <RegisterPage
      name="allocations"
      icon="stack"
      words={useListWords('allocations', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={isNarrowed || !asOf.isToday}
      mayWrite={can('plans.write')}
      tabs={<PlansTabs />}
      tools={
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'allocations', filters }, format })}
        />
      }
      filters={
        <AsOfBar asOf={asOf} searchLabel={t('plans.lists.allocations.search')} text={text} onText={setText}>
          <InlineSelect
            label={t('plans.fields.year')}
            emptyLabel={t('plans.list.anyYear')}
            value={year === null ? '' : String(year)}
            options={yearsAround(isoDateAt(Date.now()))}
            onChange={(value) => narrow({ year: value })}
          />
          <InlineSelect
            label={t('plans.fields.source')}
            emptyLabel={t('plans.list.anySource')}
            value={source ?? ''}
            options={moneySources.map((each) => ({
              value: each,
              label: t(`activities.moneySources.${each}`),
            }))}
            onChange={(value) => narrow({ source: value })}
          />
          <InlineSelect
            label={t('plans.fields.purpose')}
            emptyLabel={t('plans.list.anyPurpose')}
            value={purpose ?? ''}
            options={allocationPurposes.map((each) => ({ value: each, label: t(`plans.purposes.${each}`) }))}
            onChange={(value) => narrow({ purpose: value })}
          />
        </AsOfBar>
      }
      dialog={(allocation, onClose) => (
        <AllocationDialog key={allocation?.id} allocation={allocation} onClose={onClose} />
      )}
      removal={remove}
      onRemove={async ({ id, rev }) => {
        const answer = await remove.run({ id, rev })
        return answer.ok ? () => restore.run({ id }) : null
      }}
      foot={
        total && (
          <span>
            {total.percent === null
              ? t('plans.list.moneyTotalNone')
              : t('plans.list.moneyTotal', {
                  amount: number(total.amount),
                  spent: number(total.spent),
                  percent: number(total.percent),
                })}
          </span>
        )
      }
    />
  )
}

function useColumns(): Column<Allocation>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('plans.fields.allocationName'),
        widthPx: 200,
        grows: true,
        cell: ({ name }) => <span title={name}>{name}</span>,
      },
      { key: 'year', label: t('plans.fields.year'), widthPx: 64, cell: ({ year }) => year },
      {
        key: 'source',
        label: t('plans.fields.source'),
        widthPx: 136,
        cell: ({ source }) => t(`activities.moneySources.${source}`),
      },
      {
        key: 'purpose',
        label: t('plans.fields.purpose'),
        widthPx: 108,
        cell: ({ purpose }) => t(`plans.purposes.${purpose}`),
      },
      {
        key: 'documentNumber',
        label: t('plans.fields.documentNumber'),
        widthPx: 128,
        cell: ({ documentNumber }) => documentNumber,
      },
      {
        key: 'allocatedOn',
        label: t('plans.fields.allocatedOn'),
        widthPx: 112,
        cell: ({ allocatedOn }) => displayDate(allocatedOn),
      },
      {
        key: 'amount',
        label: t('plans.fields.amount'),
        widthPx: 124,
        align: 'end',
        cell: ({ amount }) => number(amount),
      },
      {
        key: 'spent',
        label: t('plans.fields.spent'),
        widthPx: 152,
        align: 'end',
        cell: ({ spent, amount }) => (spent > amount ? <strong>{number(spent)}</strong> : number(spent)),
      },
      {
        key: 'percent',
        label: t('plans.fields.percent'),
        widthPx: 84,
        align: 'end',
        cell: ({ percent }) => (percent === null ? '' : number(percent)),
      },
    ],
    [t, number],
  )
}
