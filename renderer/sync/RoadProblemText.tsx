import { useTranslation } from 'react-i18next'
import { runtimeKey } from '../../shared/texts.ts'

/** What stood in the way, and what to do next. */
export function RoadProblemText({ problem, reason = '' }: { problem: string; reason?: string }) {
  const { t } = useTranslation()
  return t(runtimeKey(`sync.problems.${problem}`), { reason })
}
