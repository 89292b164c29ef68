import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate, isoDateAt, quarterOf } from '../../shared/dates.ts'
import type { Role } from '../../shared/users/rules.ts'
import { useSession } from '../app/session-context.ts'
import { usePeriodName } from '../reports/index.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { BackupCard } from './BackupCard.tsx'
import { DraftCard } from './DraftCard.tsx'
import { JobsCard } from './JobsCard.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import { QuarterCard } from './QuarterCard.tsx'
import { RecordProblemCard } from './RecordProblemCard.tsx'
import { SearchCard } from './SearchCard.tsx'

/** What each role came for, first things first. */
const cardsByRole: Record<Role, ComponentType[]> = {
  administrator: [BackupCard, QuarterCard, PeopleCard, SearchCard, DraftCard],
  cataloguer: [SearchCard, DraftCard, RecordProblemCard, QuarterCard],
  digitizer: [JobsCard, DraftCard, SearchCard, QuarterCard],
  activities: [QuarterCard, DraftCard, SearchCard],
  desk: [SearchCard, DraftCard, QuarterCard],
  director: [QuarterCard, SearchCard, DraftCard, BackupCard],
  reader: [SearchCard, QuarterCard],
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
  const day = { weekday, date: displayDate(today), period: periodName(quarterOf(today)) }
  return (
    <div className="page">
      <PageHeader title={t('home.title')} hint={t('home.today', day)} />
      <div className="home-cards">
        {user && cardsByRole[user.role].map((Card) => <Card key={Card.name} />)}
      </div>
    </div>
  )
}
