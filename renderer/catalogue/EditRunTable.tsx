import { useTranslation } from 'react-i18next'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, usePages } from '../app/operations.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { UndoTable } from './UndoTable.tsx'
import { useEditWords } from './use-edit-words.ts'

export function EditRunTable() {
  const { t } = useTranslation()
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
      <UndoTable
        pages={edits}
        columns={[
          { key: 'what', label: t('catalogue.edits.what'), cell: (run) => words(run.edit) },
          {
            key: 'titles',
            label: t('catalogue.edits.titles'),
            isNumber: true,
            cell: (run) => number(run.titles),
          },
          {
            key: 'by',
            label: t('catalogue.edits.by'),
            cell: (run) => run.userName ?? t('journal.history.nobody'),
          },
        ]}
        isUndoing={undo.isRunning}
        onUndo={(id) => void undo.start({ id })}
      />
    </>
  )
}
