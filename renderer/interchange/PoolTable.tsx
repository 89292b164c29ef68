import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Pool = Output<'interchange.pools'>[number]
type Props = { pools: Pool[]; isLoading: boolean; mayRemove: boolean }

export function PoolTable({ pools, isLoading, mayRemove }: Props) {
  const { t } = useTranslation()
  const [selected, setSelected] = useState<number | null>(null)
  const [removing, setRemoving] = useState<Pool | null>(null)
  const columns = usePoolColumns(mayRemove ? setRemoving : null)
  return (
    <>
      <Table
        label={t('interchange.pools.title')}
        name="pools"
        columns={columns}
        rows={pools}
        keyOf={({ id }) => id}
        selected={selected}
        onSelect={({ id }) => setSelected(id)}
        isLoading={isLoading}
        empty={null}
      />
      {removing && <RemoveDialog pool={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}

function usePoolColumns(onRemove: ((pool: Pool) => void) | null): Column<Pool>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return [
    {
      key: 'name',
      label: t('interchange.pools.columns.name'),
      widthPx: 240,
      grows: true,
      cell: ({ name }) => name,
    },
    {
      key: 'records',
      label: t('interchange.pools.columns.records'),
      widthPx: 110,
      align: 'end',
      cell: ({ records }) => number(records),
    },
    {
      key: 'fileName',
      label: t('interchange.pools.columns.fileName'),
      widthPx: 220,
      cell: ({ fileName }) => fileName,
    },
    {
      key: 'addedOn',
      label: t('interchange.pools.columns.addedOn'),
      widthPx: 110,
      cell: ({ addedOn }) => displayDate(addedOn),
    },
    ...(onRemove
      ? [
          {
            key: 'remove',
            label: t('interchange.pools.columns.act'),
            widthPx: 60,
            cell: (pool: Pool) => (
              <IconButton
                icon="remove"
                className="in-row"
                label={t('interchange.pools.remove', { name: pool.name })}
                onClick={() => onRemove(pool)}
              />
            ),
          },
        ]
      : []),
  ]
}

/** Records leave that can only come back with their file, so one is asked first. */
function RemoveDialog({ pool, onClose }: { pool: Pool; onClose: () => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const remove = useCommand('interchange.removePool')
  const { id, name, records, fileName } = pool
  async function run() {
    const answer = await remove.run({ id })
    if (!answer.ok) return
    toast({ text: t('interchange.pools.removed', { name }) })
    onClose()
  }
  return (
    <Dialog
      title={t('interchange.pools.remove', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          <Button kind="danger" icon="remove" disabled={remove.isRunning} onClick={() => void run()}>
            {t('interchange.pools.removeSubmit', { shown: number(records) })}
          </Button>
        </>
      }
    >
      <p>{t('interchange.pools.removeText', { name, shown: number(records), fileName })}</p>
      <Failure of={remove.failure} />
    </Dialog>
  )
}
