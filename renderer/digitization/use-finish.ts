import { useTranslation } from 'react-i18next'
import type { Job } from '../../shared/digitization/contract.ts'
import { useKept } from '../app/kept.ts'
import { useCommand } from '../app/operations.ts'
import { useToast } from '../ui/Toasts.tsx'

/** Ends a stage, says so, and offers to take it back; the machine is remembered for the next. */
export function useFinish() {
  const { t } = useTranslation()
  const toast = useToast()
  const finish = useCommand('digitization.finish')
  const recall = useCommand('digitization.recall')
  const [machine, setMachine] = useKept('digitization.machine', '')
  async function run(job: Job, { pages, note = '' }: { pages: number | null; note?: string }) {
    const answer = await finish.run({ id: job.id, stageId: job.stageId, pages, machine, note })
    if (!answer.ok) return null
    const { eventId } = answer.value
    toast({
      text: t('digitization.acts.finished', { code: job.code, stage: job.stageName }),
      onUndo: async () => void (await recall.run({ eventId })),
    })
    return answer.value.job
  }
  return {
    run,
    machine,
    setMachine,
    failure: finish.failure ?? recall.failure,
    isRunning: finish.isRunning,
    clear: finish.clear,
  }
}
