import { useTranslation } from 'react-i18next'
import {
  decisions,
  type Decision,
  type ImportRun,
  type RunRecord,
} from '../../shared/interchange/contract.ts'
import { possibleDecisions } from '../../shared/interchange/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { ChosenBar } from '../ui/ChosenBar.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Choice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'

/** Says of many lines at once what becomes of them; where a line cannot, it is left as it is, and that is said. */
export function DecideBar({ run, choice }: { run: ImportRun; choice: Choice<RunRecord> }) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const decide = useCommand('interchange.decide')
  async function apply(decision: Decision | null) {
    const able = choice.rows.filter((line) => {
      const possible = possibleDecisions(line)
      return decision === null ? possible.length > 0 : possible.includes(decision)
    })
    const [first] = able
    const left = choice.rows.length - able.length
    if (!first) return toast({ text: t('interchange.records.noneAble') })
    const answer = await decide.run({ runId: run.id, recordIds: able.map(({ id }) => id), decision })
    if (!answer.ok) return
    const words = { shown: number(answer.value.records), left: number(left) }
    toast({
      text: t(left > 0 ? 'interchange.records.decidedSome' : 'interchange.records.decidedAll', words),
      onUndo: () => giveBack(able),
    })
    choice.clear()
  }
  /** Each line gets back what had been said of it. */
  async function giveBack(lines: readonly RunRecord[]) {
    for (const former of new Set(lines.map(({ decision }) => decision))) {
      const recordIds = lines.filter(({ decision }) => decision === former).map(({ id }) => id)
      await decide.run({ runId: run.id, recordIds, decision: former })
    }
  }
  return (
    <>
      <ChosenBar choice={choice}>
        {decisions.map((decision) => (
          <Button key={decision} disabled={decide.isRunning} onClick={() => void apply(decision)}>
            {t(`interchange.decisions.${decision}`)}
          </Button>
        ))}
        <Button kind="quiet" disabled={decide.isRunning} onClick={() => void apply(null)}>
          {t('interchange.records.asRun')}
        </Button>
      </ChosenBar>
      <Failure of={decide.failure} />
    </>
  )
}
