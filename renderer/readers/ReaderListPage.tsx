import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import { cardStandings, type ReaderRow } from '../../shared/readers/contract.ts'
import { ListExport } from '../app/ListExport.tsx'
import { useJob, usePages, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { cardsOf } from './card-entries.ts'
import { ModeOff } from './ModeOff.tsx'
import { ReaderTabs } from './ReaderTabs.tsx'
import { StandingChip } from './StandingChip.tsx'
import { useReaderWords } from './use-reader-words.ts'

/** Whoever has a card, by name. */
export function ReaderListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const [text, setText] = useSearchText()
  const [groupId, setGroupId] = useState('')
  const [standing, setStanding] = useState('')
  const [selected, setSelected] = useState<number | null>(null)
  const { options } = useReaderWords()
  const settings = useQuery('readers.settings', {}).value
  const filters = {
    text,
    groupId: groupId === '' ? null : Number(groupId),
    standing: cardStandings.find((each) => each === standing) ?? null,
  }
  const list = usePages('readers.list', filters)
  const run = useJob('readers.exportReaders')
  const isFiltered = text !== '' || groupId !== '' || standing !== ''
  const printable = cardsOf(list.rows)
  const columns = useColumns()
  return (
    <div className="page filled">
      <PageHeader title={t('readers.list.title')} hint={t('readers.list.hint')}>
        {list.rows.length > 0 && (
          <ListExport run={run} onStart={(format) => void run.start({ filters, format })} />
        )}
        {can('labels.print') && isFiltered && printable.length > 0 && !list.hasMore && (
          <Button icon="print" onClick={() => void navigate('/labels', { state: { cards: printable } })}>
            {t('readers.list.print', { count: printable.length })}
          </Button>
        )}
        {can('readers.write') && settings?.mode !== 'counters' && (
          <Button kind="primary" icon="add" onClick={() => void navigate('/readers/new')}>
            {t('readers.list.add')}
          </Button>
        )}
      </PageHeader>
      <ReaderTabs />
      {settings?.mode === 'counters' ? (
        <ModeOff text={t('readers.list.modeOff')} />
      ) : (
        <>
          <div className="row">
            <SearchBox
              label={t('readers.list.search')}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <InlineSelect
              label={t('readers.fields.group')}
              value={groupId}
              options={options}
              emptyLabel={t('readers.list.allGroups')}
              onChange={setGroupId}
            />
            <InlineSelect
              label={t('readers.fields.standing')}
              value={standing}
              options={cardStandings.map((each) => ({ value: each, label: t(`readers.standings.${each}`) }))}
              emptyLabel={t('readers.list.allStandings')}
              onChange={setStanding}
            />
          </div>
          <Failure of={list.failure} />
          <Table
            label={t('readers.list.title')}
            name="readers"
            columns={columns}
            rows={list.rows}
            keyOf={({ id }) => id}
            selected={selected}
            onSelect={({ id }) => setSelected(id)}
            onOpen={({ id }) => void navigate(`/readers/${id}`)}
            hasMore={list.hasMore}
            onMore={list.more}
            isLoading={list.isStarting && !list.failure}
            empty={
              <EmptyState
                icon="people"
                text={t(isFiltered ? 'readers.list.nothingFound' : 'readers.list.empty')}
              >
                {!isFiltered && can('readers.write') && (
                  <Button kind="primary" icon="add" onClick={() => void navigate('/readers/new')}>
                    {t('readers.list.add')}
                  </Button>
                )}
              </EmptyState>
            }
          />
        </>
      )}
    </div>
  )
}

function useColumns(): Column<ReaderRow>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const { groupName } = useReaderWords()
  return useMemo(() => {
    const count = (value: number) => (value > 0 ? number(value) : '')
    return [
      { key: 'name', label: t('readers.fields.name'), widthPx: 220, grows: true, cell: ({ name }) => name },
      {
        key: 'cardNumber',
        label: t('readers.fields.cardNumber'),
        widthPx: 104,
        cell: ({ cardNumber }) => cardNumber ?? '',
      },
      {
        key: 'group',
        label: t('readers.fields.group'),
        widthPx: 150,
        cell: ({ groupId }) => groupName(groupId),
      },
      { key: 'unit', label: t('readers.fields.unit'), widthPx: 174, cell: ({ unit }) => unit },
      {
        key: 'standing',
        label: t('readers.fields.standing'),
        widthPx: 128,
        cell: ({ standing }) => <StandingChip standing={standing} />,
      },
      {
        key: 'expiresOn',
        label: t('readers.fields.expiresOn'),
        widthPx: 100,
        cell: ({ expiresOn }) => (expiresOn ? displayDate(expiresOn) : ''),
      },
      {
        key: 'openLoans',
        label: t('readers.columns.openLoans'),
        widthPx: 106,
        align: 'end',
        cell: ({ openLoans }) => count(openLoans),
      },
      {
        key: 'overdue',
        label: t('readers.columns.overdue'),
        widthPx: 84,
        align: 'end',
        cell: ({ overdue }) => count(overdue),
      },
    ]
  }, [t, number, groupName])
}
