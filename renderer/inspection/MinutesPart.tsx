import { useTranslation } from 'react-i18next'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { InspectionRecord } from './InspectionPage.tsx'

/** Biên bản nghiệm thu, to be printed and signed. */
export function MinutesPart({ inspection: { id, state, members } }: { inspection: InspectionRecord }) {
  const { t } = useTranslation()
  const run = useJob('inspection.produce')
  useSavedFile(run.output?.file, run.clear)
  const isFrozen = state === 'closed'
  return (
    <>
      <Notice
        icon={isFrozen ? 'lock' : 'edit'}
        text={t(isFrozen ? 'inspection.paper.frozen' : 'inspection.paper.draft')}
      />
      {members.length === 0 && <Notice icon="people" text={t('inspection.paper.noMembers')} />}
      <div className="actions">
        {(['docx', 'pdf'] as const).map((format) => (
          <Button
            key={format}
            icon={format === 'pdf' ? 'print' : 'file'}
            disabled={run.isRunning}
            onClick={() => void run.start({ id, format })}
          >
            {t(`inspection.paper.${format}`)}
          </Button>
        ))}
      </div>
      <JobProgress run={run} />
    </>
  )
}
