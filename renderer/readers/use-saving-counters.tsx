import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { counterQuestions } from '../../shared/readers/contract.ts'
import type { Input } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useToast } from '../ui/Toasts.tsx'
import { AskDialog } from './AskDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'

type Saving = Input<'readers.saveCounters'>

/** Records counts; what the engine asks about is asked here, and saved again with the answer. */
export function useSavingCounters(onSaved: () => void | Promise<void>) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const save = useCommand('readers.saveCounters')
  const [sent, setSent] = useState<Saving | null>(null)
  async function run(input: Saving) {
    if (input.cells.length === 0) return toast({ text: t('readers.counters.savedNothing') })
    setSent(input)
    const answer = await save.run(input)
    if (!answer.ok) return
    setSent(null)
    toast({ text: t('readers.counters.saved', { shown: number(answer.value.changed) }) })
    await onSaved()
  }
  const { failure } = save
  const question = counterQuestions.find((code) => code === failure?.code)
  function leave() {
    save.clear()
    setSent(null)
  }
  const parts = (
    <>
      {failure?.code !== 'reason_missing' && !question && <Failure of={failure} />}
      {sent && failure?.code === 'reason_missing' && (
        <ReasonDialog
          count={Number(failure.details.count)}
          onClose={leave}
          onReason={(reason) => void run({ ...sent, reason })}
        />
      )}
      {sent && question && failure && (
        <AskDialog
          title={t('readers.counters.asked')}
          meant={t('readers.counters.meant')}
          failure={failure}
          onClose={leave}
          onMeant={() => void run({ ...sent, accepted: [...(sent.accepted ?? []), question] })}
        />
      )}
    </>
  )
  return { run, isRunning: save.isRunning, parts }
}
