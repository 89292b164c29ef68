import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TitleRow } from '../../shared/catalogue/contract.ts'
import { useCommand, useQuery } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { MergeComparison } from './MergeComparison.tsx'
import { MergeConsequence } from './MergeConsequence.tsx'
import { useUndoMerge } from './use-undo-merge.ts'

type Props = { titles: Pick<TitleRow, 'id' | 'rev' | 'copies'>[]; onClose: () => void; onDone: () => void }

/** Titles side by side: one stays, and everything that belongs to the others moves to it. */
export function MergeDialog({ titles, onClose, onDone }: Props) {
  const { t } = useTranslation()
  const toast = useToast()
  const undoMerge = useUndoMerge()
  const [keepId, setKeepId] = useState(() => mostUsed(titles))
  const [takesOver, setTakesOver] = useState(true)
  const ids = titles.map(({ id }) => id)
  const dropIds = ids.filter((id) => id !== keepId)
  const preview = useQuery('catalogue.previewMerge', { keepId, dropIds }, { keepsPrevious: true })
  const merge = useCommand('catalogue.mergeTitles')
  const shown = preview.value

  async function submit() {
    if (!shown) return
    const { kept, dropped } = shown
    const answer = await merge.run({
      keep: { id: kept.id, rev: kept.rev },
      drop: dropped.map(({ id, rev }) => ({ id, rev })),
      takesOver,
    })
    if (!answer.ok) return
    toast({
      text: t('catalogue.merge.done', { title: kept.title, count: dropped.length + 1 }),
      onUndo: () => undoMerge(answer.value.mergeIds),
    })
    onDone()
  }
  return (
    <Dialog
      isWide
      className="widest"
      title={t('catalogue.merge.title', { count: ids.length })}
      onClose={onClose}
    >
      <p>{t('catalogue.merge.text')}</p>
      <Failure of={preview.failure ?? merge.failure} />
      {shown && shown.kept.id === keepId && (
        <>
          <MergeComparison
            titles={ids.flatMap(
              (id) => [shown.kept, ...shown.dropped].find((title) => title.id === id) ?? [],
            )}
            differing={shown.differing}
            keepId={keepId}
            onKeep={setKeepId}
          />
          <MergeConsequence preview={shown} takesOver={takesOver} onTakesOver={setTakesOver} />
        </>
      )}
      <div className="actions">
        <Button kind="primary" disabled={!shown || merge.isRunning} onClick={() => void submit()}>
          {t('catalogue.merge.submit', { count: ids.length })}
        </Button>
        <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
      </div>
    </Dialog>
  )
}

/** The title with most copies is the one people know. */
function mostUsed(titles: Props['titles']): number {
  return titles.reduce((best, title) => (title.copies > best.copies ? title : best)).id
}
