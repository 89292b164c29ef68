import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServed } from '../app/about.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { BeginServing } from './BeginServing.tsx'
import { ConnectSheet } from './ConnectSheet.tsx'
import { RefusedTable } from './RefusedTable.tsx'
import { SeatTable } from './SeatTable.tsx'
import { StartsItself } from './StartsItself.tsx'

const tabs = ['connect', 'seats', 'refused'] as const

/** Whether this PC serves the others, how they come in, and who does. */
export function LanPage() {
  const { t } = useTranslation()
  const served = useServed()
  const [tab, setTab] = useState<(typeof tabs)[number]>('connect')
  const [isRenewing, setRenewing] = useState(false)
  const { value: standing, failure } = useQuery('lan.standing', {})
  const stop = useCommand('lan.stopServing')
  if (!standing) return <Failure of={failure} />
  const { state, port, isWanted, seats, refused } = standing
  const counts = { connect: 0, seats: seats.length, refused: refused.length }
  const canChange = served === null && state !== 'not_allowed'
  return (
    <div className="page filled">
      <PageHeader title={t('lan.page.title')} hint={t('lan.page.hint')}>
        {isWanted && (
          <Button kind="primary" icon="print" onClick={() => window.print()} disabled={tab !== 'connect'}>
            {t('lan.page.print')}
          </Button>
        )}
        {isWanted && canChange && (
          <>
            <Button icon="key" onClick={() => setRenewing(true)}>
              {t('lan.page.renew')}
            </Button>
            <Button icon="close" disabled={stop.isRunning} onClick={() => void stop.run({})}>
              {t('lan.page.stop')}
            </Button>
          </>
        )}
      </PageHeader>
      {served && <Notice icon="info" text={t('lan.notes.served', { server: served.server })} />}
      {state === 'not_allowed' && <Notice icon="lock" text={t('lan.notes.not_allowed')} />}
      {state === 'port_taken' && <Notice icon="warning" text={t('lan.notes.port_taken', { port })} />}
      <Failure of={failure ?? stop.failure} />
      {isRenewing && <RenewDialog onClose={() => setRenewing(false)} />}
      {canChange && (!isWanted || state === 'port_taken') && <BeginServing port={port} />}
      {isWanted && state !== 'shut' && (
        <p className="no-print">
          <Chip tone={state === 'serving' ? 'good' : 'bad'} icon={state === 'serving' ? 'check' : 'warning'}>
            {t(`lan.states.${state}`, { port })}
          </Chip>
        </p>
      )}
      {state === 'serving' && seats.length === 0 && (
        <p className="soft small no-print">{t('lan.begin.firewall')}</p>
      )}
      {isWanted && (
        <Tabs
          label={t('lan.page.title')}
          tabs={tabs.map((key) => ({ key, label: t(`lan.page.${key}`, { count: counts[key] }) }))}
          current={tab}
          onChange={setTab}
        >
          {tab === 'connect' && <ConnectSheet standing={standing} />}
          {tab === 'seats' && <SeatTable seats={seats} />}
          {tab === 'refused' && <RefusedTable refused={refused} />}
        </Tabs>
      )}
      <StartsItself />
    </div>
  )
}

function RenewDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const renew = useCommand('lan.renew')
  async function confirm() {
    if ((await renew.run({})).ok) onClose()
  }
  return (
    <Dialog
      title={t('lan.renewal.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          <Button kind="primary" disabled={renew.isRunning} onClick={() => void confirm()}>
            {t('lan.renewal.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('lan.renewal.text')}</p>
      <Failure of={renew.failure} />
    </Dialog>
  )
}
