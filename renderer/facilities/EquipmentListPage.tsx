import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import {
  EquipmentFields,
  equipmentKinds,
  equipmentStates,
  sources,
  type EquipmentFilters,
  type EquipmentRow,
} from '../../shared/facilities/contract.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { JobProgress } from '../app/JobProgress.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { ChosenBar } from '../ui/ChosenBar.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Icon } from '../ui/icons.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import type { Column } from '../ui/Table.tsx'
import { useChoice, type Choice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { EquipmentDialog } from './EquipmentDialog.tsx'
import { FacilitiesTabs } from './FacilitiesTabs.tsx'
import { RetireDialog } from './RetireDialog.tsx'
import { StateChip } from './StateChip.tsx'
import { useListWords } from './use-list-words.ts'

const nameOf = ({ name }: EquipmentRow) => name

/** Everything with an inventory number, in its state as of a day. */
export function EquipmentListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const filters = useFilters(asOf, text)
  const list = usePages('facilities.equipment', filters)
  const remove = useCommand('facilities.removeEquipment')
  const add = useCommand('facilities.addEquipment')
  const run = useJob('facilities.exportList')
  const mayWrite = can('facilities.write')
  const total = list.firstPage?.total
  const choice = useChoice<EquipmentRow>({
    keyOf: ({ id }) => id,
    load: (first, last) => list.rows.slice(first, last + 1),
    allCount: null,
    listKey: JSON.stringify(filters),
  })
  return (
    <RegisterPage
      name="equipment"
      icon="building"
      words={useListWords('equipment', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={isNarrowed(filters) || !asOf.isToday}
      mayWrite={mayWrite}
      tabs={<FacilitiesTabs />}
      tools={
        <>
          <ListExport
            run={run}
            onStart={(format) => void run.start({ choice: { list: 'equipment', filters }, format })}
          />
          {mayWrite && (
            <Link className="button" to="/facilities/equipment/many">
              <Icon name="list" />
              {t('facilities.many.open')}
            </Link>
          )}
        </>
      }
      filters={<EquipmentFilterBar asOf={asOf} filters={filters} text={text} onText={setText} />}
      dialog={(equipment, onClose) => (
        <EquipmentDialog key={equipment?.id} equipment={equipment} onClose={onClose} />
      )}
      onOpen={({ id }) => void navigate(`/facilities/equipment/${id}`)}
      removal={remove}
      onRemove={async (equipment) => {
        const answer = await remove.run({ id: equipment.id, rev: equipment.rev })
        return answer.ok ? () => add.run({ rows: [EquipmentFields.parse(equipment)] }) : null
      }}
      choice={choice}
      foot={
        total && (
          <span>
            {t('facilities.list.equipmentTotal', { shown: number(total.count), price: number(total.price) })}
          </span>
        )
      }
    >
      <EquipmentBulk choice={choice} mayWrite={mayWrite} />
    </RegisterPage>
  )
}

function useFilters(asOf: ReturnType<typeof useAsOf>, text: string): EquipmentFilters {
  const { on, siteId, withPast, search } = asOf
  return {
    text,
    on,
    siteId,
    withPast,
    kind: equipmentKinds.find((each) => each === search.get('kind')) ?? null,
    state: equipmentStates.find((each) => each === search.get('state')) ?? null,
    source: sources.find((each) => each === search.get('source')) ?? null,
    roomId: Number(search.get('roomId')) || null,
    giftId: null,
    projectId: null,
  }
}

function isNarrowed({ text, kind, state, source, siteId, roomId }: EquipmentFilters): boolean {
  return text !== '' || [kind, state, source, siteId, roomId].some((each) => each !== null)
}

type BarProps = {
  asOf: ReturnType<typeof useAsOf>
  filters: EquipmentFilters
  text: string
  onText: (text: string) => void
}

function EquipmentFilterBar({ asOf, filters, text, onText }: BarProps) {
  const { t } = useTranslation()
  const { narrow } = asOf
  return (
    <AsOfBar
      asOf={asOf}
      searchLabel={t('facilities.lists.equipment.search')}
      text={text}
      onText={onText}
      hasSites
      pastLabel={t('facilities.list.withRetired')}
    >
      <InlineSelect
        label={t('facilities.fields.kind')}
        emptyLabel={t('facilities.list.anyKind')}
        value={filters.kind ?? ''}
        options={equipmentKinds.map((each) => ({
          value: each,
          label: t(`facilities.equipmentKinds.${each}`),
        }))}
        onChange={(kind) => narrow({ kind })}
      />
      <InlineSelect
        label={t('facilities.fields.state')}
        emptyLabel={t('facilities.list.anyState')}
        value={filters.state ?? ''}
        options={equipmentStates.map((each) => ({ value: each, label: t(`facilities.states.${each}`) }))}
        onChange={(state) => narrow({ state })}
      />
      <InlineSelect
        label={t('facilities.fields.source')}
        emptyLabel={t('facilities.list.anySource')}
        value={filters.source ?? ''}
        options={sources.map((each) => ({ value: each, label: t(`facilities.sources.${each}`) }))}
        onChange={(source) => narrow({ source })}
      />
      {filters.roomId !== null && (
        <Chip removeLabel={t('facilities.list.anyRoom')} onRemove={() => narrow({ roomId: null })}>
          {t('facilities.list.ofRoom')}
        </Chip>
      )}
    </AsOfBar>
  )
}

type BulkProps = { choice: Choice<EquipmentRow>; mayWrite: boolean }

function EquipmentBulk({ choice, mayWrite }: BulkProps) {
  const { t } = useTranslation()
  const [isRetiring, setRetiring] = useState(false)
  const cards = useJob('facilities.printCards')
  useSavedFile(cards.output?.file, cards.clear)
  const equipmentIds = choice.rows.map(({ id }) => id)
  return (
    <>
      <JobProgress run={cards} />
      <ChosenBar choice={choice}>
        <Button
          icon="print"
          disabled={cards.isRunning}
          onClick={() => void cards.start({ equipmentIds, format: 'docx' })}
        >
          {t('facilities.card.print')}
        </Button>
        {mayWrite && (
          <Button icon="box" onClick={() => setRetiring(true)}>
            {t('facilities.retire.open')}
          </Button>
        )}
      </ChosenBar>
      {isRetiring && (
        <RetireDialog
          equipment={choice.rows}
          onClose={() => setRetiring(false)}
          onDone={() => choice.clear()}
        />
      )}
    </>
  )
}

function useColumns(): Column<EquipmentRow>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'inventoryNumber',
        label: t('facilities.fields.inventoryNumber'),
        widthPx: 100,
        cell: ({ inventoryNumber }) => inventoryNumber,
      },
      { key: 'name', label: t('facilities.fields.equipmentName'), widthPx: 180, grows: true, cell: nameOf },
      {
        key: 'kind',
        label: t('facilities.fields.kind'),
        widthPx: 130,
        cell: ({ kind }) => t(`facilities.equipmentKinds.${kind}`),
      },
      {
        key: 'purpose',
        label: t('facilities.fields.usedBy'),
        widthPx: 88,
        cell: ({ purpose }) => t(`facilities.purposes.${purpose}`),
      },
      {
        key: 'place',
        label: t('facilities.list.place'),
        widthPx: 120,
        grows: true,
        cell: ({ roomName, siteName }) => roomName ?? siteName,
      },
      {
        key: 'source',
        label: t('facilities.fields.source'),
        widthPx: 100,
        grows: true,
        cell: ({ source, sourceName }) => sourceName || t(`facilities.sources.${source}`),
      },
      {
        key: 'acquiredOn',
        label: t('facilities.fields.acquiredOn'),
        widthPx: 98,
        cell: ({ acquiredOn }) => displayDate(acquiredOn),
      },
      {
        key: 'price',
        label: t('facilities.fields.price'),
        widthPx: 108,
        align: 'end',
        cell: ({ price }) => (price === null ? '' : number(price)),
      },
      {
        key: 'state',
        label: t('facilities.fields.state'),
        widthPx: 126,
        cell: ({ state }) => <StateChip state={state} />,
      },
    ],
    [t, number],
  )
}
