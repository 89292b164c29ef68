import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { spanText } from '../../shared/dates.ts'
import { roadmapKinds, roadmapStandings, type Roadmap } from '../../shared/plans/contract.ts'
import { AsOfBar } from '../app/AsOfBar.tsx'
import { ListExport } from '../app/ListExport.tsx'
import { useCommand, useJob, usePages } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { RegisterPage } from '../app/RegisterPage.tsx'
import { useAsOf } from '../app/use-as-of.ts'
import { useSearchText } from '../app/use-search-text.ts'
import { InlineSelect } from '../ui/InlineSelect.tsx'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { PlansTabs } from './PlansTabs.tsx'
import { RoadmapDialog } from './RoadmapDialog.tsx'
import { RoadmapChip } from './StandingChip.tsx'
import { useListWords } from './use-list-words.ts'

const nameOf = ({ name }: Roadmap) => name

/** Plans and roadmaps as of a day, each with how far it has come. */
export function RoadmapListPage() {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const number = useNumberText()
  const asOf = useAsOf()
  const [text, setText] = useSearchText()
  const { on, search, narrow } = asOf
  const kind = roadmapKinds.find((each) => each === search.get('kind')) ?? null
  const standing = roadmapStandings.find((each) => each === search.get('standing')) ?? null
  const filters = { text, on, kind, standing }
  const list = usePages('plans.roadmaps', filters)
  const remove = useCommand('plans.removeRoadmap')
  const restore = useCommand('plans.restoreRoadmap')
  const run = useJob('plans.exportList')
  const words = useListWords('roadmaps', nameOf)
  return (
    <RegisterPage
      name="roadmaps"
      icon="flag"
      words={{
        ...words,
        removed: (roadmap) =>
          roadmap.milestones === 0
            ? words.removed(roadmap)
            : t('plans.list.removedWith', { name: roadmap.name, shown: number(roadmap.milestones) }),
      }}
      list={list}
      columns={useColumns()}
      isNarrowed={text !== '' || kind !== null || standing !== null || !asOf.isToday}
      mayWrite={can('plans.write')}
      tabs={<PlansTabs />}
      tools={
        <ListExport
          run={run}
          onStart={(format) => void run.start({ choice: { list: 'roadmaps', filters }, format })}
        />
      }
      filters={
        <AsOfBar asOf={asOf} searchLabel={t('plans.lists.roadmaps.search')} text={text} onText={setText}>
          <InlineSelect
            label={t('plans.fields.kind')}
            emptyLabel={t('plans.list.anyKind')}
            value={kind ?? ''}
            options={roadmapKinds.map((each) => ({ value: each, label: t(`plans.roadmapKinds.${each}`) }))}
            onChange={(value) => narrow({ kind: value })}
          />
          <InlineSelect
            label={t('plans.fields.standing')}
            emptyLabel={t('plans.list.anyStanding')}
            value={standing ?? ''}
            options={roadmapStandings.map((each) => ({
              value: each,
              label: t(`plans.roadmapStandings.${each}`),
            }))}
            onChange={(value) => narrow({ standing: value })}
          />
        </AsOfBar>
      }
      dialog={(roadmap, onClose) => <RoadmapDialog key={roadmap?.id} roadmap={roadmap} onClose={onClose} />}
      onOpen={({ id }) => void navigate(`/plans/${id}`)}
      removal={remove}
      onRemove={async ({ id, rev }) => {
        const answer = await remove.run({ id, rev })
        return answer.ok ? () => restore.run({ id }) : null
      }}
    />
  )
}

function useColumns(): Column<Roadmap>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return useMemo(
    () => [
      { key: 'name', label: t('plans.fields.roadmapName'), widthPx: 260, grows: true, cell: nameOf },
      {
        key: 'kind',
        label: t('plans.fields.kind'),
        widthPx: 130,
        cell: ({ kind }) => t(`plans.roadmapKinds.${kind}`),
      },
      {
        key: 'standing',
        label: t('plans.fields.standing'),
        widthPx: 130,
        cell: ({ standing }) => <RoadmapChip standing={standing} />,
      },
      { key: 'number', label: t('plans.fields.number'), widthPx: 116, cell: (row) => row.number },
      {
        key: 'validity',
        label: t('plans.list.validity'),
        widthPx: 204,
        cell: ({ startsOn, endsOn }) => spanText(startsOn, endsOn),
      },
      {
        key: 'progress',
        label: t('plans.list.progress'),
        widthPx: 170,
        cell: ({ done, milestones, overdue }) => (
          <>
            {number(done)}/{number(milestones)}
            {overdue > 0 && (
              <strong className="small"> · {t('plans.list.overdueCount', { shown: number(overdue) })}</strong>
            )}
          </>
        ),
      },
    ],
    [t, number],
  )
}
