import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isoDateAt } from '../../shared/dates.ts'
import { ConnectionFields, connectionKinds, type Connection } from '../../shared/facilities/contract.ts'
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
import { useNumberText } from '../ui/use-number-text.ts'
import { FacilitiesTabs } from './FacilitiesTabs.tsx'
import { timeSpan } from '../ui/time-span.ts'
import { useChoices } from './use-choices.ts'
import { useListWords } from './use-list-words.ts'

const nameOf = ({ siteName }: Connection) => siteName
const blank = { kind: 'fibre', provider: '', speedMbps: null, monthlyCost: null, untilOn: null, note: '' }

/** Which place is online by what, since when. */
export function ConnectionListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const { on, withPast, siteId } = asOf
  const filters = { text, on, withPast, siteId }
  const list = usePages('facilities.connections', filters)
  const remove = useCommand('facilities.removeConnection')
  const add = useCommand('facilities.addConnection')
  const run = useJob('facilities.exportList')
  return (
    <RegisterPage
      name="connections"
      icon="building"
      words={useListWords('connections', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={text !== '' || siteId !== null || !asOf.isToday}
      mayWrite={can('facilities.write')}
      tabs={<FacilitiesTabs />}
      tools={
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'connections', filters }, format })}
        />
      }
      filters={
        <AsOfBar
          asOf={asOf}
          searchLabel={t('facilities.lists.connections.search')}
          text={text}
          onText={setText}
          hasSites
          pastLabel={t('facilities.list.withEnded')}
        />
      }
      dialog={(connection, onClose) => (
        <ConnectionDialog key={connection?.id} connection={connection} onClose={onClose} />
      )}
      removal={remove}
      onRemove={async (connection) => {
        const answer = await remove.run({ id: connection.id, rev: connection.rev })
        return answer.ok ? () => add.run(ConnectionFields.parse(connection)) : null
      }}
    />
  )
}

type DialogProps = { connection: Connection | null; onClose: () => void }

function ConnectionDialog({ connection, onClose }: DialogProps) {
  const { t } = useTranslation()
  const add = useCommand('facilities.addConnection')
  const update = useCommand('facilities.updateConnection')
  const { sites } = useChoices()
  const fields: FieldSpec[] = [
    {
      kind: 'record',
      name: 'siteId',
      label: t('facilities.fields.siteId'),
      options: sites,
      emptyLabel: t('facilities.form.chooseSite'),
      isRequired: true,
    },
    {
      kind: 'choice',
      name: 'kind',
      label: t('facilities.fields.kind'),
      options: connectionKinds.map((each) => ({
        value: each,
        label: t(`facilities.connectionKinds.${each}`),
      })),
    },
    { kind: 'text', name: 'provider', label: t('facilities.fields.provider') },
    { kind: 'number', name: 'speedMbps', label: t('facilities.fields.speedMbps') },
    { kind: 'number', name: 'monthlyCost', label: t('facilities.fields.monthlyCost') },
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
      title={t(connection ? 'facilities.lists.connections.edit' : 'facilities.lists.connections.add')}
      formKey={`facilities.connections/${connection?.id ?? 'new'}`}
      schema={ConnectionFields}
      start={
        connection
          ? ConnectionFields.parse(connection)
          : { ...blank, siteId: Number(sites[0]?.value) || null, fromOn: isoDateAt(Date.now()) }
      }
      fields={fields}
      save={(values) =>
        connection ? update.run({ ...values, id: connection.id, rev: connection.rev }) : add.run(values)
      }
      command={connection ? update : add}
      fieldByCode={{ ends_before_begin: 'untilOn', site_not_found: 'siteId' }}
      onClose={onClose}
    />
  )
}

function useColumns(): Column<Connection>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(() => {
    const figure = (key: 'speedMbps' | 'monthlyCost'): Column<Connection> => ({
      key,
      label: t(`facilities.fields.${key}`),
      widthPx: 150,
      align: 'end',
      cell: ({ [key]: value }) => (value === null ? '' : number(value)),
    })
    return [
      { key: 'site', label: t('facilities.fields.siteId'), widthPx: 240, grows: true, cell: nameOf },
      {
        key: 'kind',
        label: t('facilities.fields.kind'),
        widthPx: 170,
        cell: ({ kind }) => t(`facilities.connectionKinds.${kind}`),
      },
      { key: 'provider', label: t('facilities.fields.provider'), widthPx: 140, cell: (row) => row.provider },
      figure('speedMbps'),
      figure('monthlyCost'),
      {
        key: 'time',
        label: t('facilities.list.time'),
        widthPx: 176,
        cell: ({ fromOn, untilOn }) => timeSpan(t, fromOn, untilOn),
      },
    ]
  }, [t, number])
}
