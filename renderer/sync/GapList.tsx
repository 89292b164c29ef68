import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'

type Gaps = Output<'sync.status'>['gaps']

/** What the receiver says it lacks; nothing is shown where it lacks nothing. */
export function GapList({ gaps: { periods, revisions } }: { gaps: Gaps }) {
  const { t } = useTranslation()
  if (periods.length + revisions.length === 0) return null
  const span = ({ from, to }: { from: string; to: string }) => ({
    from: displayDate(from),
    to: displayDate(to),
  })
  return (
    <section className="card">
      <h2>{t('sync.gaps.title')}</h2>
      <ul className="dotted">
        {periods.map((gap) => (
          <li key={`${gap.from}/${gap.to}`}>
            {t('sync.gaps.period', span(gap))}
            {gap.dueOn && ` · ${t('sync.gaps.due', { on: displayDate(gap.dueOn) })}`}
          </li>
        ))}
        {revisions.map((gap) => (
          <li key={`${gap.from}/${gap.to}/${gap.revision}`}>
            {t('sync.gaps.revision', { ...span(gap), revision: gap.revision })}
          </li>
        ))}
      </ul>
    </section>
  )
}
