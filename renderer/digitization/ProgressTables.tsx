import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { JobFilters, Progress } from '../../shared/digitization/contract.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { jobsAddress } from './jobs-address.ts'
import { usePlaceWord } from './use-place-word.ts'

type Props = { progress: Progress; projectId: number | null }

export function ProgressTables({ progress, projectId }: Props) {
  const { t } = useTranslation()
  const [from, to] = [progress.weeks[0]?.from ?? progress.asOf, progress.asOf]
  const scanned = (more: Partial<JobFilters>) =>
    jobsAddress({ projectId, state: null, scannedFrom: from, scannedTo: to, ...more })
  return (
    <div className="progress-tables">
      <Standing progress={progress} projectId={projectId} />
      <WorkTable
        title={t('digitization.progress.weeks')}
        head={t('digitization.progress.week')}
        extra={t('digitization.progress.carried')}
        rows={progress.weeks.toReversed().map((week) => ({
          key: week.from,
          name: `${displayDate(week.from)} – ${displayDate(week.to)}`,
          to: scanned({ scannedFrom: week.from, scannedTo: week.to }),
          extraTo: jobsAddress({ projectId, state: null, carriedBy: week.to }),
          extra: week.carried,
          jobs: week.jobs,
          pages: week.pages,
        }))}
      />
      <WorkTable
        title={t('digitization.progress.operators')}
        head={t('digitization.progress.operator')}
        rows={progress.operators.map((operator) => ({
          key: String(operator.userId),
          name: operator.name || t('digitization.progress.nobody'),
          to: scanned({ scannedById: operator.userId }),
          jobs: operator.jobs,
          pages: operator.pages,
        }))}
      />
      <WorkTable
        title={t('digitization.progress.machines')}
        head={t('digitization.fields.machine')}
        rows={progress.machines.map(({ machine, jobs, pages }) => ({
          key: machine,
          name: machine || t('digitization.progress.noMachine'),
          to: scanned({ scannedOn: machine }),
          jobs,
          pages,
        }))}
      />
      <Stoppages stoppages={progress.stoppages} />
    </div>
  )
}

/** Today's numbers open the lists that people work with; those of a day gone by, the jobs that stood there then. */
function Standing({ progress: { standing, asOf }, projectId }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const placeWord = usePlaceWord()
  const isToday = asOf === isoDateAt(Date.now())
  function filtersFor(place: Progress['standing'][number]['place']): Partial<JobFilters> {
    if (!isToday) return { state: null, stoodOn: asOf, stoodAt: place }
    return place === 'done' || place === 'cancelled' ? { state: place } : { stageKind: place }
  }
  return (
    <section>
      <h2>{t('digitization.progress.standing')}</h2>
      {standing.length === 0 && <p className="soft">{t('digitization.progress.noJobs')}</p>}
      {standing.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('digitization.progress.place')}</th>
              <th scope="col" className="end">
                {t('digitization.progress.jobs')}
              </th>
            </tr>
          </thead>
          <tbody>
            {standing.map(({ place, jobs }) => (
              <tr key={place}>
                <td>{placeWord(place)}</td>
                <td className="end">
                  <Door to={jobsAddress({ projectId, ...filtersFor(place) })}>{number(jobs)}</Door>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

type Row = {
  key: string
  name: string
  to: string
  jobs: number
  pages: number
  extra?: number
  extraTo?: string
}
type WorkProps = { title: string; head: string; rows: Row[]; extra?: string }

function WorkTable({ title, head, rows, extra }: WorkProps) {
  const { t } = useTranslation()
  const number = useNumberText()
  return (
    <section>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="soft">{t('digitization.progress.noWork')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col" className="end">
                {t('digitization.progress.jobs')}
              </th>
              <th scope="col" className="end">
                {t('digitization.progress.pages')}
              </th>
              {extra !== undefined && (
                <th scope="col" className="end">
                  {extra}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <td>{row.name}</td>
                <td className="end">
                  <Door to={row.to}>{number(row.jobs)}</Door>
                </td>
                <td className="end">
                  <Door to={row.to}>{number(row.pages)}</Door>
                </td>
                {row.extra !== undefined && row.extraTo !== undefined && (
                  <td className="end">
                    <Door to={row.extraTo}>{number(row.extra)}</Door>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Stoppages({ stoppages }: { stoppages: Progress['stoppages'] }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>{t('digitization.progress.stoppages')}</h2>
      {stoppages.length === 0 && <p className="soft">{t('digitization.progress.noStoppages')}</p>}
      <ul className="slip-finished">
        {stoppages.map(({ id, kind, machine, startedOn, endedOn, note }) => (
          <li key={id}>
            {[
              t(`digitization.stoppageKinds.${kind}`),
              machine,
              `${displayDate(startedOn)} – ${endedOn === null ? t('digitization.stoppages.goesOn') : displayDate(endedOn)}`,
              note,
            ]
              .filter((fact) => fact !== '')
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Door({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link className="figure-value" to={to}>
      {children}
    </Link>
  )
}
