import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { spanName } from '../../shared/period-text.ts'
import type { Output } from '../app/operation-types.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { FolderChooser } from '../preservation/index.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'

type Props = {
  /** The folder of a receipt that was opened from outside. */
  start: string
  onClose: () => void
}

export function ReceiptsDialog({ start, onClose }: Props) {
  const { t } = useTranslation()
  const read = useJob('sync.readReceipts')
  const [path, setPath] = useState(start)
  return (
    <Dialog
      title={t('sync.receipts.dialog')}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button
            kind="primary"
            disabled={path.trim() === '' || read.isRunning}
            onClick={() => void read.start({ path: path.trim() })}
          >
            {t('sync.receipts.act')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.close')}</Button>
        </>
      }
    >
      <p>{t('sync.receipts.text')}</p>
      <TextField
        label={t('sync.folder.path')}
        value={path}
        onChange={(event) => setPath(event.target.value)}
        isRequired
      />
      <FolderChooser start={start} places="sync.places" onChoose={setPath} />
      <JobProgress run={read} />
      {read.output && <ReceiptsRead found={read.output} />}
    </Dialog>
  )
}

/** What was taken, and by name what was left where it is. */
function ReceiptsRead({ found: { taken, others, unread } }: { found: Output<'sync.readReceipts'> }) {
  const { t } = useTranslation()
  return (
    <>
      <Notice
        icon={taken.length > 0 ? 'check' : 'info'}
        text={
          taken.length > 0 ? t('sync.receipts.taken', { count: taken.length }) : t('sync.receipts.noneTaken')
        }
      />
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
