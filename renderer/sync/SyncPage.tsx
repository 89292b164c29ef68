import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearchParams } from 'react-router'
import { isSent } from '../../shared/periods.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useOpenedHere } from '../app/use-opened-file.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { GapList } from './GapList.tsx'
import { KeyCard } from './KeyCard.tsx'
import { PackageCheck } from './PackageCheck.tsx'
import { PackageTable } from './PackageTable.tsx'
import { ReceiptsDialog } from './ReceiptsDialog.tsx'
import { ReceiverCard } from './ReceiverCard.tsx'
import { RecoveryCodeDialog } from './RecoveryCodeDialog.tsx'
import { useRoads } from './use-roads.tsx'
import { WaitingPeriods } from './WaitingPeriods.tsx'

/** What goes up to the ministry, by whatever road, and what came back of it. */
export function SyncPage() {
  const { t } = useTranslation()
  const can = useCan()
  const [search] = useSearchParams()
  const status = useQuery('sync.status', {})
  const periods = useQuery('reports.periods', {})
  const { key } = useLocation()
  const opened = useOpenedHere()
  const [isReading, setReading] = useState(opened?.kind === 'receipt')
  const [made, setMade] = useState<Output<'sync.makeKey'> | null>(null)
  const mayDeliver = can('sync.deliver')
  const { value } = status
  const packages = value?.packages ?? []
  const { roads, sendAll, news } = useRoads(value, mayDeliver)
  const waiting = (periods.value ?? []).filter(
    (period) =>
      period.state === 'signed' &&
      isSent(period) &&
      !packages.some((written) => written.periodId === period.id),
  )
  const isReady = value && value.key.state === 'ready'
  const keyCard = value && <KeyCard signingKey={value.key} mayDeliver={mayDeliver} onMade={setMade} />
  return (
    <div className="page">
      <PageHeader title={t('sync.page.title')} hint={t('sync.page.hint')}>
        <Link className="button" to="/sync/messages">
          <Icon name="info" />
          {t('sync.menu.messages')}
          {value !== undefined && value.questions.open > 0 && (
            <Chip tone="warn">{t('sync.messages.open', { count: value.questions.open })}</Chip>
          )}
        </Link>
        <Link className="button" to="/sync/attempts">
          <Icon name="history" />
          {t('sync.menu.attempts')}
        </Link>
      </PageHeader>
      <Failure of={status.failure ?? periods.failure} />
      <div className="sync-columns">
        <div className="stack">
          {isReady === false && keyCard}
          <section className="card">
            <h2>{t('sync.waiting.title')}</h2>
            {value && periods.value && (
              <WaitingPeriods
                periods={waiting}
                hasPackages={packages.length > 0}
                wantedId={Number(search.get('period'))}
                roads={roads}
              />
            )}
            {sendAll && (
              <div className="actions">
                <Button icon="send" disabled={roads?.isBusy ?? true} onClick={sendAll}>
                  {t('sync.sending.all')}
                </Button>
              </div>
            )}
            {news}
          </section>
          {packages.length > 0 && (
            <section className="card">
              <h2>{t('sync.written.title')}</h2>
              <PackageTable packages={packages} roads={roads} />
            </section>
          )}
          {value && <GapList gaps={value.gaps} />}
        </div>
        <div className="stack">
          {value && <ReceiverCard status={value} mayDeliver={mayDeliver} />}
          {value?.enrolment && mayDeliver && (
            <section className="card">
              <h2>{t('sync.receipts.title')}</h2>
              <p>{t('sync.receipts.hint')}</p>
              <div className="actions">
                <Button does="sync.readReceipts" icon="file" onClick={() => setReading(true)}>
                  {t('sync.receipts.open')}
                </Button>
              </div>
            </section>
          )}
          {isReady && keyCard}
          <section className="card">
            <h2>{t('sync.check.title')}</h2>
            <PackageCheck key={key} opened={opened?.kind === 'package' ? opened.file : null} />
          </section>
        </div>
      </div>
      {made && (
        <RecoveryCodeDialog
          code={made.recoveryCode}
          fingerprint={made.fingerprint}
          onClose={() => setMade(null)}
        />
      )}
      {isReading && (
        <ReceiptsDialog
          start={opened?.kind === 'receipt' ? opened.folder : ''}
          onClose={() => setReading(false)}
        />
      )}
    </div>
  )
}
