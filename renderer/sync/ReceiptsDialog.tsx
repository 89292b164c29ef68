import { useTranslation } from 'react-i18next'
import { spanName } from '../../shared/period-text.ts'
import type { Output } from '../app/operation-types.ts'
import { useJob } from '../app/operations.ts'
import { Notice } from '../ui/Notice.tsx'
import { FolderJobDialog } from './FolderJobDialog.tsx'

type Props = {
  /** The folder of a receipt that was opened from outside. */
  start: string
  onClose: () => void
}

export function ReceiptsDialog({ start, onClose }: Props) {
  const { t } = useTranslation()
  const read = useJob('sync.readReceipts')
  return (
    <FolderJobDialog
      title={t('sync.receipts.dialog')}
      text={t('sync.receipts.text')}
      act={t('sync.receipts.act')}
      start={start}
      run={read}
      onAct={(path) => void read.start({ path })}
      onClose={onClose}
    >
      {read.output && <ReceiptsRead found={read.output} />}
    </FolderJobDialog>
  )
}

/** What was taken, and by name what was left where it is. */
function ReceiptsRead({
  found: { taken, messages, others, unread },
}: {
  found: Output<'sync.readReceipts'>
}) {
  const { t } = useTranslation()
  return (
    <>
      <Notice
        icon={taken.length > 0 ? 'check' : 'info'}
        text={
          taken.length > 0 ? t('sync.receipts.taken', { count: taken.length }) : t('sync.receipts.noneTaken')
        }
      />
      {messages > 0 && <Notice icon="info" text={t('sync.receipts.messages', { count: messages })} />}
      <ul className="dotted">
        {taken.map(({ name, from, to, revision, outcome }) => (
          <li key={name}>
            {t('sync.receipts.row', {
              period: spanName(t, from, to),
              revision,
              outcome: t(`sync.receipts.outcomes.${outcome}`),
            })}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{`${t('sync.receipts.others')} (${others.length})`}</summary>
          <ul className="dotted">
            {others.map(({ name, reason }, index) => (
              <li key={`${index}/${name}`}>{`${name}: ${t(`sync.receipts.reasons.${reason}`)}`}</li>
            ))}
          </ul>
        </details>
      )}
      {unread > 0 && <p className="soft small">{t('sync.receipts.unread', { count: unread })}</p>}
    </>
  )
}
