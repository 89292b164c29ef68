import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { isoDateAt, quarterOf } from '../../shared/dates.ts'
import type { MilestoneRow } from '../../shared/plans/contract.ts'
import { usePages } from '../app/operations.ts'
import { useNarrowing } from '../app/use-narrowing.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { DueDay } from './DueDay.tsx'
import { PlansTabs } from './PlansTabs.tsx'
import { MilestoneChip } from './StandingChip.tsx'

const quarters = [1, 2, 3, 4] as const

/** The year's milestones of every plan, quarter by quarter. */
export function TimelinePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { search, narrow } = useNarrowing()
  const today = isoDateAt(Date.now())
  const year = Number(search.get('year')) || Number(today.slice(0, 4))
  const list = usePages('plans.milestones', { on: today, year })
  const { hasMore, more } = list
  // A year is shown whole.
  useEffect(() => {
    if (hasMore) more()
  }, [hasMore, more])
  const isEmpty = !list.isStarting && list.rows.length === 0
  return (
    <div className="page">
      <PageHeader title={t('plans.timeline.title', { year })} hint={t('plans.timeline.hint')}>
        <Button icon="back" onClick={() => narrow({ year: year - 1 })}>
          {t('plans.timeline.previous')}
        </Button>
        <Button icon="forward" onClick={() => narrow({ year: year + 1 })}>
          {t('plans.timeline.next')}
        </Button>
        <Button icon="print" onClick={() => window.print()}>
          {t('common.list.print')}
        </Button>
      </PageHeader>
      <PlansTabs />
      <Failure of={list.failure} />
      {isEmpty && !list.failure && (
        <EmptyState icon="calendar" text={t('plans.timeline.empty', { year })}>
          <Button onClick={() => void navigate('/plans')}>{t('plans.timeline.open')}</Button>
        </EmptyState>
      )}
      {list.rows.length > 0 && <Board year={year} milestones={list.rows} />}
    </div>
  )
}

type BoardProps = { year: number; milestones: readonly MilestoneRow[] }

function Board({ year, milestones }: BoardProps) {
  const { t } = useTranslation()
  const byPlan = [...Map.groupBy(milestones, ({ roadmapId }) => roadmapId)]
  const now = quarterOf(isoDateAt(Date.now()))
  return (
    <div className="plan-board">
      <table>
        <caption className="visually-hidden">{t('plans.timeline.title', { year })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plans.fields.roadmapId')}</th>
            {quarters.map((quarter) => (
              <th
                key={quarter}
                scope="col"
                aria-current={now.year === year && now.quarter === quarter ? 'date' : undefined}
              >
                {t('plans.timeline.quarter', { quarter: t(`plans.timeline.roman.${quarter}`) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byPlan.map(([roadmapId, own]) => (
            <tr key={roadmapId}>
              <th scope="row">
                <Link to={`/plans/${roadmapId}`}>{own[0]?.roadmapName}</Link>
              </th>
              {quarters.map((quarter) => (
                <td key={quarter}>
                  <ul>
                    {own
                      .filter(({ due }) => quarterOf(due).quarter === quarter)
                      .map((milestone) => (
                        <MilestoneLine key={milestone.id} milestone={milestone} />
                      ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MilestoneLine({ milestone }: { milestone: MilestoneRow }) {
  return (
    <li>
      <Link to={`/plans/${milestone.roadmapId}?milestone=${milestone.id}`}>{milestone.name}</Link>
      <span className="small">
        <DueDay milestone={milestone} />
      </span>
      <MilestoneChip standing={milestone.standing} />
    </li>
  )
}
