import { useEffect, useEffectEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { Notice } from '../ui/Notice.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ContentCard } from './ContentCard.tsx'
import { FileCard } from './FileCard.tsx'
import { OptionsCard } from './OptionsCard.tsx'
import { ProfileCard } from './ProfileCard.tsx'
import { RunProgress } from './RunProgress.tsx'
import { runPath } from './RunTabs.tsx'
import { useColumnMap } from './use-column-map.ts'
import { useDropTarget } from './use-drop-target.ts'
import { useFileChoice } from './use-file-choice.ts'
import { useLook } from './use-look.ts'
import { useNewRun } from './use-new-run.ts'
import { useProfiles } from './use-profiles.ts'
import { useStage } from './use-stage.ts'

/** A file is chosen, looked into, explained where it needs it, and read on trial: nothing of it is in the catalogue yet. */
export function NewRunPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const tools = useNewRun()
  const { run, change } = tools
  const choice = useFileChoice(run.files, (files) => change({ files, sheet: null, columns: null }))
  const drop = useDropTarget(choice.take)
  const { look, found } = useLook(run)
  const profiles = useProfiles()
  const columns = useColumnMap(tools, found)
  const stage = useStage(tools, columns.map)
  const begun = useRef(false)

  const suggest = useEffectEvent(() => {
    const known = run.isOwnChoice ? undefined : profiles.suggested(found)
    if (known) change({ profile: { ...known.profile, encoding: run.profile.encoding }, origin: known })
  })
  useEffect(() => suggest(), [found, profiles.isReady])

  const readId = stage.job.output?.runId
  const leave = useEffectEvent((id: number) => {
    if (!begun.current) return
    tools.begin()
    void navigate(runPath(id))
  })
  useEffect(() => {
    if (readId !== undefined) leave(readId)
  }, [readId])

  async function read() {
    begun.current = true
    await stage.start()
  }
  const mayRead = found !== null && stage.isReady && !stage.job.isRunning
  useShortcut('Ctrl+Enter', () => void read(), mayRead)
  return (
    <div className="page new-run" {...drop.handlers} data-dropping={drop.isOver || undefined}>
      <PageHeader
        title={t('interchange.new.title')}
        hint={t('interchange.new.hint')}
        back={{ to: '/interchange', label: t('interchange.runs.title') }}
      />
      {readId !== undefined && !begun.current && (
        <Notice icon="check" text={t('interchange.new.alreadyRead')}>
          <Link className="button" to={runPath(readId)}>
            {t('interchange.new.openRun')}
          </Link>
        </Notice>
      )}
      <FileCard files={run.files} choice={choice} />
      {run.files.length > 0 && (
        <>
          <RunProgress run={look} unit="bytes" />
          {found && (
            <>
              <ProfileCard tools={tools} profiles={profiles} found={found} columns={columns.map} />
              <ContentCard tools={tools} found={found} columns={columns} />
              <OptionsCard tools={tools} />
            </>
          )}
          <RunProgress run={stage.job} unit="bytes" />
          <Failure of={stage.saveFailure} />
          <div className="actions">
            <Button
              kind="primary"
              icon="search"
              shortcut="Ctrl+Enter"
              disabled={!mayRead}
              onClick={() => void read()}
            >
              {t('interchange.new.read')}
            </Button>
            <Button disabled={stage.job.isRunning} onClick={tools.begin}>
              {t('interchange.new.again')}
            </Button>
            <span className="soft small">{stage.missing ?? t('interchange.new.readHint')}</span>
          </div>
        </>
      )}
    </div>
  )
}
