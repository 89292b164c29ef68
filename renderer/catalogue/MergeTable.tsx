import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import { useCommand, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'

export function MergeTable() {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const merges = usePages('catalogue.merges', {})
  const undo = useCommand('catalogue.undoMerge')
  if (!merges.isStarting && merges.rows.length === 0) {
    return <EmptyState icon="restore" text={t('catalogue.merge.empty')} />
  }
  async function takeBack(id: number) {
    const answer = await undo.run({ id })
    if (answer.ok) toast({ text: t('catalogue.merge.undone') })
  }
  return (
    <>
      <Failure of={merges.failure ?? undo.failure} />
      <div className="card">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('catalogue.edits.madeAt')}</th>
              <th scope="col">{t('catalogue.merge.droppedTitle')}</th>
              <th scope="col">{t('catalogue.merge.keptTitle')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {merges.rows.map((merge) => (
              <tr key={merge.id}>
                <td className="number">{displayInstant(merge.madeAt)}</td>
                <td>{merge.droppedTitle}</td>
                <td>
                  <Link to={`/catalogue/${merge.keptId}`}>{merge.keptTitle}</Link>
                </td>
                <td>
                  {merge.undoneAt ? (
                    <Chip icon="restore">
                      {t('catalogue.edits.undoneAt', { at: displayInstant(merge.undoneAt) })}
                    </Chip>
                  ) : (
                    can('catalogue.write') && (
                      <Button
                        icon="restore"
                        disabled={undo.isRunning}
                        onClick={() => void takeBack(merge.id)}
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
        {merges.hasMore && <Button onClick={merges.more}>{t('common.actions.more')}</Button>}
      </div>
    </>
  )
}
