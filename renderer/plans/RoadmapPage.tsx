import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { displayDate, isoDateAt, spanText } from '../../shared/dates.ts'
import { keptAddress } from '../app/kept.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { HistoryPart } from '../journal/index.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { MilestonePart } from './MilestonePart.tsx'
import { RoadmapDialog } from './RoadmapDialog.tsx'
import { RoadmapChip } from './StandingChip.tsx'

type Roadmap = Output<'plans.roadmap'>

/** One plan: what it is, who approved it, and its milestones. */
export function RoadmapPage() {
  const { t } = useTranslation()
  const can = useCan()
  const id = Number(useParams().id)
  // A draft leads here with the form open.
  const isDraft = useSearchParams()[0].has('edit')
  const [isEditing, setEditing] = useState(isDraft)
  const { value: roadmap, failure } = useQuery('plans.roadmap', { id, on: isoDateAt(Date.now()) })
  const back = { to: keptAddress('/plans'), label: t('plans.tabs.roadmaps') }
  if (!roadmap)
    return (
      <div className="page">
        <PageHeader title={t('plans.menu.roadmap')} back={back} />
        <Failure of={failure} />
      </div>
    )
  return (
    <div className="page">
      <PageHeader title={roadmap.name} back={back}>
        <RoadmapChip standing={roadmap.standing} />
        <Button icon="print" onClick={() => window.print()}>
          {t('common.list.print')}
        </Button>
        {can('plans.write') && (
          <Button icon="edit" onClick={() => setEditing(true)}>
            {t('plans.page.edit')}
          </Button>
        )}
      </PageHeader>
      <section className="card">
        <h2>{t('plans.page.facts')}</h2>
        <Facts roadmap={roadmap} />
      </section>
      <MilestonePart roadmap={roadmap} />
      <HistoryPart of={{ tableName: 'roadmap', rowId: id }} />
      {isEditing && <RoadmapDialog roadmap={roadmap} onClose={() => setEditing(false)} />}
    </div>
  )
}

function Facts({ roadmap }: { roadmap: Roadmap }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { approvedOn, submittedOn, replacedOn, replacedById, replacedByName } = roadmap
  const approval =
    approvedOn &&
    t('plans.page.approvalLine', {
      number: roadmap.number,
      on: displayDate(approvedOn),
      by: roadmap.approvedBy || '–',
    })
  const replacement = replacedOn && (
    <>
      {displayDate(replacedOn)}
      {replacedById !== null && (
        <>
          {': '}
          <Link to={`/plans/${replacedById}`}>{replacedByName}</Link>
        </>
      )}
    </>
  )
  return (
    <PropertyList
      properties={[
        { key: 'kind', label: t('plans.fields.kind'), value: t(`plans.roadmapKinds.${roadmap.kind}`) },
        {
          key: 'validity',
          label: t('plans.list.validity'),
          value: spanText(roadmap.startsOn, roadmap.endsOn),
        },
        {
          key: 'submittedOn',
          label: t('plans.fields.submittedOn'),
          value: submittedOn && displayDate(submittedOn),
        },
        { key: 'approval', label: t('plans.page.approval'), value: approval },
        { key: 'document', label: t('plans.fields.documentId'), value: roadmap.documentName },
        ...(replacement
          ? [{ key: 'replacement', label: t('plans.page.replacement'), value: replacement }]
          : []),
        {
          key: 'progress',
          label: t('plans.list.progress'),
          value: t('plans.page.doneOf', { done: number(roadmap.done), all: number(roadmap.milestones) }),
        },
        ...(roadmap.note
          ? [{ key: 'note', label: t('plans.fields.note'), value: roadmap.note, isWide: true }]
          : []),
      ]}
    />
  )
}
