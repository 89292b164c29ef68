import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import {
  ConditionFields,
  conditionKinds,
  conditionMeasures,
  type Condition,
  type ConditionFilters,
} from '../../shared/network/contract.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import type { Option } from '../ui/Select.tsx'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { NetworkTabs } from './NetworkTabs.tsx'
import { useListWords } from './use-list-words.ts'

function useKinds(): Option[] {
  const { t } = useTranslation()
  return conditionKinds.map((kind) => ({ value: kind, label: t(`network.conditionKinds.${kind}`) }))
}

/** What is asked of libraries and points, by which rule, from which day on. */
export function ConditionListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const { search, on, withPast, narrow } = asOf
  const kind = conditionKinds.find((each) => each === search.get('kind')) ?? null
  const filters: ConditionFilters = { text, on, withPast, kind }
  const list = usePages('network.conditions', filters)
  const remove = useCommand('network.removeCondition')
  const add = useCommand('network.addCondition')
  const run = useJob('network.exportList')
  const nameOf = useMemo(
    () => (row: Condition) =>
      `${t(`network.conditionKinds.${row.kind}`)}: ${t(`network.measures.${row.measure}`)}`,
    [t],
  )
  return (
    <RegisterPage
      name="conditions"
      icon="target"
      words={useListWords('conditions', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={text !== '' || kind !== null || !asOf.isToday}
      mayWrite={can('network.write')}
      tabs={<NetworkTabs />}
      tools={
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'conditions', filters }, format })}
        />
      }
      filters={
        <AsOfBar
          asOf={asOf}
          searchLabel={t('network.lists.conditions.search')}
          text={text}
          onText={setText}
          pastLabel={t('network.list.withFormer')}
        >
          <InlineSelect
            label={t('network.fields.conditionKind')}
            emptyLabel={t('network.list.anyKind')}
            value={kind ?? ''}
            options={useKinds()}
            onChange={(value) => narrow({ kind: value })}
          />
        </AsOfBar>
      }
      dialog={(condition, onClose) => (
        <ConditionDialog key={condition?.id} condition={condition} onClose={onClose} />
      )}
      removal={remove}
      onRemove={async (condition) => {
        const answer = await remove.run({ id: condition.id, rev: condition.rev })
        return answer.ok ? () => add.run(ConditionFields.parse(condition)) : null
      }}
    />
  )
}

type DialogProps = { condition: Condition | null; onClose: () => void }

function ConditionDialog({ condition, onClose }: DialogProps) {
  const { t } = useTranslation()
  const add = useCommand('network.addCondition')
  const update = useCommand('network.updateCondition')
  const kinds = useKinds()
  const blank = { kind: 'commune', measure: 'copies', fromOn: isoDateAt(Date.now()), least: null, basis: '' }
  return (
    <RecordDialog
      title={t(condition ? 'network.lists.conditions.edit' : 'network.lists.conditions.add')}
      formKey={`network.conditions/${condition?.id ?? 'new'}`}
      schema={ConditionFields}
      start={condition ? ConditionFields.parse(condition) : blank}
      fields={[
        { kind: 'choice', name: 'kind', label: t('network.fields.conditionKind'), options: kinds },
        {
          kind: 'choice',
          name: 'measure',
          label: t('network.fields.measure'),
          options: conditionMeasures.map((each) => ({ value: each, label: t(`network.measures.${each}`) })),
        },
        { kind: 'date', name: 'fromOn', label: t('network.fields.fromOn'), isRequired: true },
        {
          kind: 'number',
          name: 'least',
          label: t('network.fields.least'),
          hint: t('network.form.leastHint'),
        },
        {
          kind: 'text',
          name: 'basis',
          label: t('network.fields.basis'),
          isRequired: true,
          isWide: true,
        },
      ]}
      save={(values) =>
        condition ? update.run({ ...values, id: condition.id, rev: condition.rev }) : add.run(values)
      }
      command={condition ? update : add}
      fieldByCode={{ condition_twice: 'fromOn', measure_of_other_kind: 'measure' }}
      onClose={onClose}
    />
  )
}

function useColumns(): Column<Condition>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'kind',
        label: t('network.fields.conditionKind'),
        widthPx: 280,
        grows: true,
        cell: ({ kind }) => t(`network.conditionKinds.${kind}`),
      },
      {
        key: 'measure',
        label: t('network.fields.measure'),
        widthPx: 280,
        grows: true,
        cell: ({ measure }) => t(`network.measures.${measure}`),
      },
      {
        key: 'least',
        label: t('network.fields.least'),
        widthPx: 140,
        align: 'end',
        cell: ({ least }) => (least === null ? t('network.list.noLonger') : number(least)),
      },
      {
        key: 'fromOn',
        label: t('network.fields.fromOn'),
        widthPx: 110,
        cell: ({ fromOn }) => displayDate(fromOn),
      },
      {
        key: 'basis',
        label: t('network.fields.basis'),
        widthPx: 280,
        grows: true,
        cell: ({ basis }) => basis,
      },
    ],
    [t, number],
  )
}
