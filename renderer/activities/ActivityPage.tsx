import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { ActivityFields, type Activity } from '../../shared/activities/contract.ts'
import { keptAddress } from '../app/kept.ts'
import { RecordParts } from '../app/RecordParts.tsx'
import { useCommand, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { HistoryPart } from '../journal/index.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { ActivityFacts } from './ActivityFacts.tsx'
import { EvidencePart } from './EvidencePart.tsx'
import { ImpactLines } from './ImpactLines.tsx'
import { SessionTable } from './SessionTable.tsx'
import { ProofChip, StateChip } from './StateChip.tsx'

/** An activity: what it was, its sessions, its proof, and every figure that it counts in. */
export function ActivityPage() {
  const { t } = useTranslation()
  const id = Number(useParams().id)
  const { value: activity, failure } = useQuery('activities.activity', { id })
  const back = { to: keptAddress('/activities'), label: t('activities.list.title') }
  if (!activity)
    return (
      <div className="page">
        <PageHeader title={t('activities.menu.activity')} back={back} />
        <Failure of={failure} />
      </div>
    )
  return (
    <div className="page">
      <PageHeader title={activity.name} back={back}>
        <StateChip state={activity.state} />
        <ProofChip proof={activity.proof} />
      </PageHeader>
      <div className="activity-columns">
        <div className="stack">
          <Acts activity={activity} />
          <ActivityFacts activity={activity} />
          <SessionTable activity={activity} />
          <RecordParts of="activity" id={id} />
          <EvidencePart activity={activity} />
          <HistoryPart of={{ tableName: 'activity', rowId: id }} />
        </div>
        <CountedIn activity={activity} />
      </div>
    </div>
  )
}

function CountedIn({ activity }: { activity: Activity }) {
  const { t } = useTranslation()
  const impact = useQuery('activities.impact', { id: activity.id, fields: ActivityFields.parse(activity) })
  return (
    <aside className="card impact-panel" aria-label={t('activities.impact.counted')}>
      <h2>{t('activities.impact.counted')}</h2>
      <Failure of={impact.failure} />
      {impact.value && <ImpactLines impact={impact.value} isSaved />}
      {activity.state === 'planned' && <p className="soft small">{t('activities.impact.notYet')}</p>}
    </aside>
  )
}

function Acts({ activity }: { activity: Activity }) {
  const { t } = useTranslation()
  const can = useCan()
  const navigate = useNavigate()
  const toast = useToast()
  const markDone = useCommand('activities.markDone')
  const update = useCommand('activities.update')
  const remove = useCommand('activities.remove')
  const restore = useCommand('activities.restore')
  const [isAsking, setAsking] = useState(false)
  const { id, rev, name } = activity
  if (!can('activities.write')) return null
  async function done() {
    const answer = await markDone.run({ id, rev })
    if (!answer.ok) return
    toast({
      text: t('activities.page.markedDone', { name }),
      onUndo: async () =>
        void (await update.run({
          ...ActivityFields.parse(activity),
          id,
          rev: answer.value.rev,
          accepted: ['sessions_overlap', 'outside_campaign'],
        })),
    })
  }
  async function drop() {
    const answer = await remove.run({ id, rev })
    if (!answer.ok) return
    toast({
      text: t('activities.page.removed', { name }),
      onUndo: async () => {
        const back = await restore.run({ id })
        if (back.ok) void navigate(`/activities/${id}`)
      },
    })
    void navigate(keptAddress('/activities'), { replace: true })
  }
  return (
    <>
      <div className="row no-print">
        {activity.state !== 'done' && (
          <Button kind="primary" icon="check" disabled={markDone.isRunning} onClick={() => void done()}>
            {t('activities.page.markDone')}
          </Button>
        )}
        <Link className="button" to={`/activities/${id}/edit`}>
          <Icon name="edit" />
          {t('activities.page.edit')}
        </Link>
        <Link className="button" to={`/activities/new?from=${id}`}>
          <Icon name="history" />
          {t('activities.page.again')}
        </Link>
        {isAsking ? (
          <>
            <span>{t('activities.page.removeAsk', { sessions: activity.sessionCount })}</span>
            <Button kind="danger" disabled={remove.isRunning} onClick={() => void drop()}>
              {t('activities.page.remove')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('common.actions.cancel')}</Button>
          </>
        ) : (
          <Button kind="quiet" icon="remove" onClick={() => setAsking(true)}>
            {t('activities.page.remove')}
          </Button>
        )}
      </div>
      <Failure of={markDone.failure ?? update.failure ?? remove.failure ?? restore.failure} />
    </>
  )
}
