import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

export function UndoResult({ output }: { output: Output<'interchange.undo'> }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { titles, copies, restored, kept } = output
  const words = {
    titles: number(titles),
    copies: number(copies),
    restored: number(restored),
    kept: number(kept),
  }
  return (
    <Notice
      icon="restore"
      text={t(kept > 0 ? 'interchange.undo.doneKept' : 'interchange.undo.done', words)}
    />
  )
}
