import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Retirement } from '../../shared/facilities/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
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
import { FacilitiesTabs } from './FacilitiesTabs.tsx'

/** By which decisions equipment left use; their minutes, and the way back. */
export function RetirementListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const asked = useQuery('facilities.retirements', {})
  const [selected, setSelected] = useState<number | null>(null)
  const [isCancelling, setCancelling] = useState(false)
  const print = useJob('facilities.printRetirement')
  useSavedFile(print.output?.file, print.clear)
  const rows = asked.value ?? []
  const chosen = rows.find(({ id }) => id === selected)
  return (
    <div className="page filled">
      <PageHeader title={t('facilities.retirements.title')} hint={t('facilities.retirements.hint')}>
        {chosen && (
          <>
            {(['docx', 'pdf'] as const).map((format) => (
              <Button
                key={format}
                icon="print"
                disabled={print.isRunning}
                onClick={() => void print.start({ id: chosen.id, format })}
              >
                {t(`facilities.retirements.${format}`)}
              </Button>
            ))}
            {can('facilities.write') && (
              <Button icon="restore" onClick={() => setCancelling(true)}>
                {t('facilities.retirements.cancel')}
              </Button>
            )}
          </>
        )}
      </PageHeader>
      <FacilitiesTabs />
      <Failure of={asked.failure} />
      <JobProgress run={print} />
      <Table
        label={t('facilities.retirements.title')}
        name="retirements"
        columns={useColumns()}
        rows={rows}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        isLoading={asked.isLoading}
        empty={
          <EmptyState icon="box" text={t('facilities.retirements.empty')}>
            <Link className="button" to="/facilities/equipment">
              {t('facilities.retirements.toEquipment')}
            </Link>
          </EmptyState>
        }
      />
      {isCancelling && chosen && <CancelDialog retirement={chosen} onClose={() => setCancelling(false)} />}
    </div>
  )
}

function CancelDialog({ retirement, onClose }: { retirement: Retirement; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const cancel = useCommand('facilities.cancelRetirement')
  const { id, rev, number, equipment } = retirement
  async function run() {
    const answer = await cancel.run({ id, rev })
    if (!answer.ok) return
    toast({ text: t('facilities.retirements.cancelled', { number, count: equipment }) })
    onClose()
  }
  return (
    <Dialog
      title={t('facilities.retirements.cancel')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          <Button kind="danger" disabled={cancel.isRunning} onClick={() => void run()}>
            {t('facilities.retirements.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('facilities.retirements.cancelText', { number, count: equipment })}</p>
      <Failure of={cancel.failure} />
    </Dialog>
  )
}

function useColumns(): Column<Retirement>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      { key: 'number', label: t('facilities.retire.number'), widthPx: 140, cell: (row) => row.number },
      {
        key: 'decidedOn',
        label: t('facilities.retire.decidedOn'),
        widthPx: 110,
        cell: ({ decidedOn }) => displayDate(decidedOn),
      },
      {
        key: 'reason',
        label: t('facilities.retire.reason'),
        widthPx: 260,
        grows: true,
        cell: ({ reason }) => reason,
      },
      {
        key: 'disposal',
        label: t('facilities.retire.disposal'),
        widthPx: 160,
        cell: ({ disposal }) => t(`facilities.disposals.${disposal}`),
      },
      {
        key: 'equipment',
        label: t('facilities.fields.equipment'),
        widthPx: 90,
        align: 'end',
        cell: ({ equipment }) => number(equipment),
      },
      {
        key: 'price',
        label: t('facilities.paper.price'),
        widthPx: 160,
        align: 'end',
        cell: ({ price }) => number(price),
      },
    ],
    [t, number],
  )
}
