import { useTranslation } from 'react-i18next'
import type { ReportBlock } from '../../shared/reports/narrative-contract.ts'
import { useCommand } from '../app/operations.ts'
import { useFailureText } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { noteRev } from './latest-rev.ts'

type Before = Pick<ReportBlock, 'block' | 'text' | 'isWritten'>

/** What is done with a whole part; each act says so and can be taken back. */
export function useBlockActs(periodId: number) {
  const { t } = useTranslation()
  const toast = useToast()
  const text = useFailureText()
  const setBlock = useCommand('reports.setBlock')
  const undo = useCommand('reports.setBlock')

  /** Offers the words before; what followed from the data follows from it again. */
  function offerUndo(said: string, before: Before, rev: number) {
    toast({
      text: said,
      async onUndo() {
        const words = before.isWritten ? before.text : null
        const undone = await undo.run({ id: periodId, block: before.block, rev, text: words })
        if (undone.ok) noteRev({ id: periodId, rev: undone.value.periodRev })
        toast({ text: undone.ok ? t('reports.narrative.undone') : text(undone.error) })
      },
    })
  }
  const nameOf = (block: ReportBlock) => ({ block: t(`reports.blocks.${block.block}`) })
  return {
    failure: setBlock.failure,
    isRunning: setBlock.isRunning,
    offerUndo,
    async keep(block: ReportBlock) {
      const answer = await setBlock.run({
        id: periodId,
        block: block.block,
        rev: block.rev,
        text: block.text,
      })
      if (!answer.ok) return
      noteRev({ id: periodId, rev: answer.value.periodRev })
      toast({ text: t('reports.narrative.kept', nameOf(block)) })
    },
    async rewrite(block: ReportBlock) {
      const answer = await setBlock.run({ id: periodId, block: block.block, rev: block.rev, text: null })
      if (!answer.ok) return
      noteRev({ id: periodId, rev: answer.value.periodRev })
      offerUndo(t('reports.narrative.rewritten', nameOf(block)), block, answer.value.block.rev)
    },
  }
}
