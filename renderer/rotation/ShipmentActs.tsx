import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Shipment } from '../../shared/rotation/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { ExtendDialog } from './ExtendDialog.tsx'
import { SendDialog } from './SendDialog.tsx'
import { ShipmentDialog } from './ShipmentDialog.tsx'
import { TransferDialog } from './TransferDialog.tsx'

type Open = 'edit' | 'send' | 'extend' | 'transfer'
type Props = { shipment: Shipment }

/** What can be done with it now, the next step first. */
export function ShipmentActs({ shipment }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  // A draft leads here with the form open.
  const isDraft = useSearchParams()[0].has('edit')
  const [open, setOpen] = useState<Open | null>(isDraft ? 'edit' : null)
  const close = () => setOpen(null)
  const { sentOn, closedOn, copies } = shipment
  const isOut = sentOn !== null && closedOn === null
  return (
    <>
      <div className="row no-print">
        {can('rotation.write') && (
          <>
            {sentOn === null && (
              <Button kind="primary" icon="forward" disabled={copies === 0} onClick={() => setOpen('send')}>
                {t('rotation.send.open')}
              </Button>
            )}
            {isOut && <OutActs shipment={shipment} onOpen={setOpen} />}
            {closedOn !== null && <ClosedActs shipment={shipment} />}
            <Button icon="edit" onClick={() => setOpen('edit')}>
              {t('common.actions.edit')}
            </Button>
          </>
        )}
        {copies > 0 && <Papers shipment={shipment} />}
      </div>
      {open === 'edit' && <ShipmentDialog shipment={shipment} onClose={close} />}
      {open === 'send' && <SendDialog shipment={shipment} onClose={close} />}
      {open === 'extend' && <ExtendDialog shipment={shipment} onClose={close} />}
      {open === 'transfer' && <TransferDialog shipment={shipment} onClose={close} />}
    </>
  )
}

function OutActs({ shipment, onOpen }: Props & { onOpen: (open: Open) => void }) {
  const { t } = useTranslation()
  const toast = useToast()
  const navigate = useNavigate()
  const arrival = useCommand('rotation.confirmArrival')
  const cancel = useCommand('rotation.cancelSending')
  const cancelExtension = useCommand('rotation.cancelExtension')
  const { id, rev, arrivedOn, extensions } = shipment
  async function arrived(on: string | null) {
    const answer = await arrival.run({ id, rev, arrivedOn: on })
    if (answer.ok && on !== null)
      toast({
        text: t('rotation.shipment.arrived', { on: displayDate(on) }),
        onUndo: async () => void (await arrival.run({ id, rev: rev + 1, arrivedOn: null })),
      })
  }
  async function takeBack() {
    const answer = await cancel.run({ id, rev })
    if (!answer.ok) return
    toast({ text: t('rotation.send.cancelled', { number: shipment.number }) })
    if (answer.value.id !== id) void navigate(`/rotation/${answer.value.id}`)
  }
  const more = [
    { key: 'extend', label: t('rotation.extend.open'), onPick: () => onOpen('extend') },
    { key: 'transfer', label: t('rotation.transfer.open'), onPick: () => onOpen('transfer') },
    ...(arrivedOn === null
      ? [{ key: 'cancel', label: t('rotation.send.cancel'), onPick: () => void takeBack() }]
      : [{ key: 'notThere', label: t('rotation.shipment.notThere'), onPick: () => void arrived(null) }]),
    ...(extensions.length > 0
      ? [
          {
            key: 'cancelExtension',
            label: t('rotation.extend.cancel'),
            onPick: () => void cancelExtension.run({ id, rev }),
          },
        ]
      : []),
  ]
  return (
    <>
      {arrivedOn === null && (
        <Button icon="home" disabled={arrival.isRunning} onClick={() => void arrived(isoDateAt(Date.now()))}>
          {t('rotation.shipment.confirmArrival')}
        </Button>
      )}
      <Link className="button primary" to={`/rotation/${id}/return`}>
        <Icon name="barcode" />
        {t('rotation.return.open')}
      </Link>
      <Menu
        label={t('rotation.shipment.more')}
        buttonClass="button"
        button={
          <>
            {t('rotation.shipment.more')}
            <Icon name="down" />
          </>
        }
        items={more}
      />
      <Failure of={arrival.failure ?? cancel.failure ?? cancelExtension.failure} />
    </>
  )
}

function ClosedActs({ shipment: { id, rev, number, missing, wentOnTo } }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const reopen = useCommand('rotation.reopenShipment')
  if (wentOnTo) return null
  async function open() {
    const answer = await reopen.run({ id, rev })
    if (answer.ok) toast({ text: t('rotation.close.reopened', { number }) })
  }
  return (
    <>
      {missing > 0 && (
        <Link className="button" to={`/rotation/${id}/return`}>
          <Icon name="barcode" />
          {t('rotation.return.foundOpen')}
        </Link>
      )}
      <Button icon="restore" disabled={reopen.isRunning} onClick={() => void open()}>
        {t('rotation.close.reopen')}
      </Button>
      <Failure of={reopen.failure} />
    </>
  )
}

function Papers({ shipment: { id, sentOn, closedOn } }: Props) {
  const { t } = useTranslation()
  const packing = useJob('rotation.printPackingList')
  const minutes = useJob('rotation.printMinutes')
  useSavedFile(packing.output?.file, packing.clear)
  useSavedFile(minutes.output?.file, minutes.clear)
  const items = [
    ...(['docx', 'pdf', 'xlsx'] as const).map((format) => ({
      key: `packing-${format}`,
      label: t(`rotation.papers.packing.${format}`),
      onPick: () => void packing.start({ id, format }),
    })),
    ...(['docx', 'pdf'] as const).map((format) => ({
      key: `handOver-${format}`,
      label: t(`rotation.papers.handOver.${format}`),
      onPick: () => void minutes.start({ id, kind: 'handOver', format }),
    })),
    ...(sentOn === null || closedOn === null
      ? []
      : (['docx', 'pdf'] as const).map((format) => ({
          key: `return-${format}`,
          label: t(`rotation.papers.return.${format}`),
          onPick: () => void minutes.start({ id, kind: 'return', format }),
        }))),
  ]
  return (
    <>
      <Menu
        label={t('rotation.papers.open')}
        buttonClass="button"
        button={
          <>
            <Icon name="print" />
            {t('rotation.papers.open')}
            <Icon name="down" />
          </>
        }
        items={items}
      />
      <JobProgress run={packing} />
      <JobProgress run={minutes} />
    </>
  )
}
