import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import {
  milestoneStandings,
  taskGroups,
  workshopGroups,
  type MilestoneRow,
} from '../../shared/plans/contract.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useJob, usePages } from '../app/operations.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import type { Column } from '../ui/Table.tsx'
import { DueDay } from './DueDay.tsx'
import { PlansTabs } from './PlansTabs.tsx'
import { MilestoneChip } from './StandingChip.tsx'
import { useListWords } from './use-list-words.ts'

const nameOf = ({ name }: MilestoneRow) => name

/** Milestones of all plans, the soonest first; each is changed in its plan. */
export function MilestoneListPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const { on, search, narrow } = asOf
  const standing = milestoneStandings.find((each) => each === search.get('standing')) ?? null
  const workshopGroup = workshopGroups.find((each) => each === search.get('workshopGroup')) ?? null
  const taskGroup = taskGroups.find((each) => each === search.get('taskGroup')) ?? null
  const filters = { text, on, standing, workshopGroup, taskGroup }
  const list = usePages('plans.milestones', filters)
  const run = useJob('plans.exportList')
  const isNarrowed = text !== '' || [standing, workshopGroup, taskGroup].some((each) => each !== null)
  return (
    <RegisterPage
      name="all-milestones"
      icon="flag"
      words={useListWords('milestones', nameOf)}
      list={list}
      columns={useColumns()}
      isNarrowed={isNarrowed || !asOf.isToday}
      mayWrite={false}
      tabs={<PlansTabs />}
      tools={
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'milestones', filters }, format })}
        />
      }
      filters={
        <AsOfBar asOf={asOf} searchLabel={t('plans.lists.milestones.search')} text={text} onText={setText}>
          <InlineSelect
            label={t('plans.fields.standing')}
            emptyLabel={t('plans.list.anyStanding')}
            value={standing ?? ''}
            options={milestoneStandings.map((each) => ({
              value: each,
              label: t(`plans.milestoneStandings.${each}`),
            }))}
            onChange={(value) => narrow({ standing: value })}
          />
          <InlineSelect
            label={t('plans.fields.taskGroup')}
            emptyLabel={t('plans.list.anyTask')}
            value={taskGroup ?? ''}
            options={taskGroups.map((each) => ({ value: each, label: t(`plans.taskGroups.${each}`) }))}
            onChange={(value) => narrow({ taskGroup: value })}
          />
          <InlineSelect
            label={t('plans.fields.workshopGroup')}
            emptyLabel={t('plans.list.anyGroup')}
            value={workshopGroup ?? ''}
            options={workshopGroups.map((each) => ({
              value: each,
              label: t(`plans.workshopGroups.${each}`),
            }))}
            onChange={(value) => narrow({ workshopGroup: value })}
          />
        </AsOfBar>
      }
      dialog={() => null}
      onOpen={({ roadmapId, id }) => void navigate(`/plans/${roadmapId}?milestone=${id}`)}
    />
  )
}

function useColumns(): Column<MilestoneRow>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('plans.fields.milestoneName'),
        widthPx: 240,
        grows: true,
        cell: ({ name }) => <span title={name}>{name}</span>,
      },
      {
        key: 'roadmap',
        label: t('plans.fields.roadmapId'),
        widthPx: 220,
        grows: true,
        cell: ({ roadmapName }) => <span title={roadmapName}>{roadmapName}</span>,
      },
      {
        key: 'due',
        label: t('plans.fields.due'),
        widthPx: 210,
        cell: (milestone) => <DueDay milestone={milestone} />,
      },
      {
        key: 'standing',
        label: t('plans.fields.standing'),
        widthPx: 152,
        cell: ({ standing }) => <MilestoneChip standing={standing} />,
      },
      { key: 'post', label: t('plans.fields.post'), widthPx: 170, cell: ({ post }) => post },
    ],
    [t],
  )
}
