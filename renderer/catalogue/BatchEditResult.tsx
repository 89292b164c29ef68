import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { result: Output<'catalogue.editTitles'>; onDone: () => void }

/** What was changed and what was not, and the way back. */
export function BatchEditResult({ result: { editId, changed, refused }, onDone }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const undo = useJob('catalogue.undoEdit')
  return (
    <>
      <p aria-live="polite">
        {undo.output
          ? t('catalogue.batch.undone', {
              undone: number(undo.output.undone),
              left: number(undo.output.left),
            })
          : t('catalogue.batch.result', { changed: number(changed), refused: number(refused) })}
      </p>
      <JobProgress run={undo} />
      <div className="actions">
        <Button kind="primary" onClick={onDone}>
          {t('common.actions.close')}
        </Button>
        {editId !== null && !undo.output && (
          <Button icon="restore" disabled={undo.isRunning} onClick={() => void undo.start({ id: editId })}>
            {t('common.actions.undo')}
          </Button>
        )}
        <Link className="button quiet" to="/catalogue/edits">
          {t('catalogue.edits.title')}
        </Link>
      </div>
    </>
  )
}
