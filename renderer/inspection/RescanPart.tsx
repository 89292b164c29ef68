import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RescanJob } from '../../shared/inspection/contract.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import type { InspectionRecord } from './InspectionPage.tsx'
import { SendBackDialog } from './SendBackDialog.tsx'
import { FindingChip } from './StandingChip.tsx'

/** Pages to be scanned again, by job; sent back with one act, and on paper for who scans. */
export function RescanPart({ inspection }: { inspection: InspectionRecord }) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const list = usePages('inspection.rescan', { id: inspection.id })
  const [sending, setSending] = useState<'bad' | 'whole' | null>(null)
  const jobs = list.rows
  const { toSendBack } = inspection
  const mayWrite = can('inspection.write')
  const isFailed = inspection.verdict === 'failed'
  if (list.isStarting) return null
  return (
    <>
      <Failure of={list.failure} />
      {(jobs.length > 0 || isFailed) && (
        <div className="actions">
          {mayWrite && toSendBack > 0 && (
            <Button kind="primary" icon="restore" onClick={() => setSending('bad')}>
              {t('inspection.rescan.send', { count: toSendBack, shown: number(toSendBack) })}
            </Button>
          )}
          {mayWrite && isFailed && (
            <Button icon="restore" onClick={() => setSending('whole')}>
              {t('inspection.rescan.sendWhole', { shown: number(inspection.jobs) })}
            </Button>
          )}
          {jobs.length > 0 && <Exports id={inspection.id} />}
        </div>
      )}
      {jobs.length === 0 ? (
        <p className="soft">{t('inspection.rescan.nothing')}</p>
      ) : (
        <RescanTable jobs={jobs} />
      )}
      {list.hasMore && (
        <div className="actions">
          <Button icon="down" disabled={list.isLoading} onClick={list.more}>
            {t('inspection.rescan.more')}
          </Button>
        </div>
      )}
      {sending && <SendBackDialog inspection={inspection} jobs={sending} onClose={() => setSending(null)} />}
    </>
  )
}

function Exports({ id }: { id: number }) {
  const { t } = useTranslation()
  const run = useJob('inspection.exportRescan')
  useSavedFile(run.output?.file, run.clear)
  return (
    <>
      {(['pdf', 'xlsx', 'csv'] as const).map((format) => (
        <Button
          key={format}
          icon={format === 'pdf' ? 'print' : 'file'}
          disabled={run.isRunning}
          onClick={() => void run.start({ id, format })}
        >
          {t(`inspection.rescan.${format}`)}
        </Button>
      ))}
      <JobProgress run={run} />
    </>
  )
}

function RescanTable({ jobs }: { jobs: readonly RescanJob[] }) {
  const { t } = useTranslation()
  return (
    <table className="plain-table rescan">
      <thead>
        <tr>
          <th scope="col">{t('inspection.fields.job')}</th>
          <th scope="col">{t('inspection.rescanList.page')}</th>
          <th scope="col">{t('inspection.rescanList.path')}</th>
          <th scope="col">{t('inspection.rescanList.findings')}</th>
          <th scope="col">{t('inspection.rescanList.note')}</th>
        </tr>
      </thead>
      {jobs.map((job) => (
        <tbody key={job.id}>
          {job.pages.map((page, at) => (
            <tr key={page.id}>
              {at === 0 && (
                <th scope="rowgroup" rowSpan={job.pages.length}>
                  <Link to={`/digitization/jobs/${job.jobId}`}>{job.code}</Link> {job.title}
                  <div className="row">
                    {job.isSentBack ? (
                      <Chip icon="restore">{t('inspection.rescan.sent', { stage: job.stageName })}</Chip>
                    ) : (
                      <span className="soft">{job.stageName}</span>
                    )}
                  </div>
                </th>
              )}
              <td className="number">{page.page}</td>
              <td>{page.path}</td>
              <td>
                <FindingChip severity={page.severity}>{page.findings.join('; ')}</FindingChip>
              </td>
              <td>
                {[page.note, page.isOutside ? t('inspection.rescanList.outside') : '']
                  .filter(Boolean)
                  .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
