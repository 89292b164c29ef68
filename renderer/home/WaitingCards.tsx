import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate, displayInstant, isoDateAt } from '../../shared/dates.ts'
import type { Waiting } from '../../shared/home/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useOperationWords } from '../app/use-operation-words.ts'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { waitingDoor } from './waiting-door.ts'

type Overview = Output<'home.overview'>
const spans = ['visit', 'week'] as const
const daysAhead = 6
const dayMs = 86_400_000

/** What is due, what the quarter lacks and what changed, asked for at once; a new library has its first steps instead. */
export function WaitingCards() {
  const [since, setSince] = useState<(typeof spans)[number]>('visit')
  const { value, failure, ask } = useQuery('home.overview', { since }, { keepsPrevious: true })
  // What any module records may change it, and the day does.
  useEffect(ask, [ask])
  if (!value) return <Failure of={failure} />
  const { begun } = value
  if (!begun.holdings && !begun.activities) return <FirstSteps begun={begun} />
  return (
    <>
      <WaitingCard part="due" lines={value.due} />
      <WaitingCard part="missing" lines={value.missing} />
      <Changed changed={value.changed} since={since} onSince={setSince} />
    </>
  )
}

function WaitingCard({ part, lines }: { part: 'due' | 'missing'; lines: readonly Waiting[] }) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <h2>{t(`home.${part}.title`)}</h2>
      {lines.length === 0 && <p className="soft">{t(`home.${part}.none`)}</p>}
      <ul className="home-list">
        {lines.map((line) => (
          <WaitingLine key={line.kind} line={line} />
        ))}
      </ul>
    </section>
  )
}

function WaitingLine({ line: { kind, count, isExact, on, first } }: { line: Waiting }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const nowMs = Date.now()
  const today = isoDateAt(nowMs)
  const { icon, to } = waitingDoor(kind, { today, until: isoDateAt(nowMs + daysAhead * dayMs) })
  const shown = isExact ? number(count) : t('home.moreThan', { shown: number(count) })
  const isOver = on !== null && on < today
  return (
    <li>
      <Icon name={icon} />
      <Link to={to} title={first}>
        {t(`home.waiting.${kind}`, { shown, count })}
      </Link>
      <span className={isOver ? 'small nowrap overdue' : 'soft small nowrap'}>
        {on === null ? '' : isOver ? t('home.since', { on: displayDate(on) }) : displayDate(on)}
      </span>
    </li>
  )
}

type ChangedProps = {
  changed: Overview['changed']
  since: (typeof spans)[number]
  onSince: (since: (typeof spans)[number]) => void
}

function Changed({ changed, since, onSince }: ChangedProps) {
  const { t } = useTranslation()
  const can = useCan()
  const number = useNumberText()
  const { name } = useOperationWords()
  const mayRead = can('journal.read')
  return (
    <section className="card home-tall">
      <div className="row">
        <h2>{t('home.changed.title')}</h2>
        <span className="spacer" />
        <InlineSelect
          label={t('home.changed.since')}
          value={since}
          options={spans.map((each) => ({ value: each, label: t(`home.changed.spans.${each}`) }))}
          onChange={(value) => onSince(spans.find((each) => each === value) ?? 'visit')}
        />
      </div>
      <p className="soft small">
        {t(changed.isVisit ? 'home.changed.fromVisit' : 'home.changed.fromWeek', {
          at: displayInstant(changed.since),
        })}
      </p>
      {changed.count === 0 && <p className="soft">{t('home.changed.none')}</p>}
      <ul className="home-list">
        {changed.kinds.map(({ operation, count }) => (
          <li key={operation}>
            <Icon name="history" />
            {mayRead ? (
              <Link to={`/journal?operation=${operation}`}>{name(operation)}</Link>
            ) : (
              <span>{name(operation)}</span>
            )}
            <span className="nowrap">{number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
