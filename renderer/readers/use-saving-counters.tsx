import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { displayDate } from '../../shared/dates.ts'
import { counterQuestions } from '../../shared/readers/contract.ts'
import type { Input } from '../app/operation-types.ts'
import { useCommand } from '../app/operations.ts'
import { Failure, type OperationFailure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useToast } from '../ui/Toasts.tsx'
import { AskDialog } from './AskDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useCounterKinds } from './use-counter-kinds.ts'

/** The cells that a question of the engine speaks of. */
const UnusualCells = z.array(
  z.object({ kindCode: z.string(), on: z.string(), value: z.number(), most: z.number() }),
)

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
  const { nameOfCode } = useCounterKinds()
  const { failure } = save
  const unusualFacts = ({ details }: OperationFailure) => {
    const { data: cells = [] } = UnusualCells.safeParse(details['cells'])
    return cells.map(({ kindCode, on, value, most }) =>
      t('readers.counters.unusual', {
        name: nameOfCode(kindCode),
        on: displayDate(on),
        value: number(value),
        most: number(most),
      }),
    )
  }
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
          facts={unusualFacts(failure)}
          onClose={leave}
          onMeant={() => void run({ ...sent, accepted: [...(sent.accepted ?? []), question] })}
        />
      )}
    </>
  )
  return { run, isRunning: save.isRunning, parts }
}
