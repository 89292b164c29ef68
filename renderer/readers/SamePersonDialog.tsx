import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFailureText, type OperationFailure } from '../ui/Failure.tsx'

type Props = { failure: OperationFailure; onOther: () => void; onClose: () => void }

/** Somebody of this name has a card already: opened, or issued all the same. */
export function SamePersonDialog({ failure, onOther, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const text = useFailureText()
  return (
    <Dialog
      title={t('readers.form.asked')}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={() => void navigate(`/readers/${Number(failure.details.id)}`)}>
            {t('readers.form.check')}
          </Button>
          <Button onClick={onOther}>{t('readers.form.different')}</Button>
        </>
      }
    >
      <p>{text(failure)}</p>
    </Dialog>
  )
}
