import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import {
  directions,
  ExchangeFields,
  exchangeStates,
  type Exchange,
  type ExchangeFilters,
  type ExchangeState,
} from '../../shared/network/contract.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ExchangeDialog } from './ExchangeDialog.tsx'
import { NetworkTabs } from './NetworkTabs.tsx'
import { useListWords } from './use-list-words.ts'

const nameOf = ({ what }: Exchange) => what

/** What libraries ask of each other, as it stood on a day. */
export function ExchangeListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const { search, on, withPast, narrow } = asOf
  const filters: ExchangeFilters = {
    text,
    on,
    withPast,
    direction: directions.find((each) => each === search.get('direction')) ?? null,
    state: exchangeStates.find((each) => each === search.get('state')) ?? null,
    partnerId: Number(search.get('partnerId')) || null,
    pointId: Number(search.get('pointId')) || null,
    agreementId: Number(search.get('agreementId')) || null,
  }
  const list = usePages('network.exchanges', filters)
  const remove = useCommand('network.removeExchange')
  const add = useCommand('network.addExchange')
  const run = useJob('network.exportList')
  const total = list.firstPage?.total
  const { direction, state, pointId } = filters
  return (
    <RegisterPage
      name="exchanges"
      icon="switch"
      words={useListWords('exchanges', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={text !== '' || direction !== null || state !== null || pointId !== null || !asOf.isToday}
      mayWrite={can('network.write')}
      tabs={<NetworkTabs />}
      tools={
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'exchanges', filters }, format })}
        />
      }
      filters={
        <AsOfBar
          asOf={asOf}
          searchLabel={t('network.lists.exchanges.search')}
          text={text}
          onText={setText}
          pastLabel={t('network.list.withDone')}
        >
          <InlineSelect
            label={t('network.fields.direction')}
            emptyLabel={t('network.list.anyDirection')}
            value={direction ?? ''}
            options={directions.map((each) => ({ value: each, label: t(`network.directions.${each}`) }))}
            onChange={(value) => narrow({ direction: value })}
          />
          <InlineSelect
            label={t('network.fields.state')}
            emptyLabel={t('network.list.anyState')}
            value={state ?? ''}
            options={exchangeStates.map((each) => ({ value: each, label: t(`network.states.${each}`) }))}
            onChange={(value) => narrow({ state: value })}
          />
          {pointId !== null && (
            <Chip removeLabel={t('network.list.anyPoint')} onRemove={() => narrow({ pointId: null })}>
              {t('network.list.ofPoint')}
            </Chip>
          )}
        </AsOfBar>
      }
      dialog={(exchange, onClose) => (
        <ExchangeDialog key={exchange?.id} exchange={exchange} onClose={onClose} />
      )}
      removal={remove}
      onRemove={async (exchange) => {
        const answer = await remove.run({ id: exchange.id, rev: exchange.rev })
        return answer.ok ? () => add.run(ExchangeFields.parse(exchange)) : null
      }}
      foot={
        total && (
          <span>
            {t('network.list.exchangeTotal', {
              shown: number(total.count),
              documents: number(total.documents),
              cost: number(total.cost),
            })}
          </span>
        )
      }
    />
  )
}

const looks = {
  asked: { tone: 'warn', icon: 'send' },
  lent: { tone: 'plain', icon: 'book' },
  overdue: { tone: 'bad', icon: 'warning' },
  done: { tone: 'good', icon: 'check' },
  refused: { tone: 'plain', icon: 'close' },
} as const satisfies Record<ExchangeState, object>

function useColumns(): Column<Exchange>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(() => {
    const day = (key: 'askedOn' | 'sentOn' | 'dueOn' | 'returnedOn'): Column<Exchange> => ({
      key,
      label: t(`network.fields.${key}`),
      widthPx: key === 'askedOn' ? 122 : 100,
      cell: (row) => (row[key] === null ? '' : displayDate(row[key])),
    })
    return [
      {
        key: 'direction',
        label: t('network.fields.direction'),
        widthPx: 104,
        cell: ({ direction }) => t(`network.directions.${direction}`),
      },
      {
        key: 'state',
        label: t('network.fields.state'),
        widthPx: 118,
        cell: ({ state }) => <Chip {...looks[state]}>{t(`network.states.${state}`)}</Chip>,
      },
      {
        key: 'otherName',
        label: t('network.fields.otherName'),
        widthPx: 180,
        grows: true,
        cell: ({ otherName }) => otherName,
      },
      { key: 'what', label: t('network.fields.what'), widthPx: 200, grows: true, cell: nameOf },
      {
        key: 'documents',
        label: t('network.fields.documents'),
        widthPx: 92,
        align: 'end',
        cell: ({ documents }) => number(documents),
      },
      day('askedOn'),
      day('sentOn'),
      day('dueOn'),
      day('returnedOn'),
    ]
  }, [t, number])
}
