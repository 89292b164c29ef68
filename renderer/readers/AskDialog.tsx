import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFailureText, type OperationFailure } from '../ui/Failure.tsx'

type Props = {
  title: string
  /** What the button says that goes on all the same. */
  meant: string
  failure: OperationFailure
  /** What it speaks of, one by one. */
  facts?: readonly string[]
  onMeant: () => void
  onClose: () => void
}

/** What is hardly meant is asked about, with what it is compared with. */
export function AskDialog({ title, meant, failure, facts = [], onMeant, onClose }: Props) {
  const { t } = useTranslation()
  const text = useFailureText()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onClick={onClose}>
            {t('readers.counters.check')}
          </Button>
          <Button onClick={onMeant}>{meant}</Button>
        </>
      }
    >
      <p>{text(failure)}</p>
      {facts.length > 0 && (
        <ul>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
