import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { useSession } from '../app/session-context.ts'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { queueName, waitingIn } from './scan-queue.ts'

/** Scans this PC still keeps because they could not be sent: somebody has to know before it is closed. */
export function WaitingNotice({ stocktake: { id, state } }: { stocktake: Stocktake }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const userId = useSession().user?.id ?? 0
  const waiting = waitingIn(localStorage, queueName(userId, id))
  if (waiting === 0) return null
  return (
    <Notice icon="warning" text={t('stocktake.waiting.notice', { shown: number(waiting) })}>
      {state === 'open' && <Link to={`/stocktake/${id}/scan`}>{t('stocktake.waiting.send')}</Link>}
    </Notice>
  )
}
