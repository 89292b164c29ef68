import { useTranslation } from 'react-i18next'
import { JobProgress } from '../app/JobProgress.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useUpdateProblem } from '../app/use-update-problem.ts'
import type { useStartSetup } from './use-start-setup.ts'

/** How the starting of a Setup stands. */
export function Starting({ of: { verify, problem, unstarted } }: { of: ReturnType<typeof useStartSetup> }) {
  const { t } = useTranslation()
  const problemText = useUpdateProblem()
  return (
    <>
      <JobProgress run={verify} label={t('updates.ready.verifying')} amount={() => ''} />
      {problem && (
        <Notice icon="warning" text={problemText(problem, { version: verify.output?.version ?? '' })} />
      )}
      {unstarted && <Notice icon="info" text={t('updates.ready.byHand', { path: unstarted })} />}
    </>
  )
}
