import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { ServiceFields, serviceKinds, type Service } from '../../shared/facilities/contract.ts'
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
import { FacilitiesTabs } from './FacilitiesTabs.tsx'
import { timeSpan } from '../ui/time-span.ts'
import { useListWords } from './use-list-words.ts'

const nameOf = ({ name }: Service) => name
const blank = { name: '', kind: 'website', url: '', untilOn: null, evidence: '', note: '' }

/** The library's site and what readers can do there, each from a day on and with its proof. */
export function ServiceListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const filters = { text, on: asOf.on, withPast: asOf.withPast }
  const list = usePages('facilities.services', filters)
  const remove = useCommand('facilities.removeService')
  const add = useCommand('facilities.addService')
  const run = useJob('facilities.exportList')
  return (
    <RegisterPage
      name="services"
      icon="building"
      words={useListWords('services', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={text !== '' || !asOf.isToday}
      mayWrite={can('facilities.write')}
      tabs={<FacilitiesTabs />}
      tools={
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'services', filters }, format })}
        />
      }
      filters={
        <AsOfBar
          asOf={asOf}
          searchLabel={t('facilities.lists.services.search')}
          text={text}
          onText={setText}
          pastLabel={t('facilities.list.withEnded')}
        />
      }
      dialog={(service, onClose) => <ServiceDialog key={service?.id} service={service} onClose={onClose} />}
      removal={remove}
      onRemove={async (service) => {
        const answer = await remove.run({ id: service.id, rev: service.rev })
        return answer.ok ? () => add.run(ServiceFields.parse(service)) : null
      }}
    />
  )
}

function ServiceDialog({ service, onClose }: { service: Service | null; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('facilities.addService')
  const update = useCommand('facilities.updateService')
  const fields: FieldSpec[] = [
    { kind: 'text', name: 'name', label: t('facilities.fields.serviceName'), isRequired: true },
    {
      kind: 'choice',
      name: 'kind',
      label: t('facilities.fields.kind'),
      options: serviceKinds.map((each) => ({ value: each, label: t(`facilities.serviceKinds.${each}`) })),
    },
    { kind: 'text', name: 'url', label: t('facilities.fields.url') },
    {
      kind: 'text',
      name: 'evidence',
      label: t('facilities.fields.evidence'),
      hint: t('facilities.form.evidenceHint'),
    },
    { kind: 'date', name: 'fromOn', label: t('facilities.fields.fromOn'), isRequired: true },
    {
      kind: 'date',
      name: 'untilOn',
      label: t('facilities.fields.untilOn'),
      hint: t('facilities.form.untilHint'),
    },
    { kind: 'area', name: 'note', label: t('facilities.fields.note') },
  ]
  return (
    <RecordDialog
      title={t(service ? 'facilities.lists.services.edit' : 'facilities.lists.services.add')}
      formKey={`facilities.services/${service?.id ?? 'new'}`}
      schema={ServiceFields}
      start={service ? ServiceFields.parse(service) : { ...blank, fromOn: isoDateAt(Date.now()) }}
      fields={fields}
      save={(values) =>
        service ? update.run({ ...values, id: service.id, rev: service.rev }) : add.run(values)
      }
      command={service ? update : add}
      fieldByCode={{ ends_before_begin: 'untilOn' }}
      onClose={onClose}
    />
  )
}

function useColumns(): Column<Service>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      { key: 'name', label: t('facilities.fields.serviceName'), widthPx: 240, grows: true, cell: nameOf },
      {
        key: 'kind',
        label: t('facilities.fields.kind'),
        widthPx: 250,
        cell: ({ kind }) => t(`facilities.serviceKinds.${kind}`),
      },
      { key: 'url', label: t('facilities.fields.url'), widthPx: 220, grows: true, cell: ({ url }) => url },
      {
        key: 'evidence',
        label: t('facilities.fields.evidence'),
        widthPx: 200,
        grows: true,
        cell: ({ evidence }) => evidence,
      },
      {
        key: 'time',
        label: t('facilities.list.time'),
        widthPx: 176,
        cell: ({ fromOn, untilOn }) => timeSpan(t, fromOn, untilOn),
      },
    ],
    [t],
  )
}
