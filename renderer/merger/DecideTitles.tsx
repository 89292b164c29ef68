import { useTranslation } from 'react-i18next'
import type { RunRecord } from '../../shared/interchange/contract.ts'
import type { Merger } from '../../shared/merger/contract.ts'
import { useCommand } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import { ChosenBar } from '../ui/ChosenBar.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import type { Choice } from '../ui/use-choice.ts'
import { useNumberText } from '../ui/use-number-text.ts'

const decisions = ['copies', 'overlay', 'create'] as const
type Decision = (typeof decisions)[number]

/** Says of titles that both have what becomes of them; those that are new here have nothing to decide. */
export function DecideTitles({ merger, choice }: { merger: Merger; choice: Choice<RunRecord> }) {
  const { t } = useTranslation()
  const toast = useToast()
  const number = useNumberText()
  const decide = useCommand('merger.decideTitles')
  const able = choice.rows.filter(({ verdict }) => verdict === 'changed' || verdict === 'same')
  async function apply(decision: Decision | null) {
    if (able.length === 0) return toast({ text: t('merger.titles.noneAble') })
    const before = able
    const answer = await decide.run({
      mergerId: merger.id,
      recordIds: able.map(({ id }) => id),
      decision,
    })
    if (!answer.ok) return
    toast({
      text: t('merger.titles.decided', { shown: number(answer.value.records) }),
      onUndo: () => giveBack(before),
    })
    choice.clear()
  }
  /** Each title gets back what had been said of it. */
  async function giveBack(lines: readonly RunRecord[]) {
    for (const former of new Set(lines.map((line) => line.decision))) {
      const recordIds = lines.filter((line) => line.decision === former).map(({ id }) => id)
      const decision = decisions.find((each) => each === former) ?? null
      await decide.run({ mergerId: merger.id, recordIds, decision })
    }
  }
  return (
    <>
      <ChosenBar choice={choice}>
        {decisions.map((decision) => (
          <Button key={decision} disabled={decide.isRunning} onClick={() => void apply(decision)}>
            {t(`merger.decisions.${decision}`)}
          </Button>
        ))}
        <Button kind="quiet" disabled={decide.isRunning} onClick={() => void apply(null)}>
          {t('merger.titles.asPlan')}
        </Button>
      </ChosenBar>
      <Failure of={decide.failure} />
    </>
  )
}
