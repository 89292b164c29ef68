import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Batch } from '../../shared/digitization/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useKept } from '../app/kept.ts'
import { useCommand, useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { DigitizationTabs } from './DigitizationTabs.tsx'
import { jobsAddress } from './jobs-address.ts'

/** Every making of jobs, the newest first: its slips, its jobs, and the way back while nobody has begun. */
export function BatchListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const list = useQuery('digitization.batches', {})
  const [selected, setSelected] = useKept<number | null>('digitization.batch', null)
  const [isTaking, setTaking] = useState(false)
  const slips = useJob('digitization.printSlips')
  useSavedFile(slips.output?.file, slips.clear)
  const columns = useBatchColumns()
  const batch = list.value?.find(({ id }) => id === selected)
  return (
    <div className="page filled">
      <PageHeader title={t('digitization.batches.title')} hint={t('digitization.batches.hint')}>
        {batch && (
          <>
            <Link className="button" to={jobsAddress({ batchId: batch.id, state: null })}>
              {t('digitization.batches.jobs')}
            </Link>
            <Button
              icon="print"
              disabled={slips.isRunning || batch.open === 0}
              onClick={() => void slips.start({ source: { batchId: batch.id } })}
            >
              {t('digitization.batches.slips')}
            </Button>
            {can('digitization.write') && (
              <Button icon="restore" disabled={batch.begun > 0} onClick={() => setTaking(true)}>
                {t('digitization.batches.takeBack')}
              </Button>
            )}
          </>
        )}
      </PageHeader>
      <DigitizationTabs />
      <JobProgress run={slips} />
      <Failure of={list.failure} />
      <Table
        label={t('digitization.batches.title')}
        name="digitization.batches"
        columns={columns}
        rows={list.value ?? []}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate(jobsAddress({ batchId: id, state: null }))}
        isLoading={list.isLoading}
        empty={
          <EmptyState icon="panel" text={t('digitization.batches.empty')}>
            {can('digitization.write') && (
              <Link className="button primary" to="/digitization/jobs/make">
                {t('digitization.list.first')}
              </Link>
            )}
          </EmptyState>
        }
      />
      {isTaking && batch && <TakeBackDialog batch={batch} onClose={() => setTaking(false)} />}
    </div>
  )
}

function TakeBackDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const takeBack = useCommand('digitization.takeBackBatch')
  const shown = number(batch.open + batch.done + batch.cancelled)
  async function submit() {
    const answer = await takeBack.run({ id: batch.id })
    if (!answer.ok) return
    toast({ text: t('digitization.make.undone', { shown: number(answer.value.jobs) }) })
    onClose()
  }
  return (
    <Dialog
      title={t('digitization.batches.takeBackTitle', { name: batch.name })}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" disabled={takeBack.isRunning} onClick={() => void submit()}>
            {t('digitization.batches.takeBackSubmit', { shown })}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      <p>{t('digitization.batches.takeBackText', { shown })}</p>
      <Failure of={takeBack.failure} />
    </Dialog>
  )
}

function useBatchColumns(): Column<Batch>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const counted = (key: 'open' | 'done' | 'cancelled' | 'begun'): Column<Batch> => ({
    key,
    label: t(`digitization.batches.${key}`),
    widthPx: 112,
    align: 'end',
    cell: (batch) => number(batch[key]),
  })
  return [
    {
      key: 'name',
      label: t('digitization.fields.batch'),
      widthPx: 180,
      grows: true,
      cell: ({ name }) => name,
    },
    {
      key: 'project',
      label: t('digitization.fields.project'),
      widthPx: 220,
      grows: true,
      cell: ({ projectName }) => projectName,
    },
    {
      key: 'madeAt',
      label: t('digitization.batches.madeAt'),
      widthPx: 150,
      cell: ({ madeAt }) => displayInstant(madeAt),
    },
    counted('open'),
    counted('begun'),
    counted('done'),
    counted('cancelled'),
  ]
}
