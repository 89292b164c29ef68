import { useTranslation } from 'react-i18next'
import type { Folder } from '../../shared/preservation/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { folder: Folder; onClose: () => void; onDone: (files: number) => void }

/** Says in numbers what the app forgets, and that the disk keeps everything. */
export function UnlinkDialog({ folder: { id, rev, tally }, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const unlink = useCommand('preservation.unlinkFolder')
  const count = tally.good + tally.noticed + tally.bad + tally.waiting + tally.gone
  async function letGo() {
    const answer = await unlink.run({ id, rev })
    if (answer.ok) onDone(answer.value.files)
  }
  return (
    <Dialog
      title={t('preservation.unlink.title')}
      onClose={onClose}
      actions={
        <>
          <Button kind="danger" disabled={unlink.isRunning} onClick={() => void letGo()}>
            {t('preservation.unlink.act')}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </>
      }
    >
      <p>{t('preservation.unlink.text', { count, shown: number(count) })}</p>
      <Failure of={unlink.failure} />
    </Dialog>
  )
}
