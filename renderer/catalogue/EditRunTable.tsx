import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useEditWords } from './use-edit-words.ts'

export function EditRunTable() {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const words = useEditWords()
  const edits = usePages('catalogue.edits', {})
  const undo = useJob('catalogue.undoEdit')
  if (!edits.isStarting && edits.rows.length === 0) {
    return <EmptyState icon="edit" text={t('catalogue.edits.empty')} />
  }
  return (
    <>
      <Failure of={edits.failure} />
      <JobProgress run={undo} />
      {undo.output && (
        <p aria-live="polite">
          {t('catalogue.batch.undone', {
            undone: number(undo.output.undone),
            left: number(undo.output.left),
          })}
        </p>
      )}
      <div className="card">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('catalogue.edits.madeAt')}</th>
              <th scope="col">{t('catalogue.edits.what')}</th>
              <th scope="col" className="end">
                {t('catalogue.edits.titles')}
              </th>
              <th scope="col">{t('catalogue.edits.by')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {edits.rows.map((run) => (
              <tr key={run.id}>
                <td className="number">{displayInstant(run.madeAt)}</td>
                <td>{words(run.edit)}</td>
                <td className="end number">{number(run.titles)}</td>
                <td>{run.userName ?? t('journal.history.nobody')}</td>
                <td>
                  {run.undoneAt ? (
                    <Chip icon="restore">
                      {t('catalogue.edits.undoneAt', { at: displayInstant(run.undoneAt) })}
                    </Chip>
                  ) : (
                    can('catalogue.write') && (
                      <Button
                        icon="restore"
                        disabled={undo.isRunning}
                        onClick={() => void undo.start({ id: run.id })}
                      >
                        {t('common.actions.undo')}
                      </Button>
                    )
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {edits.hasMore && <Button onClick={edits.more}>{t('common.actions.more')}</Button>}
      </div>
    </>
  )
}
