import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate, parseDate } from '../../shared/dates.ts'
import { ShipmentFields, type ShipmentFilters, type ShipmentRow } from '../../shared/rotation/contract.ts'
import { shipmentStates } from '../../shared/rotation/rules.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { DateField } from '../ui/DateField.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { RotationTabs } from './RotationTabs.tsx'
import { ShipmentDialog } from './ShipmentDialog.tsx'
import { ShipmentChip } from './StateChip.tsx'
import { useListWords } from './use-list-words.ts'
import { usePoints } from './use-points.ts'

const states = ['open', 'overdue', ...shipmentStates] as const
const nameOf = ({ number }: ShipmentRow) => number

/** Stock that went to points of the territory: what is out, what is due, what came back. */
export function ShipmentListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const filters = useFilters(asOf, text)
  const list = usePages('rotation.shipments', filters)
  const remove = useCommand('rotation.removeShipment')
  const add = useCommand('rotation.addShipment')
  const addCopies = useCommand('rotation.addCopies')
  const run = useJob('rotation.exportList')
  const total = list.firstPage?.total
  return (
    <RegisterPage
      name="shipments"
      icon="truck"
      words={useListWords('shipments', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={isNarrowed(filters) || !asOf.isToday}
      mayWrite={can('rotation.write')}
      tabs={<RotationTabs />}
      tools={
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'shipments', filters }, format })}
        />
      }
      filters={<FilterBar asOf={asOf} filters={filters} text={text} onText={setText} />}
      dialog={(shipment, onClose) => (
        <ShipmentDialog key={shipment?.id} shipment={shipment} onClose={onClose} />
      )}
      onOpen={({ id }) => void navigate(`/rotation/${id}`)}
      removal={remove}
      onRemove={(shipment) => removeOne(shipment)}
      foot={total && <span>{t('rotation.list.shipmentTotal', shownTotal(total, number))}</span>}
    />
  )
  // An undo brings back its copies too: they were all it was.
  async function removeOne(shipment: ShipmentRow) {
    const answer = await remove.run({ id: shipment.id, rev: shipment.rev })
    if (!answer.ok) return null
    const { copyIds } = answer.value
    return async () => {
      const again = await add.run(ShipmentFields.parse(shipment))
      if (again.ok && copyIds.length > 0) await addCopies.run({ shipmentId: again.value.id, copyIds })
    }
  }
}

type Total = { shipments: number; copies: number; points: number; away: number }

function shownTotal({ shipments, copies, points, away }: Total, number: (value: number) => string) {
  return {
    shipments: number(shipments),
    copies: number(copies),
    points: number(points),
    away: number(away),
  }
}

function useFilters({ search, on }: ReturnType<typeof useAsOf>, text: string): ShipmentFilters {
  return {
    text,
    on,
    state: states.find((each) => each === search.get('state')) ?? null,
    pointId: Number(search.get('pointId')) || null,
    sentFrom: parseDate(search.get('from') ?? ''),
    sentTo: parseDate(search.get('to') ?? ''),
  }
}

function isNarrowed({ text, state, pointId, sentFrom, sentTo }: ShipmentFilters): boolean {
  return text !== '' || [state, pointId, sentFrom, sentTo].some((each) => each !== null)
}

type BarProps = {
  asOf: ReturnType<typeof useAsOf>
  filters: ShipmentFilters
  text: string
  onText: (text: string) => void
}

function FilterBar({ asOf, filters, text, onText }: BarProps) {
  const { t } = useTranslation()
  const points = usePoints(asOf.on)
  const { narrow } = asOf
  return (
    <AsOfBar asOf={asOf} searchLabel={t('rotation.lists.shipments.search')} text={text} onText={onText}>
      <InlineSelect
        label={t('rotation.fields.state')}
        emptyLabel={t('rotation.list.anyState')}
        value={filters.state ?? ''}
        options={states.map((each) => ({ value: each, label: t(`rotation.states.${each}`) }))}
        onChange={(state) => narrow({ state })}
      />
      <InlineSelect
        label={t('rotation.fields.pointId')}
        emptyLabel={t('rotation.list.anyPoint')}
        value={filters.pointId === null ? '' : String(filters.pointId)}
        options={points}
        onChange={(pointId) => narrow({ pointId })}
      />
      <DateField
        label={t('rotation.list.sentFrom')}
        value={filters.sentFrom}
        onChange={(from) => narrow({ from })}
      />
      <DateField label={t('rotation.list.sentTo')} value={filters.sentTo} onChange={(to) => narrow({ to })} />
    </AsOfBar>
  )
}

const shownDay = (on: string | null) => (on === null ? '' : displayDate(on))

function useColumns(): Column<ShipmentRow>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      { key: 'number', label: t('rotation.fields.number'), widthPx: 104, cell: nameOf },
      {
        key: 'point',
        label: t('rotation.fields.pointId'),
        widthPx: 170,
        grows: true,
        cell: ({ pointName }) => pointName,
      },
      {
        key: 'state',
        label: t('rotation.fields.state'),
        widthPx: 148,
        cell: (row) => <ShipmentChip shipment={row} />,
      },
      {
        key: 'sentOn',
        label: t('rotation.fields.sentOn'),
        widthPx: 104,
        cell: ({ sentOn }) => shownDay(sentOn),
      },
      { key: 'dueOn', label: t('rotation.fields.dueOn'), widthPx: 104, cell: ({ dueOn }) => shownDay(dueOn) },
      {
        key: 'copies',
        label: t('rotation.fields.copies'),
        widthPx: 64,
        align: 'end',
        cell: ({ copies }) => number(copies),
      },
      {
        key: 'back',
        label: t('rotation.fields.back'),
        widthPx: 72,
        align: 'end',
        cell: ({ sentOn, back, damaged }) => (sentOn === null ? '' : number(back + damaged)),
      },
      {
        key: 'missing',
        label: t('rotation.outcomes.missing'),
        widthPx: 72,
        align: 'end',
        cell: ({ missing }) => (missing === 0 ? '' : number(missing)),
      },
      {
        key: 'loans',
        label: t('rotation.fields.loansThere'),
        widthPx: 176,
        align: 'end',
        cell: ({ loans }) => (loans === null ? '' : number(loans)),
      },
    ],
    [t, number],
  )
}
