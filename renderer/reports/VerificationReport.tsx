import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { Verdict, Verification } from '../../shared/reports/verification.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { Notice } from '../ui/Notice.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { usePeriodName } from './use-period-name.ts'

const looks: Record<Verdict, { tone: 'good' | 'bad' | 'plain'; icon: IconName }> = {
  intact: { tone: 'good', icon: 'shield' },
  text_edited: { tone: 'plain', icon: 'edit' },
  figures_differ: { tone: 'bad', icon: 'warning' },
  appended: { tone: 'plain', icon: 'edit' },
  other_pdf: { tone: 'bad', icon: 'warning' },
  unknown_revision: { tone: 'bad', icon: 'warning' },
  not_ours: { tone: 'plain', icon: 'info' },
  no_seal: { tone: 'plain', icon: 'info' },
  unreadable: { tone: 'bad', icon: 'warning' },
  record_altered: { tone: 'bad', icon: 'warning' },
}

type Props = { found: Verification; fileName: string }

/** What a file is, in one sentence, and what to do next. */
export function VerificationReport({ found, fileName }: Props) {
  const { t } = useTranslation()
  const { verdict, report, differences, figureCount, words } = found
  const { tone, icon } = looks[verdict]
  return (
    <section className="card stack">
      <div className={`notice ${tone}`}>
        <Icon name={icon} />
        <div className="text">
          <strong>{t(`reports.verify.verdicts.${verdict}.title`)}</strong>
          <div>{t(`reports.verify.verdicts.${verdict}.text`, { count: differences.length })}</div>
        </div>
      </div>
      {report && report.latestRevision > report.revision && (
        <Notice
          icon="history"
          text={t('reports.verify.outdated', { count: report.latestRevision - report.revision })}
        />
      )}
      {differences.length > 0 && <Differences of={differences} />}
      <Words title={t('reports.verify.onlySigned')} lines={words.signed} />
      <Words title={t('reports.verify.onlyFound')} lines={words.found} />
      <About found={found} fileName={fileName} />
      {figureCount > 0 && (
        <p className="soft small">{t('reports.verify.compared', { count: figureCount })}</p>
      )}
    </section>
  )
}

function Words({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <div className="stack">
      <strong>{title}</strong>
      {lines.map((line, at) => (
        <blockquote className="said" key={at}>
          {line}
        </blockquote>
      ))}
    </div>
  )
}

function Differences({ of }: { of: Verification['differences'] }) {
  const { t } = useTranslation()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{t('reports.columns.code')}</th>
          <th scope="col">{t('reports.columns.name')}</th>
          <th scope="col">{t('reports.verify.column')}</th>
          <th scope="col" className="end">
            {t('reports.verify.signed')}
          </th>
          <th scope="col" className="end">
            {t('reports.verify.found')}
          </th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ code, name, column, signed, found }, at) => (
          <tr key={at}>
            <td className="nowrap">{code}</td>
            <td>{name}</td>
            <td>{column}</td>
            <td className="end nowrap">{signed || t('reports.verify.blank')}</td>
            <td className="end nowrap">
              <strong>
                {found === null ? t('reports.verify.gone') : found || t('reports.verify.blank')}
              </strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function About({ found: { report, seal, format }, fileName }: Props) {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const of = report
    ? [
        {
          key: 'report',
          label: t('reports.verify.report'),
          value: (
            <Link to={`/reports/${report.periodId}`}>
              {report.revision === 1
                ? t('reports.page.title', { period: periodName(report.period) })
                : t('reports.restatement.dialog', { period: periodName(report.period) })}
            </Link>
          ),
        },
        { key: 'revision', label: t('reports.verify.revision'), value: report.revision },
        { key: 'signedAt', label: t('reports.seal.signedAt'), value: displayInstant(report.signedAt) },
      ]
    : []
  return (
    <PropertyList
      isNarrow
      properties={[
        { key: 'file', label: t('reports.verify.file'), value: fileName },
        ...(format
          ? [
              {
                key: 'format',
                label: t('reports.verify.format'),
                value: t(`reports.produce.formats.${format}`),
              },
            ]
          : []),
        ...of,
        ...(seal
          ? [
              {
                key: 'seal',
                label: t('reports.verify.seal'),
                value: <code className="mono seal-text">{seal}</code>,
              },
            ]
          : []),
      ]}
    />
  )
}
