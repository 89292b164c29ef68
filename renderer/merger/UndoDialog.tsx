import { useTranslation } from 'react-i18next'
import type { Merger } from '../../shared/merger/contract.ts'
import { usePages } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { UseLine } from '../interchange/index.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { merger: Merger; onClose: () => void; onUndo: () => void }

const shownAtMost = 8

/** What a merger brought, or what stands in the way of taking it back. */
export function UndoDialog({ merger, onClose, onUndo }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const obstacles = usePages('merger.obstacles', { mergerId: merger.id })
  const { created, copies, siteIds } = merger.written
  const isBlocked = obstacles.rows.length > 0
  const more = obstacles.rows.length - shownAtMost
  return (
    <Dialog
      title={t('merger.undo.title', { unit: merger.unitName })}
      onClose={onClose}
      isWide={isBlocked}
      actions={
        <>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          <Button
            kind="danger"
            icon="restore"
            disabled={obstacles.isStarting || isBlocked || obstacles.failure !== null}
            onClick={onUndo}
          >
            {t('merger.undo.submit')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <Failure of={obstacles.failure} />
        {obstacles.isStarting && <p className="soft">{t('merger.undo.asking')}</p>}
        {isBlocked ? (
          <>
            <p>{t('merger.undo.blocked')}</p>
            <ul className="plain-list used-list">
              {obstacles.rows.slice(0, shownAtMost).map((row) => (
                <UseLine key={row.titleId} row={row} />
              ))}
            </ul>
            {more > 0 && <p className="soft">{t('merger.undo.more', { count: more })}</p>}
          </>
        ) : (
          <p>
            {t('merger.undo.text', {
              created: number(created),
              copies: number(copies),
              sites: number(siteIds.length),
            })}
          </p>
        )}
      </div>
    </Dialog>
  )
}
