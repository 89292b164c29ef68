import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/operations.ts'
import { useFailureText } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'

/** Takes merges back, all of them or none. */
export function useUndoMerge(): (mergeIds: number[]) => Promise<void> {
  const { t } = useTranslation()
  const toast = useToast()
  const text = useFailureText()
  const undo = useCommand('catalogue.undoMerge')
  return async (ids) => {
    const answer = await undo.run({ ids })
    toast({ text: answer.ok ? t('catalogue.merge.undone') : text(answer.error) })
  }
}
