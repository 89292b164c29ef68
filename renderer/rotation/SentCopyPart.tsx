import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import { outcomes, type CopyFilters, type SentCopy, type Shipment } from '../../shared/rotation/contract.ts'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { ChosenBar } from '../ui/ChosenBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useChoice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { GatherBox } from './GatherBox.tsx'
import { OutcomeChip } from './OutcomeChip.tsx'

const shownOutcomes = ['away', ...outcomes] as const

/** What is in the shipment; while it is being prepared, copies are scanned in here one after another. */
export function SentCopyPart({ shipment }: { shipment: Shipment }) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const navigate = useNavigate()
  const [selected, select] = useState<number | null>(null)
  const [text, setText] = useState('')
  const [outcome, setOutcome] = useState<CopyFilters['outcome']>(null)
  const filters: CopyFilters = { shipmentId: shipment.id, outcome, text }
  const list = usePages('rotation.copies', filters)
  const run = useJob('rotation.exportList')
  const isPrepared = shipment.sentOn === null
  const mayGather = isPrepared && can('rotation.write')
  const choice = useChoice<SentCopy>({
    keyOf: ({ copyId }) => copyId,
    load: (first, last) => list.rows.slice(first, last + 1),
    allCount: null,
    listKey: JSON.stringify(filters),
  })
  const total = list.firstPage?.total
  return (
    <section className="card stack" aria-label={t('rotation.copies.title')}>
      <h2>{t('rotation.copies.title')}</h2>
      {mayGather && <GatherBox shipmentId={shipment.id} />}
      <div className="row no-print">
        <SearchBox
          label={t('rotation.copies.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {!isPrepared && (
          <InlineSelect
            label={t('rotation.fields.outcome')}
            emptyLabel={t('rotation.copies.any')}
            value={outcome ?? ''}
            options={shownOutcomes.map((each) => ({ value: each, label: t(`rotation.outcomes.${each}`) }))}
            onChange={(value) => setOutcome(shownOutcomes.find((each) => each === value) ?? null)}
          />
        )}
        <span className="spacer" />
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'copies', filters }, format })}
        />
      </div>
      <Failure of={list.failure} />
      {mayGather && <ChosenCopies shipmentId={shipment.id} choice={choice} />}
      <div className="sent-copies">
        <Table
          label={t('rotation.copies.title')}
          name="sentCopies"
          columns={useColumns(isPrepared)}
          rows={list.rows}
          selected={selected}
          onSelect={({ copyId }) => select(copyId)}
          onOpen={({ copyId }) => void navigate(`/copies/${copyId}`)}
          keyOf={({ copyId }) => copyId}
          hasMore={list.hasMore}
          onMore={list.more}
          isLoading={list.isStarting && !list.failure}
          {...(mayGather && { choice })}
          empty={
            <EmptyState
              icon="barcode"
              text={t(
                text === '' && outcome === null ? 'rotation.copies.empty' : 'rotation.list.nothingFound',
              )}
            />
          }
          foot={total !== undefined && <span>{t('rotation.copies.total', { shown: number(total) })}</span>}
        />
      </div>
    </section>
  )
}

type ChosenProps = { shipmentId: number; choice: ReturnType<typeof useChoice<SentCopy>> }

function ChosenCopies({ shipmentId, choice }: ChosenProps) {
  const { t } = useTranslation()
  const toast = useToast()
  const takeOut = useCommand('rotation.takeOut')
  const add = useCommand('rotation.addCopies')
  async function drop() {
    const copyIds = choice.rows.map(({ copyId }) => copyId)
    const answer = await takeOut.run({ shipmentId, copyIds })
    if (!answer.ok) return
    choice.clear()
    toast({
      text: t('rotation.copies.takenOut', { count: answer.value.copies }),
      onUndo: async () => void (await add.run({ shipmentId, copyIds })),
    })
  }
  return (
    <>
      <ChosenBar choice={choice}>
        <Button icon="remove" disabled={takeOut.isRunning} onClick={() => void drop()}>
          {t('rotation.copies.takeOut')}
        </Button>
      </ChosenBar>
      <Failure of={takeOut.failure} />
    </>
  )
}

function useColumns(isPrepared: boolean): Column<SentCopy>[] {
  const { t } = useTranslation()
  return useMemo(() => {
    const columns: Column<SentCopy>[] = [
      {
        key: 'accessionNumber',
        label: t('rotation.fields.accessionNumber'),
        widthPx: 130,
        cell: ({ copyId, accessionNumber }) => <Link to={`/copies/${copyId}`}>{accessionNumber}</Link>,
      },
      {
        key: 'title',
        label: t('rotation.fields.title'),
        widthPx: 260,
        grows: true,
        cell: ({ title }) => title,
      },
      {
        key: 'callNumber',
        label: t('rotation.fields.callNumber'),
        widthPx: 120,
        cell: ({ callNumber }) => callNumber,
      },
    ]
    if (isPrepared) return columns
    return [
      ...columns,
      {
        key: 'outcome',
        label: t('rotation.fields.outcome'),
        widthPx: 150,
        cell: ({ outcome }) => <OutcomeChip outcome={outcome} />,
      },
      {
        key: 'outcomeOn',
        label: t('rotation.fields.outcomeOn'),
        widthPx: 100,
        cell: ({ outcomeOn }) => (outcomeOn === null ? '' : displayDate(outcomeOn)),
      },
    ]
  }, [t, isPrepared])
}
