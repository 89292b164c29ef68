import { useTranslation } from 'react-i18next'
import type { MilestoneStanding, RoadmapStanding } from '../../shared/plans/contract.ts'
import { Chip } from '../ui/Chip.tsx'

const looksOfPlan = {
  draft: { tone: 'plain', icon: 'edit' },
  submitted: { tone: 'warn', icon: 'send' },
  approved: { tone: 'good', icon: 'check' },
  expired: { tone: 'plain', icon: 'history' },
  replaced: { tone: 'plain', icon: 'switch' },
} as const

const looksOfMilestone = {
  done: { tone: 'good', icon: 'check' },
  done_late: { tone: 'warn', icon: 'check' },
  overdue: { tone: 'bad', icon: 'warning' },
  open: { tone: 'plain', icon: 'calendar' },
} as const

export function RoadmapChip({ standing }: { standing: RoadmapStanding }) {
  const { t } = useTranslation()
  return <Chip {...looksOfPlan[standing]}>{t(`plans.roadmapStandings.${standing}`)}</Chip>
}

export function MilestoneChip({ standing }: { standing: MilestoneStanding }) {
  const { t } = useTranslation()
  return <Chip {...looksOfMilestone[standing]}>{t(`plans.milestoneStandings.${standing}`)}</Chip>
}
