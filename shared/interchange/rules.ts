import type { Decision, RunOptions, Verdict } from './run.ts'

type Line = { verdict: Verdict; titleId: number | null }
type Policy = Pick<RunOptions, 'onMatch' | 'onInside'> & { kind: RunOptions['kind'] | 'merger' }

/** What may be decided of a line: nothing can be laid over a title that is not there. */
export function possibleDecisions({ verdict, titleId }: Line): Decision[] {
  switch (verdict) {
    case 'new':
      return ['create', 'skip']
    case 'changed':
    case 'same':
      return ['create', 'overlay', 'copies', 'skip']
    case 'inside':
      return titleId === null ? ['create', 'copies', 'skip'] : ['create', 'overlay', 'copies', 'skip']
    case 'invalid':
    case 'unread':
      return []
  }
}

/** What becomes of a line: what somebody said of it, else what the run does with all of its kind. */
export function decisionOf(
  { verdict, decision }: { verdict: Verdict; decision: Decision | null },
  { kind, onMatch, onInside }: Policy,
): Decision {
  if (verdict === 'invalid' || verdict === 'unread') return 'skip'
  if (decision !== null) return decision
  if (verdict === 'new') return 'create'
  if (verdict === 'inside') return onInside
  // A refresh follows its source: what it tells otherwise is laid over, and copies that are new there come in here.
  const matched = kind === 'refresh' ? 'overlay' : onMatch
  return verdict === 'same' && matched === 'overlay' ? 'copies' : matched
}
