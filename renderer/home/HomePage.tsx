import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt, quarterOf } from '../../shared/dates.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import type { Role } from '../../shared/users/rules.ts'
import { useSession } from '../app/session-context.ts'
import { TodayCard } from '../readers/index.ts'
import { usePeriodName } from '../reports/index.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { DraftCard } from './DraftCard.tsx'
import { JobsCard } from './JobsCard.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import { QuarterBand } from './QuarterBand.tsx'
import { RecordProblemCard } from './RecordProblemCard.tsx'
import { SearchCard } from './SearchCard.tsx'
import { WaitingCards } from './WaitingCards.tsx'

/** What each role came for, below what concerns everybody. */
const cardsByRole: Record<Role, ComponentType[]> = {
  administrator: [PeopleCard, SearchCard, DraftCard],
  cataloguer: [SearchCard, DraftCard, RecordProblemCard],
  digitizer: [JobsCard, DraftCard, SearchCard],
  activities: [DraftCard, SearchCard],
  desk: [TodayCard, SearchCard, DraftCard],
  director: [SearchCard, DraftCard],
  reader: [SearchCard],
}

export function HomePage() {
  const { t, i18n } = useTranslation()
  const { user } = useSession()
  const periodName = usePeriodName()
  const nowMs = Date.now()
  const today = isoDateAt(nowMs)
  const weekday = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'long',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(nowMs)
  const day = { weekday, date: displayDate(today), period: periodName(quarterPeriod(quarterOf(today))) }
  return (
    <div className="page">
      <PageHeader title={t('home.title')} hint={t('home.today', day)} />
      <QuarterBand />
      <div className="home-cards">
        <WaitingCards />
        {user && cardsByRole[user.role].map((Card) => <Card key={Card.name} />)}
      </div>
    </div>
  )
}
