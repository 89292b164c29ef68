import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { stocktakeStates, type Stocktake, type StocktakeState } from '../../shared/stocktake/contract.ts'
import { useKept } from '../app/kept.ts'
import { usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { StateChip } from './StateChip.tsx'
import { useStocktakeWords } from './use-stocktake-words.ts'

const offered = stocktakeStates.filter((state) => state !== 'closing')

/** Every stocktake of the library, newest first. */
export function StocktakeListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const [state, setState] = useKept<StocktakeState | null>('stocktake.state', null)
  const list = usePages('stocktake.list', { state })
  const [selected, setSelected] = useKept<number | null>('stocktake.selected', null)
  const columns = useColumns()
  const mayWrite = can('stocktake.write')
  return (
    <div className="page filled">
      <PageHeader title={t('stocktake.list.title')} hint={t('stocktake.list.hint')}>
        {mayWrite && (
          <Link className="button primary" to="/stocktake/new">
            <Icon name="add" />
            {t('stocktake.list.add')}
          </Link>
        )}
      </PageHeader>
      <div className="row no-print">
        <InlineSelect
          label={t('stocktake.list.state')}
          emptyLabel={t('stocktake.list.anyState')}
          options={offered.map((each) => ({ value: each, label: t(`stocktake.states.${each}`) }))}
          value={state ?? ''}
          onChange={(value) => setState(offered.find((each) => each === value) ?? null)}
        />
      </div>
      <Failure of={list.failure} />
      <Table
        label={t('stocktake.list.title')}
        name="stocktake"
        columns={columns}
        rows={list.rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(`/stocktake/${id}`)}
        hasMore={list.hasMore}
        onMore={list.more}
        isLoading={list.isStarting && !list.failure}
        empty={
          <EmptyState
            icon="barcode"
            text={t(state === null ? 'stocktake.list.empty' : 'stocktake.list.nothingFound')}
          >
            {mayWrite && state === null && (
              <Link className="button primary" to="/stocktake/new">
                {t('stocktake.list.addFirst')}
              </Link>
            )}
          </EmptyState>
        }
      />
    </div>
  )
}

function useColumns(): Column<Stocktake>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const { scope } = useStocktakeWords()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('stocktake.fields.name'),
        widthPx: 220,
        grows: true,
        cell: ({ name }) => name,
      },
      {
        key: 'scope',
        label: t('stocktake.fields.scope'),
        widthPx: 240,
        grows: true,
        cell: (row) => scope(row),
      },
      {
        key: 'days',
        label: t('stocktake.fields.days'),
        widthPx: 186,
        cell: (row) => daysOf(row),
      },
      {
        key: 'expected',
        label: t('stocktake.fields.expected'),
        widthPx: 150,
        align: 'end',
        cell: ({ expected }) => expected !== null && number(expected),
      },
      {
        key: 'missing',
        label: t('stocktake.classes.missing'),
        widthPx: 80,
        align: 'end',
        cell: ({ tallies }) => tallies !== null && number(tallies.classes.missing ?? 0),
      },
      {
        key: 'state',
        label: t('stocktake.fields.state'),
        widthPx: 160,
        cell: ({ state }) => <StateChip state={state} />,
      },
    ],
    [t, number, scope],
  )
}

/** The days it took; until it is open, the days it is meant to take. */
function daysOf({ openedAt, closedOn, plannedFrom, plannedTo }: Stocktake): string {
  const from = openedAt === null ? plannedFrom : isoDateAt(Date.parse(openedAt))
  const to = openedAt === null ? plannedTo : closedOn
  const shown = (day: string | null) => (day === null ? '…' : displayDate(day))
  return from === null && to === null ? '' : `${shown(from)} – ${shown(to)}`
}
