import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCommand, usePages } from '../app/operations.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { UndoTable } from './UndoTable.tsx'

export function MergeTable() {
  const { t } = useTranslation()
  const toast = useToast()
  const merges = usePages('catalogue.merges', {})
  const undo = useCommand('catalogue.undoMerge')
  if (!merges.isStarting && merges.rows.length === 0) {
    return <EmptyState icon="restore" text={t('catalogue.merge.empty')} />
  }
  async function takeBack(id: number) {
    const answer = await undo.run({ ids: [id] })
    if (answer.ok) toast({ text: t('catalogue.merge.undone') })
  }
  return (
    <>
      <Failure of={merges.failure ?? undo.failure} />
      <UndoTable
        pages={merges}
        columns={[
          { key: 'dropped', label: t('catalogue.merge.droppedTitle'), cell: (merge) => merge.droppedTitle },
          {
            key: 'kept',
            label: t('catalogue.merge.keptTitle'),
            cell: (merge) => <Link to={`/catalogue/${merge.keptId}`}>{merge.keptTitle}</Link>,
          },
        ]}
        isUndoing={undo.isRunning}
        onUndo={(id) => void takeBack(id)}
      />
    </>
  )
}
