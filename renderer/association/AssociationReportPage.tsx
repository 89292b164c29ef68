import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ReportTexts, reportTexts } from '../../shared/association/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { JobProgress } from '../app/JobProgress.tsx'
import type { Output } from '../app/operation-types.ts'
import { useCommand, useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useDraft } from '../app/use-draft.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { bind, Form, schemaResolver } from '../ui/Form.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { TextArea } from '../ui/TextField.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { AssociationTabs } from './AssociationTabs.tsx'
import { recentYears, useYear } from './use-year.ts'

type Report = Output<'association.report'>

/** The association's block of a year: figures that nobody types, and the words around them. */
export function AssociationReportPage() {
  const { t } = useTranslation()
  const [year, setYear] = useYear()
  const report = useQuery('association.report', { year })
  const produce = useJob('association.produceReport')
  useSavedFile(produce.output?.file, produce.clear)
  return (
    <div className="page">
      <PageHeader title={t('association.report.title')} hint={t('association.report.hint')}>
        <InlineSelect
          label={t('association.fields.year')}
          value={String(year)}
          options={recentYears().map((each) => ({ value: String(each), label: String(each) }))}
          onChange={(value) => setYear(Number(value))}
        />
        {(['docx', 'pdf'] as const).map((format) => (
          <Button
            key={format}
            icon={format === 'pdf' ? 'print' : 'file'}
            disabled={produce.isRunning}
            onClick={() => void produce.start({ year, format })}
          >
            {t(`association.report.${format}`)}
          </Button>
        ))}
      </PageHeader>
      <AssociationTabs />
      <JobProgress run={produce} />
      <Failure of={report.failure} />
      {report.value && (
        <div className="association-report">
          <Figures report={report.value} />
          <Words key={year} newest={report.value} />
        </div>
      )}
    </div>
  )
}

function Figures({ report: { year, figures } }: { report: Report }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const money = (amount: number) => `${number(amount)} ${t('association.units.dong')}`
  const lines: { key: keyof typeof figures; shown: string; to: string }[] = [
    { key: 'branches', shown: number(figures.branches), to: '/association' },
    { key: 'branchesFounded', shown: number(figures.branchesFounded), to: '/association' },
    { key: 'members', shown: number(figures.members), to: '/association/members' },
    {
      key: 'admitted',
      shown: number(figures.admitted),
      to: `/association/members?admittedYear=${year}`,
    },
    { key: 'left', shown: number(figures.left), to: '/association/members?state=left' },
    { key: 'owedMinor', shown: money(figures.owedMinor), to: `/association/ledger?year=${year}` },
    { key: 'paidMinor', shown: money(figures.paidMinor), to: `/association/ledger?year=${year}` },
    {
      key: 'paidShare',
      shown: figures.paidShare === null ? t('association.report.none') : `${number(figures.paidShare)} %`,
      to: `/association/dues?year=${year}`,
    },
    { key: 'incomeMinor', shown: money(figures.incomeMinor), to: `/association/income?year=${year}` },
    { key: 'takenInMinor', shown: money(figures.takenInMinor), to: `/association/income?year=${year}` },
    {
      key: 'awards',
      shown: number(figures.awards.reduce((sum, { persons, units }) => sum + persons + units, 0)),
      to: '/association/awards',
    },
    { key: 'activities', shown: number(figures.activities), to: '/activities' },
    {
      key: 'friendly',
      shown:
        figures.friendly === null || figures.friendly.total === null
          ? t('association.report.none')
          : t('association.friendly.of', {
              total: number(figures.friendly.total),
              most: number(figures.friendly.most),
            }),
      to: `/association/friendly?year=${year}`,
    },
  ]
  return (
    <section className="card" aria-label={t('association.report.figures')}>
      <h2>{t('association.report.year', { year })}</h2>
      <dl className="association-figures">
        {lines.map(({ key, shown, to }) => (
          <div key={key}>
            <dt>{t(runtimeKey(`association.report.${key}`))}</dt>
            <dd>
              <Link className="figure-value provisional" to={to}>
                {shown}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Words({ newest }: { newest: Report }) {
  const { t } = useTranslation()
  const can = useCan()
  const toast = useToast()
  const set = useCommand('association.setReportTexts')
  const [rev, setRev] = useState(newest.rev)
  const { year } = newest
  const form = useForm<ReportTexts, unknown, ReportTexts>({
    defaultValues: newest.texts,
    resolver: schemaResolver(ReportTexts),
  })
  const draft = useDraft(`association.setReportTexts/${year}`, form)
  const { text } = bind(form)
  const mayWrite = can('association.write')
  async function save(texts: ReportTexts) {
    const answer = await set.run({ ...texts, year, rev })
    if (!answer.ok) return
    await draft.finish()
    setRev(answer.value.rev)
    toast({ text: t('association.report.saved') })
  }
  return (
    <section className="card">
      <DraftNotice draft={draft} />
      <Form form={form} onSubmit={save} label={t('association.report.title')} enterSubmits={false}>
        {reportTexts.map((part) => (
          <TextArea
            key={part}
            {...text(part)}
            label={t(`association.report.texts.${part}`)}
            rows={5}
            disabled={!mayWrite}
          />
        ))}
        <Failure of={set.failure} />
        {mayWrite && (
          <div className="actions">
            <Button kind="primary" type="submit" icon="save" shortcut="Ctrl+Enter" disabled={set.isRunning}>
              {t('association.report.save')}
            </Button>
          </div>
        )}
      </Form>
    </section>
  )
}
