import { useTranslation } from 'react-i18next'
import type { Title } from '../../shared/catalogue/contract.ts'
import { useCommand } from '../app/operations.ts'
import { useFailureText } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { EditedTitle } from './title-values.ts'

/** Takes an addition back; where that is refused, says so. */
export function useUndoAdd(): (title: Title) => Promise<void> {
  const { t } = useTranslation()
  const toast = useToast()
  const text = useFailureText()
  const remove = useCommand('catalogue.removeTitle')
  return async ({ id, rev, title }) => {
    const answer = await remove.run({ id, rev })
    toast({ text: answer.ok ? t('catalogue.record.undone', { title }) : text(answer.error) })
  }
}

/** Takes a removal back. */
export function useUndoRemove(): (title: Title) => Promise<void> {
  const { t } = useTranslation()
  const toast = useToast()
  const text = useFailureText()
  const restore = useCommand('catalogue.restoreTitle')
  return async ({ id, rev, title }) => {
    const answer = await restore.run({ id, rev })
    toast({ text: answer.ok ? t('catalogue.record.restored', { title }) : text(answer.error) })
  }
}

/** Gives a changed title its former values again, as one more change. */
export function useUndoUpdate(): (title: Title, former: EditedTitle) => Promise<void> {
  const { t } = useTranslation()
  const toast = useToast()
  const text = useFailureText()
  const update = useCommand('catalogue.updateTitle')
  return async ({ id, rev }, former) => {
    const answer = await update.run({ ...former, id, rev, isSameIsbnMeant: true })
    toast({
      text: answer.ok ? t('catalogue.record.changeUndone', { title: former.title }) : text(answer.error),
    })
  }
}
