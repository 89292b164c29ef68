import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Batch } from '../../shared/labels/contract.ts'
import { useCommand, usePages } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { LabelTabs } from './LabelTabs.tsx'
import { ReprintDialog } from './ReprintDialog.tsx'

/** What was printed: a batch is printed again, or forgotten where its paper was spoiled. */
export function BatchListPage() {
  const { t } = useTranslation()
  const batches = usePages('labels.batches', {})
  const [selected, setSelected] = useState<number | null>(null)
  const [again, setAgain] = useState<Batch | null>(null)
  const columns = useColumns()
  const current = batches.rows.find(({ id }) => id === selected) ?? batches.rows[0]
  return (
    <div className="page filled">
      <PageHeader title={t('labels.batches.title')} hint={t('labels.batches.hint')} />
      <LabelTabs />
      <Failure of={batches.failure} />
      <div className="split labels">
        <Table
          label={t('labels.batches.title')}
          name="labels.batches"
          columns={columns}
          rows={batches.rows}
          keyOf={({ id }) => id}
          selected={current?.id ?? null}
          onSelect={({ id }) => setSelected(id)}
          onOpen={(batch) => batch.kind !== 'card' && setAgain(batch)}
          hasMore={batches.hasMore}
          onMore={batches.more}
          isLoading={batches.isStarting}
          empty={
            <EmptyState icon="tag" text={t('labels.batches.empty')}>
              <Link className="button primary" to="/labels">
                {t('labels.batches.first')}
              </Link>
            </EmptyState>
          }
        />
        {current && <BatchSide key={current.id} batch={current} onAgain={() => setAgain(current)} />}
      </div>
      {again && <ReprintDialog batch={again} onClose={() => setAgain(null)} />}
    </div>
  )
}

/** Which copies they were is what a batch is looked for by. */
function rangeOf(first: string, last: string): string {
  return first === last ? first : `${first} – ${last}`
}

function useColumns(): Column<Batch>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return [
    {
      key: 'madeAt',
      label: t('labels.batches.madeAt'),
      widthPx: 148,
      cell: ({ madeAt }) => displayInstant(madeAt),
    },
    {
      key: 'kind',
      label: t('labels.templates.kind'),
      widthPx: 120,
      cell: ({ kind }) => t(`labels.kinds.${kind}`),
    },
    {
      key: 'by',
      label: t('labels.batches.by'),
      widthPx: 150,
      grows: true,
      cell: ({ by, first, last }) => rangeOf(first, last) || t(`labels.by.${by}`),
    },
    {
      key: 'labels',
      label: t('labels.batches.labels'),
      widthPx: 80,
      align: 'end',
      cell: ({ labels }) => number(labels),
    },
    {
      key: 'state',
      label: t('labels.batches.state'),
      widthPx: 130,
      cell: ({ forgottenAt }) =>
        forgottenAt !== null && (
          <Chip tone="warn" icon="restore">
            {t('labels.batches.forgotten')}
          </Chip>
        ),
    },
  ]
}

function BatchSide({ batch, onAgain }: { batch: Batch; onAgain: () => void }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { kind, copies, labels, each, templateName, sheetName, userName, madeAt, forgottenAt } = batch
  return (
    <aside className="card label-side" aria-label={t('labels.batches.one')}>
      <h2>{t('labels.batches.of', { kind: t(`labels.kinds.${kind}`), on: displayInstant(madeAt) })}</h2>
      <PropertyList
        isNarrow
        properties={[
          { key: 'by', label: t('labels.batches.by'), value: t(`labels.by.${batch.by}`) },
          { key: 'template', label: t('labels.print.template'), value: templateName },
          { key: 'sheet', label: t('labels.print.sheet'), value: sheetName },
          { key: 'copies', label: t('labels.batches.copies'), value: kind === 'card' ? '' : number(copies) },
          { key: 'each', label: t('labels.print.each'), value: number(each) },
          { key: 'labels', label: t('labels.batches.labels'), value: number(labels) },
          { key: 'user', label: t('labels.batches.user'), value: userName },
        ]}
      />
      {kind === 'card' ? (
        <p className="soft small">{t('labels.batches.cards')}</p>
      ) : (
        <>
          <p className="soft small">
            {t(forgottenAt === null ? 'labels.batches.counts' : 'labels.batches.countsNot')}
          </p>
          <div className="row">
            <Button icon="print" onClick={onAgain}>
              {t('labels.batches.again')}
            </Button>
            <Forgetting batch={batch} />
          </div>
        </>
      )}
    </aside>
  )
}

function Forgetting({ batch: { id, forgottenAt } }: { batch: Batch }) {
  const { t } = useTranslation()
  const toast = useToast()
  const forget = useCommand('labels.forgetBatch')
  const isForgotten = forgottenAt !== null
  async function run() {
    const answer = await forget.run({ id, isForgotten: !isForgotten })
    if (answer.ok)
      toast({
        text: t(isForgotten ? 'labels.batches.counted' : 'labels.print.undone'),
        onUndo: async () => void (await forget.run({ id, isForgotten })),
      })
  }
  return (
    <>
      <Button icon="restore" disabled={forget.isRunning} onClick={() => void run()}>
        {t(isForgotten ? 'labels.batches.remember' : 'labels.batches.forget')}
      </Button>
      <Failure of={forget.failure} />
    </>
  )
}
