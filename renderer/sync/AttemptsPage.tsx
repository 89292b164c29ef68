import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { usePages } from '../app/operations.ts'
import { usePeriodName } from '../reports/index.ts'
import { Chip } from '../ui/Chip.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { RoadProblemText } from './RoadProblemText.tsx'

type Attempt = Output<'sync.attempts'>['rows'][number]

/** Each time a package went out, and in words what came of it. */
export function AttemptsPage() {
  const { t } = useTranslation()
  const { rows, failure, hasMore, more, isStarting } = usePages('sync.attempts', {})
  const [selected, setSelected] = useState<number | null>(null)
  const columns = useColumns()
  const chosen = rows.find(({ id }) => id === selected)
  return (
    <div className="page filled">
      <PageHeader
        title={t('sync.attempts.title')}
        hint={t('sync.attempts.hint')}
        back={{ to: '/sync', label: t('sync.page.title') }}
      />
      <Failure of={failure} />
      <Table
        label={t('sync.attempts.title')}
        name="sync-attempts"
        columns={columns}
        rows={rows}
        keyOf={(attempt) => attempt.id}
        selected={selected}
        onSelect={(attempt) => setSelected(attempt.id)}
        total={{ count: rows.length, isExact: !hasMore }}
        hasMore={hasMore}
        onMore={more}
        isLoading={isStarting}
        empty={<EmptyState icon="send" text={t('sync.attempts.empty')} />}
        foot={
          <span aria-live="polite">
            {chosen?.problem ? (
              <RoadProblemText problem={chosen.problem} />
            ) : (
              t('sync.attempts.count', { count: rows.length })
            )}
          </span>
        }
      />
    </div>
  )
}

function useColumns(): Column<Attempt>[] {
  const { t } = useTranslation()
  const periodName = usePeriodName()
  const number = useNumberText()
  return useMemo(
    () => [
      {
        key: 'at',
        label: t('sync.attempts.columns.at'),
        widthPx: 150,
        cell: (attempt) => <span className="number">{displayInstant(attempt.startedAt)}</span>,
      },
      {
        key: 'period',
        label: t('sync.attempts.columns.period'),
        widthPx: 130,
        cell: (attempt) => periodName(attempt.period),
      },
      {
        key: 'revision',
        label: t('sync.attempts.columns.revision'),
        widthPx: 80,
        align: 'end',
        cell: (attempt) => attempt.revision,
      },
      {
        key: 'road',
        label: t('sync.attempts.columns.road'),
        widthPx: 150,
        cell: (attempt) => t(`sync.roads.names.${attempt.road}`),
      },
      {
        key: 'result',
        label: t('sync.attempts.columns.result'),
        widthPx: 420,
        grows: true,
        cell: (attempt) => <Result attempt={attempt} number={number} />,
      },
    ],
    [t, periodName, number],
  )
}

function Result({ attempt, number }: { attempt: Attempt; number: (value: number) => string }) {
  const { t } = useTranslation()
  const { endedAt, problem, road, bytesThere, bytes } = attempt
  if (endedAt === null) return <Chip icon="send">{t('sync.attempts.going')}</Chip>
  if (problem === null)
    return (
      <Chip tone="good" icon="check">
        {t(road === 'https' ? 'sync.attempts.done' : 'sync.attempts.handed')}
      </Chip>
    )
  return (
    <span>
      <RoadProblemText problem={problem} />
      {bytesThere > 0 && ` ${t('sync.attempts.there', { there: number(bytesThere), bytes: number(bytes) })}`}
    </span>
  )
}
