import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { usePages } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { UseLine } from './UsedTitles.tsx'

type Props = { run: ImportRun; onClose: () => void; onUndo: (keepsUsed: boolean) => void }

const shownAtMost = 8

/** What a run brought and what was done with it since, before all of it goes. */
export function UndoDialog({ run, onClose, onUndo }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const used = usePages('interchange.usedSince', { runId: run.id })
  const [isMeant, setMeant] = useState(false)
  const { created, overlaid, copies, removed } = run.written
  const isUsed = used.rows.length > 0
  return (
    <Dialog
      title={t('interchange.undo.title', { id: run.id })}
      onClose={onClose}
      isWide={isUsed}
      actions={
        <>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
          <Button
            kind="danger"
            icon="restore"
            disabled={used.isStarting || (isUsed && !isMeant)}
            onClick={() => onUndo(isUsed)}
          >
            {t(isUsed ? 'interchange.undo.submitRest' : 'interchange.undo.submit')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          {t('interchange.undo.text', {
            created: number(created),
            overlaid: number(overlaid),
            copies: number(copies),
          })}
          {removed > 0 && ` ${t('interchange.undo.removed', { shown: number(removed) })}`}
        </p>
        <p className="soft">{t('interchange.undo.numbers')}</p>
        <Failure of={used.failure} />
        {used.isStarting && <p className="soft">{t('interchange.undo.asking')}</p>}
        {isUsed && (
          <>
            <p>{t('interchange.undo.used')}</p>
            <ul className="plain-list used-list">
              {used.rows.slice(0, shownAtMost).map((row) => (
                <UseLine key={row.titleId} row={row} />
              ))}
            </ul>
            {used.rows.length > shownAtMost && (
              <p className="soft">
                {t(used.hasMore ? 'interchange.undo.moreThan' : 'interchange.undo.more', {
                  shown: number(used.rows.length - shownAtMost),
                })}
              </p>
            )}
            <label className="check">
              <input type="checkbox" checked={isMeant} onChange={(event) => setMeant(event.target.checked)} />
              {t('interchange.undo.keep')}
            </label>
          </>
        )}
      </div>
    </Dialog>
  )
}
