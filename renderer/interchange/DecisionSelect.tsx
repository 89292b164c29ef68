import { useTranslation } from 'react-i18next'
import type { ImportRun, RunRecord } from '../../shared/interchange/contract.ts'
import { decisionOf, possibleDecisions } from '../../shared/interchange/rules.ts'
import { useCommand } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { Select } from '../ui/Select.tsx'

/** What becomes of one line. */
export function DecisionSelect({ run, line }: { run: ImportRun; line: RunRecord }) {
  const { t } = useTranslation()
  const decide = useCommand('interchange.decide')
  const possible = possibleDecisions(line)
  if (run.state !== 'staged') return null
  if (possible.length === 0) return <p className="soft">{t('interchange.records.leftOut')}</p>
  const usual = decisionOf({ verdict: line.verdict, decision: null }, run.options)
  return (
    <>
      <Select
        label={t('interchange.records.decision')}
        value={line.decision ?? ''}
        disabled={decide.isRunning}
        emptyLabel={t('interchange.records.asRunIs', { decision: t(`interchange.decisions.${usual}`) })}
        options={possible.map((decision) => ({
          value: decision,
          label: t(`interchange.decisions.${decision}`),
        }))}
        onChange={({ target: { value } }) => {
          const decision = possible.find((each) => each === value) ?? null
          void decide.run({ runId: run.id, recordIds: [line.id], decision })
        }}
      />
      <Failure of={decide.failure} />
    </>
  )
}
