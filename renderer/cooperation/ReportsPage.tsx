import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { displayDate } from '../../shared/dates.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { CooperationTabs } from './CooperationTabs.tsx'
import { RuleForm } from './RuleForm.tsx'
import { StandingChip } from './StandingChip.tsx'

type Report = Output<'cooperation.yearReports'>[number]
const offeredYears = 10

/** The report of each year: made once, kept as it was made, with the day each recipient was sent it. */
export function ReportsPage() {
  const { t } = useTranslation()
  const can = useCan()
  const reports = useQuery('cooperation.yearReports', {})
  const rule = useQuery('cooperation.rule', {})
  const produce = useJob('cooperation.produceYearReport')
  useSavedFile(produce.output?.file, produce.clear)
  const print = (id: number, format: 'docx' | 'pdf') => void produce.start({ id, format })
  return (
    <div className="page">
      <PageHeader title={t('cooperation.reports.title')} hint={t('cooperation.reports.hint')} />
      <CooperationTabs />
      {can('cooperation.write') && <Make />}
      <Failure of={reports.failure ?? produce.failure} />
      <JobProgress run={produce} />
      {reports.value?.length === 0 && <EmptyState icon="file" text={t('cooperation.reports.empty')} />}
      {reports.value?.map((report) => (
        <ReportCard key={report.id} report={report} print={print} />
      ))}
      {can('cooperation.write') && rule.value && <RuleForm key={rule.value.rev} rule={rule.value} />}
    </div>
  )
}

function Make() {
  const { t } = useTranslation()
  const toast = useToast()
  const make = useCommand('cooperation.makeYearReport')
  const remove = useCommand('cooperation.removeYearReport')
  const thisYear = new Date().getFullYear()
  const [year, setYear] = useState(String(thisYear))
  async function run() {
    const answer = await make.run({ year: Number(year) })
    if (answer.ok)
      toast({
        text: t('cooperation.reports.made', { year }),
        onUndo: async () => void (await remove.run({ id: answer.value.id })),
      })
  }
  return (
    <section className="card">
      <div className="row">
        <InlineSelect
          label={t('cooperation.reports.year')}
          value={year}
          options={Array.from({ length: offeredYears }, (_, at) => String(thisYear - at)).map((each) => ({
            value: each,
            label: each,
          }))}
          onChange={setYear}
        />
        <Button kind="primary" icon="file" disabled={make.isRunning} onClick={() => void run()}>
          {t('cooperation.reports.make')}
        </Button>
      </div>
      <Failure of={make.failure ?? remove.failure} />
    </section>
  )
}

type CardProps = { report: Report; print: (id: number, format: 'docx' | 'pdf') => void }

function ReportCard({ report, print }: CardProps) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const remove = useCommand('cooperation.removeYearReport')
  const restore = useCommand('cooperation.restoreYearReport')
  const { id, year, madeOn, sendings, isIntact } = report
  const isSent = sendings.every(({ sentOn }) => sentOn !== null)
  async function drop() {
    const answer = await remove.run({ id })
    if (answer.ok)
      toast({
        text: t('cooperation.reports.removed', { year }),
        onUndo: async () => void (await restore.run({ id })),
      })
  }
  const title = t('cooperation.reports.of', { year })
  return (
    <section className="card" aria-label={title}>
      <div className="row">
        <h2>{title}</h2>
        <span className="soft">{t('cooperation.reports.madeOn', { on: displayDate(madeOn) })}</span>
        {isSent && <StandingChip word={t('cooperation.reports.allSent')} tone="good" />}
      </div>
      {!isIntact && <Notice icon="warning" text={t('cooperation.reports.damaged')} />}
      <div className="form-grid">
        {sendings.map((sending) => (
          <Sending key={sending.id} sending={sending} />
        ))}
      </div>
      <div className="row no-print">
        <Button icon="file" onClick={() => print(id, 'docx')}>
          {t('cooperation.reports.docx')}
        </Button>
        <Button icon="file" onClick={() => print(id, 'pdf')}>
          {t('cooperation.reports.pdf')}
        </Button>
        {can('cooperation.write') && (
          <Button kind="quiet" icon="remove" disabled={remove.isRunning} onClick={() => void drop()}>
            {t('cooperation.reports.remove')}
          </Button>
        )}
      </div>
      <Failure of={remove.failure ?? restore.failure} />
    </section>
  )
}

function Sending({ sending }: { sending: Report['sendings'][number] }) {
  const { t } = useTranslation()
  const can = useCan()
  const record = useCommand('cooperation.recordSending')
  const { id, recipient, sentOn } = sending
  return (
    <div className="stack">
      <DateField
        label={`${recipient}: ${t('cooperation.reports.sentOn')}`}
        value={sentOn}
        disabled={!can('cooperation.write')}
        onChange={(day) => day !== sentOn && void record.run({ id, sentOn: day })}
      />
      <Failure of={record.failure} />
    </div>
  )
}
