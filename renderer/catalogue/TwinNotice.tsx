import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OperationFailure } from '../ui/Failure.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'

/** The title that has the same ISBN. */
export type Twin = { id: number; title: string }

export function twinOf({ code, details: { id, title } }: OperationFailure): Twin | null {
  const isTwin = code === 'duplicate_isbn' && typeof id === 'number' && typeof title === 'string'
  return isTwin ? { id, title } : null
}

type Props = { twin: Twin; isRunning: boolean; onSave: () => void }

/** Two ways on when an ISBN is taken: go to the title that has it, or save, since volumes of a set share one. */
export function TwinNotice({ twin, isRunning, onSave }: Props) {
  const { t } = useTranslation()
  return (
    <Notice icon="warning" text={t('catalogue.form.twin', { title: twin.title })}>
      <Link className="button" to={`/catalogue/${twin.id}`}>
        {t('catalogue.form.openTwin')}
      </Link>
      <Button disabled={isRunning} onClick={onSave}>
        {t('catalogue.form.saveBesideTwin')}
      </Button>
    </Notice>
  )
}
