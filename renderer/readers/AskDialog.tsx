import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFailureText, type OperationFailure } from '../ui/Failure.tsx'

type Props = { failure: OperationFailure; onMeant: () => void; onClose: () => void }

/** What is hardly meant is asked about, with what it is compared with. */
export function AskDialog({ failure, onMeant, onClose }: Props) {
  const { t } = useTranslation()
  const text = useFailureText()
  return (
    <Dialog
      title={t('readers.counters.asked')}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={onClose}>
            {t('readers.counters.check')}
          </Button>
          <Button onClick={onMeant}>{t('readers.counters.meant')}</Button>
        </>
      }
    >
      <p>{text(failure)}</p>
    </Dialog>
  )
}
