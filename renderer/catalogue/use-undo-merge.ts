import { useTranslation } from 'react-i18next'
import { useCall, useCommand } from '../app/operations.ts'
import { useFailureText } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'

/** Takes the last merges into a title back, the newest first: each stands on the one before. */
export function useUndoMerge(): (keptId: number, count: number) => Promise<void> {
  const { t } = useTranslation()
  const toast = useToast()
  const text = useFailureText()
  const call = useCall()
  const undo = useCommand('catalogue.undoMerge')
  return async (keptId, count) => {
    const merges = await call('catalogue.merges', {})
    if (!merges.ok) return toast({ text: text(merges.error) })
    const mine = merges.value.rows.filter((merge) => merge.keptId === keptId && merge.undoneAt === null)
    for (const { id } of mine.slice(0, count)) {
      const answer = await undo.run({ id })
      if (!answer.ok) return toast({ text: text(answer.error) })
    }
    toast({ text: t('catalogue.merge.undone') })
  }
}
