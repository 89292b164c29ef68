import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import {
  licences,
  SoftwareFields,
  softwarePurposes,
  type Software,
} from '../../shared/facilities/contract.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RecordDialog } from '../app/RecordDialog.tsx'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import type { Column } from '../ui/Table.tsx'
import { DueDay } from './DueDay.tsx'
import { FacilitiesTabs } from './FacilitiesTabs.tsx'
import { timeSpan } from '../ui/time-span.ts'
import { useListWords } from './use-list-words.ts'

const nameOf = ({ name }: Software) => name
const blank: Omit<SoftwareFields, 'fromOn'> = {
  name: '',
  purpose: 'library',
  vendor: '',
  version: '',
  licence: 'unknown',
  untilOn: null,
  licenceUntil: null,
  supportUntil: null,
  replaceBy: null,
  replacementPlan: '',
  note: '',
}

/** Programs the library works with: what for, which version, until when, and what comes after. */
export function SoftwareListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const filters = { text, on: asOf.on, withPast: asOf.withPast }
  const list = usePages('facilities.software', filters)
  const remove = useCommand('facilities.removeSoftware')
  const add = useCommand('facilities.addSoftware')
  const run = useJob('facilities.exportList')
  return (
    <RegisterPage
      name="software"
      icon="building"
      words={useListWords('software', nameOf)}
      list={list}
      columns={useColumns(asOf.on)}
      isNarrowed={text !== '' || !asOf.isToday}
      mayWrite={can('facilities.write')}
      tabs={<FacilitiesTabs />}
      tools={
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'software', filters }, format })}
        />
      }
      filters={
        <AsOfBar
          asOf={asOf}
          searchLabel={t('facilities.lists.software.search')}
          text={text}
          onText={setText}
          pastLabel={t('facilities.list.withEnded')}
        />
      }
      dialog={(software, onClose) => (
        <SoftwareDialog key={software?.id} software={software} onClose={onClose} />
      )}
      removal={remove}
      onRemove={async (software) => {
        const answer = await remove.run({ id: software.id, rev: software.rev })
        return answer.ok ? () => add.run(SoftwareFields.parse(software)) : null
      }}
    />
  )
}

function SoftwareDialog({ software, onClose }: { software: Software | null; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('facilities.addSoftware')
  const update = useCommand('facilities.updateSoftware')
  const date = (name: 'licenceUntil' | 'supportUntil' | 'replaceBy'): FieldSpec => ({
    kind: 'date',
    name,
    label: t(`facilities.fields.${name}`),
  })
  const fields: FieldSpec[] = [
    { kind: 'text', name: 'name', label: t('facilities.fields.softwareName'), isRequired: true },
    {
      kind: 'choice',
      name: 'purpose',
      label: t('facilities.fields.purpose'),
      options: softwarePurposes.map((each) => ({
        value: each,
        label: t(`facilities.softwarePurposes.${each}`),
      })),
    },
    { kind: 'text', name: 'version', label: t('facilities.fields.version') },
    { kind: 'text', name: 'vendor', label: t('facilities.fields.vendor') },
    {
      kind: 'choice',
      name: 'licence',
      label: t('facilities.fields.licence'),
      options: licences.map((each) => ({ value: each, label: t(`facilities.licences.${each}`) })),
    },
    date('licenceUntil'),
    date('supportUntil'),
    { kind: 'date', name: 'fromOn', label: t('facilities.fields.usedFrom'), isRequired: true },
    {
      kind: 'date',
      name: 'untilOn',
      label: t('facilities.fields.usedUntil'),
      hint: t('facilities.form.untilHint'),
    },
    date('replaceBy'),
    { kind: 'area', name: 'replacementPlan', label: t('facilities.fields.replacementPlan') },
    { kind: 'area', name: 'note', label: t('facilities.fields.note') },
  ]
  return (
    <RecordDialog
      title={t(software ? 'facilities.lists.software.edit' : 'facilities.lists.software.add')}
      formKey={`facilities.software/${software?.id ?? 'new'}`}
      schema={SoftwareFields}
      start={software ? SoftwareFields.parse(software) : { ...blank, fromOn: isoDateAt(Date.now()) }}
      fields={fields}
      save={(values) =>
        software ? update.run({ ...values, id: software.id, rev: software.rev }) : add.run(values)
      }
      command={software ? update : add}
      fieldByCode={{ ends_before_begin: 'untilOn' }}
      onClose={onClose}
    />
  )
}

function useColumns(on: string): Column<Software>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      { key: 'name', label: t('facilities.fields.softwareName'), widthPx: 130, grows: true, cell: nameOf },
      { key: 'version', label: t('facilities.fields.version'), widthPx: 86, cell: ({ version }) => version },
      {
        key: 'purpose',
        label: t('facilities.fields.purpose'),
        widthPx: 150,
        cell: ({ purpose }) => t(`facilities.softwarePurposes.${purpose}`),
      },
      {
        key: 'licence',
        label: t('facilities.fields.licence'),
        widthPx: 104,
        cell: ({ licence }) => t(`facilities.licences.${licence}`),
      },
      {
        key: 'licenceUntil',
        label: t('facilities.fields.licenceUntil'),
        widthPx: 150,
        cell: ({ licenceUntil }) => <DueDay on={licenceUntil} today={on} />,
      },
      {
        key: 'supportUntil',
        label: t('facilities.fields.supportUntil'),
        widthPx: 166,
        cell: ({ supportUntil }) => <DueDay on={supportUntil} today={on} />,
      },
      {
        key: 'plan',
        label: t('facilities.fields.replacementPlan'),
        widthPx: 136,
        grows: true,
        cell: ({ replaceBy, replacementPlan }) =>
          [replaceBy && displayDate(replaceBy), replacementPlan].filter(Boolean).join(': '),
      },
      {
        key: 'time',
        label: t('facilities.list.inUse'),
        widthPx: 176,
        cell: ({ fromOn, untilOn }) => timeSpan(t, fromOn, untilOn),
      },
    ],
    [t, on],
  )
}
