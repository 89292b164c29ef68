import type { ImportRun } from '../../shared/interchange/contract.ts'
import { useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { RunCopies } from './RunCopies.tsx'
import { RunEffect } from './RunEffect.tsx'
import { RunFacts } from './RunFacts.tsx'
import { RunProblems } from './RunProblems.tsx'
import { VerdictTable } from './VerdictTable.tsx'

/** All that is known of a run in numbers, each a door to its lines. */
export function RunOverview({ run }: { run: ImportRun }) {
  const isStaged = run.state === 'staged'
  const effect = useQuery('interchange.effect', { runId: run.id }, { isActive: isStaged })
  return (
    <div className="columns run-overview">
      <div className="stack">
        <Failure of={effect.failure} />
        <VerdictTable run={run} decided={effect.value?.plan.decided ?? 0} />
        {run.counts.problems.length > 0 && <RunProblems run={run} />}
      </div>
      <div className="stack">
        {isStaged && effect.value && <RunEffect effect={effect.value} />}
        {run.counts.copies > 0 && <RunCopies run={run} />}
        <RunFacts run={run} />
      </div>
    </div>
  )
}
