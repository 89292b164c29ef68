import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Activity, Evidence } from '../../shared/activities/contract.ts'
import { displayInstant } from '../../shared/dates.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useCommand, useJob, useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useKeptFile } from '../app/use-kept-file.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'
import { EvidencePicker } from './EvidencePicker.tsx'
import type { ChosenEvidence } from './chosen-evidence.ts'
import { useActivityWords } from './use-activity-words.ts'
import { useAttach } from './use-attach.ts'

/** What proves that it took place: kept once in the data folder, whatever it is attached to. */
export function EvidencePart({ activity }: { activity: Activity }) {
  const { t } = useTranslation()
  const can = useCan()
  const { typeOf } = useActivityWords()
  const { value: evidence, failure } = useQuery('activities.evidence', { activityId: activity.id })
  const { run, attach } = useAttach()
  const [chosen, setChosen] = useState<ChosenEvidence[]>([])
  const asked = typeOf(activity.typeCode)?.proof ?? []
  const mayWrite = can('activities.write')
  async function keep() {
    const sent = chosen
    setChosen([])
    await attach(activity.id, sent)
  }
  return (
    <section className="card" aria-label={t('activities.fields.proof')}>
      <h2>{t('activities.fields.proof')}</h2>
      {asked.length > 0 && (
        <p className="soft">
          {t('activities.evidence.asked', {
            kinds: asked.map((kind) => t(`activities.evidenceKinds.${kind}`)).join(', '),
          })}
        </p>
      )}
      <Failure of={failure ?? run.failure} />
      <JobProgress run={run} />
      {run.output && <Outcome output={run.output} />}
      {evidence?.length === 0 && <p className="soft">{t('activities.evidence.none')}</p>}
      {evidence && evidence.length > 0 && (
        <ul className="evidence-list">
          {evidence.map((each) => (
            <EvidenceLine key={each.id} evidence={each} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {mayWrite && (
        <>
          <EvidencePicker chosen={chosen} onChange={setChosen} />
          {chosen.length > 0 && (
            <Button kind="primary" icon="attach" disabled={run.isRunning} onClick={() => void keep()}>
              {t('activities.evidence.attach')}
            </Button>
          )}
        </>
      )}
      <p className="soft small">{t('activities.evidence.kept')}</p>
    </section>
  )
}

function Outcome({ output }: { output: NonNullable<ReturnType<typeof useAttach>['run']['output']> }) {
  const { t } = useTranslation()
  return (
    <>
      {output.shared.map(({ name, activity }) => (
        <Notice key={name} text={t('activities.evidence.shared', { name, activity })} />
      ))}
      {output.again.length > 0 && (
        <Notice text={t('activities.evidence.again', { names: output.again.join(', ') })} />
      )}
    </>
  )
}

function EvidenceLine({ evidence, mayWrite }: { evidence: Evidence; mayWrite: boolean }) {
  const { t, i18n } = useTranslation()
  const open = useJob('activities.openEvidence')
  const remove = useCommand('activities.removeEvidence')
  const restore = useCommand('activities.restoreEvidence')
  const { id, kind, name, size, addedAt, alsoProves } = evidence
  const kept = useKeptFile(id, { open, remove, restore }, t('activities.evidence.removed', { name }))
  return (
    <li>
      <span className="evidence-kind">{t(`activities.evidenceKinds.${kind}`)}</span>
      <button type="button" className="evidence-open" onClick={kept.show}>
        {name}
      </button>
      <span className="soft small nowrap">
        {formatSize(size, numberStyle(i18n.language))} · {displayInstant(addedAt)}
      </span>
      {mayWrite && (
        <IconButton
          icon="remove"
          label={t('activities.evidence.remove', { name })}
          disabled={remove.isRunning}
          onClick={() => void kept.drop()}
        />
      )}
      {alsoProves.length > 0 && (
        <span className="soft small evidence-also">
          {t('activities.evidence.also')}{' '}
          {alsoProves.map((other, at) => (
            <span key={other.id}>
              {at > 0 && ', '}
              <Link to={`/activities/${other.id}`}>{other.name}</Link>
            </span>
          ))}
        </span>
      )}
      <Failure of={kept.failure} />
    </li>
  )
}
