import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isoDateAt } from '../../shared/dates.ts'
import { RoomFields, roomKinds, type Room } from '../../shared/facilities/contract.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RecordDialog, type RecordGrid } from '../app/RecordDialog.tsx'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import type { FieldSpec } from '../ui/RecordFields.tsx'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FacilitiesTabs } from './FacilitiesTabs.tsx'
import { timeSpan } from '../ui/time-span.ts'
import { useChoices } from './use-choices.ts'
import { useListWords } from './use-list-words.ts'

const blank: Omit<RoomFields, 'openedOn' | 'siteId'> = {
  name: '',
  kind: 'reading',
  closedOn: null,
  source: 'other',
  sourceName: '',
  note: '',
  measures: [],
}

const nameOf = ({ name }: Room) => name

/** Rooms with area and seats as of a day. */
export function RoomListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const kind = roomKinds.find((each) => each === asOf.search.get('kind')) ?? null
  const { on, siteId, withPast } = asOf
  const filters = { text, on, siteId, withPast, kind }
  const list = usePages('facilities.rooms', filters)
  const remove = useCommand('facilities.removeRoom')
  const add = useCommand('facilities.addRoom')
  const run = useJob('facilities.exportList')
  const total = list.firstPage?.total
  return (
    <RegisterPage
      name="rooms"
      icon="building"
      words={useListWords('rooms', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={text !== '' || kind !== null || siteId !== null || !asOf.isToday}
      mayWrite={can('facilities.write')}
      tabs={<FacilitiesTabs />}
      tools={
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'rooms', filters }, format })}
        />
      }
      filters={
        <AsOfBar
          asOf={asOf}
          searchLabel={t('facilities.lists.rooms.search')}
          text={text}
          onText={setText}
          hasSites
          pastLabel={t('facilities.list.withClosed')}
        >
          <InlineSelect
            label={t('facilities.fields.kind')}
            emptyLabel={t('facilities.list.anyKind')}
            value={kind ?? ''}
            options={roomKinds.map((each) => ({ value: each, label: t(`facilities.roomKinds.${each}`) }))}
            onChange={(value) => asOf.narrow({ kind: value })}
          />
        </AsOfBar>
      }
      dialog={(room, onClose) => <RoomDialog key={room?.id} room={room} onClose={onClose} />}
      removal={remove}
      onRemove={async (room) => {
        const answer = await remove.run({ id: room.id, rev: room.rev })
        const measures = room.measures.map((measure) => ({ ...measure, id: null }))
        return answer.ok ? () => add.run({ ...RoomFields.parse(room), measures }) : null
      }}
      foot={
        total && (
          <span>
            {t('facilities.list.roomTotal', { area: number(total.areaM2), seats: number(total.seats) })}
          </span>
        )
      }
    />
  )
}

function RoomDialog({ room, onClose }: { room: Room | null; onClose: () => void }) {
  const { t } = useTranslation()
  const add = useCommand('facilities.addRoom')
  const update = useCommand('facilities.updateRoom')
  const { sites, sourceOptions } = useChoices()
  const today = isoDateAt(Date.now())
  const fields: FieldSpec[] = [
    { kind: 'text', name: 'name', label: t('facilities.fields.name'), isRequired: true },
    {
      kind: 'choice',
      name: 'kind',
      label: t('facilities.fields.kind'),
      options: roomKinds.map((each) => ({ value: each, label: t(`facilities.roomKinds.${each}`) })),
    },
    {
      kind: 'record',
      name: 'siteId',
      label: t('facilities.fields.siteId'),
      options: sites,
      emptyLabel: t('facilities.form.noSite'),
    },
    { kind: 'date', name: 'openedOn', label: t('facilities.fields.openedOn'), isRequired: true },
    {
      kind: 'date',
      name: 'closedOn',
      label: t('facilities.fields.closedOn'),
      hint: t('facilities.form.closedHint'),
    },
    { kind: 'choice', name: 'source', label: t('facilities.fields.source'), options: sourceOptions },
    {
      kind: 'text',
      name: 'sourceName',
      label: t('facilities.fields.sourceName'),
      hint: t('facilities.form.sourceHint'),
    },
    { kind: 'area', name: 'note', label: t('facilities.fields.note') },
  ]
  return (
    <RecordDialog
      title={t(room ? 'facilities.lists.rooms.edit' : 'facilities.lists.rooms.add')}
      formKey={`facilities.rooms/${room?.id ?? 'new'}`}
      schema={RoomFields}
      start={room ? RoomFields.parse(room) : { ...blank, openedOn: today, siteId: soleOf(sites) }}
      fields={fields}
      grid={useMeasureGrid()}
      save={(values) => (room ? update.run({ ...values, id: room.id, rev: room.rev }) : add.run(values))}
      command={room ? update : add}
      fieldByCode={{ ends_before_begin: 'closedOn', site_not_found: 'siteId' }}
      onClose={onClose}
    />
  )
}

/** Where there is one place only, it is that. */
function soleOf(sites: readonly { value: string }[]): number | null {
  return sites.length === 1 ? Number(sites[0]?.value) : null
}

function useMeasureGrid(): RecordGrid {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      name: 'measures',
      label: t('facilities.form.measures'),
      hint: t('facilities.form.measuresHint'),
      maxRows: 60,
      newRow: () => ({ id: '', fromOn: '', areaM2: '', seats: '' }),
      columns: [
        { key: 'fromOn', kind: 'date', label: t('facilities.fields.fromOn'), widthPx: 130, isRequired: true },
        { key: 'areaM2', kind: 'number', label: t('facilities.fields.areaM2'), widthPx: 140, align: 'end' },
        {
          key: 'seats',
          kind: 'number',
          isWhole: true,
          label: t('facilities.fields.seats'),
          widthPx: 120,
          align: 'end',
        },
      ],
    }),
    [t],
  )
}

function useColumns(): Column<Room>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      { key: 'name', label: t('facilities.fields.name'), widthPx: 220, grows: true, cell: nameOf },
      {
        key: 'kind',
        label: t('facilities.fields.kind'),
        widthPx: 150,
        cell: ({ kind }) => t(`facilities.roomKinds.${kind}`),
      },
      {
        key: 'site',
        label: t('facilities.fields.siteId'),
        widthPx: 120,
        grows: true,
        cell: (room) => room.siteName,
      },
      {
        key: 'areaM2',
        label: t('facilities.fields.areaM2'),
        widthPx: 126,
        align: 'end',
        cell: ({ areaM2 }) => (areaM2 === null ? '' : number(areaM2)),
      },
      {
        key: 'seats',
        label: t('facilities.fields.seats'),
        widthPx: 86,
        align: 'end',
        cell: ({ seats }) => (seats === null ? '' : number(seats)),
      },
      {
        key: 'equipment',
        label: t('facilities.fields.equipment'),
        widthPx: 78,
        align: 'end',
        cell: ({ id, equipment }) => (
          <Link className="figure-value provisional" tabIndex={-1} to={`/facilities/equipment?roomId=${id}`}>
            {number(equipment)}
          </Link>
        ),
      },
      {
        key: 'source',
        label: t('facilities.fields.source'),
        widthPx: 130,
        grows: true,
        cell: ({ source, sourceName }) => sourceName || t(`facilities.sources.${source}`),
      },
      {
        key: 'openedOn',
        label: t('facilities.list.time'),
        widthPx: 176,
        cell: ({ openedOn, closedOn }) => timeSpan(t, openedOn, closedOn),
      },
    ],
    [t, number],
  )
}
