import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/icons.tsx'
import type { JobRecord } from './JobPage.tsx'

/** The stages of the job's own template in their order, and how far it is. */
export function JobStages({ job }: { job: JobRecord }) {
  const { t } = useTranslation()
  const here = job.stages.findIndex(({ id }) => id === job.stageId)
  const passed = job.state === 'done' ? job.stages.length : here
  return (
    <ol className="job-stages" aria-label={t('digitization.page.stages')}>
      {job.stages.map((stage, at) => {
        const isHere = at === here && job.state === 'open'
        return (
          <li
            key={stage.id}
            className={at < passed ? 'passed' : isHere ? 'here' : ''}
            aria-current={isHere ? 'step' : undefined}
          >
            <span className="job-stage-mark">{at < passed ? <Icon name="check" /> : at + 1}</span>
            <span>
              {stage.name}
              <span className="visually-hidden">
                {at < passed && ` (${t('digitization.page.stageDone')})`}
                {isHere && ` (${t('digitization.page.stageHere')})`}
              </span>
              {stage.role !== null && (
                <span className="small soft">
                  {t('digitization.page.role', { role: t(`users.roles.${stage.role}`) })}
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
