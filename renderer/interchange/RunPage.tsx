import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { ImportRun } from '../../shared/interchange/contract.ts'
import { useKept } from '../app/kept.ts'
import { useJob, usePages, useQuery } from '../app/operations.ts'
import { Failure } from '../ui/Failure.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RunActs } from './RunActs.tsx'
import { RunOverview } from './RunOverview.tsx'
import { RunProgress } from './RunProgress.tsx'
import { RunRecords } from './RunRecords.tsx'
import { runPath, RunTabs, tabIn, tabsOf } from './RunTabs.tsx'
import { StateChip } from './StateChip.tsx'
import { UndoResult } from './UndoResult.tsx'
import { UnknownWords } from './UnknownWords.tsx'
import { UsedTitles } from './UsedTitles.tsx'
import { VanishedTitles } from './VanishedTitles.tsx'
import { useRunSentence } from './use-run-sentence.ts'

/** One file taken in: what it is, what would become of it, and the way there and back. */
export function RunPage() {
  const { t } = useTranslation()
  const { id: idText = '', tab = '' } = useParams()
  const id = Number(idText)
  const run = useQuery('interchange.run', { id })
  return (
    <div className="page filled run-page">
      {run.value ? (
        <Run key={run.value.id} run={run.value} tab={tab} />
      ) : (
        <>
          <PageHeader
            title={t('interchange.run.title', { id: idText })}
            back={{ to: '/interchange', label: t('interchange.runs.title') }}
          />
          <Failure of={run.failure} />
        </>
      )}
    </div>
  )
}

function Run({ run, tab }: { run: ImportRun; tab: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const sentence = useRunSentence()
  const stage = useJob('interchange.stage')
  const write = useJob('interchange.write')
  const undo = useJob('interchange.undo')
  const tabs = tabsOf(run)
  const current = tabIn(tabs, tab)
  const isBusy = stage.isRunning || write.isRunning || undo.isRunning
  // A job does not say which run it works on; this window knows what it began, and the run what is done to it.
  const [begunId, begin] = useKept<number | null>('importRuns.begun', null)
  const isMine = begunId === run.id
  /** Titles that their source has given up leave too; asked anew in each window. */
  const [removes, setRemoves] = useKept(`importRun.${run.id}.removesVanished`, false)
  /** What is done to the whole is watched where the whole is shown. */
  function beginHere() {
    begin(run.id)
    void navigate(runPath(run.id), { replace: true })
  }
  return (
    <>
      <PageHeader
        title={t('interchange.run.title', { id: run.id })}
        back={{ to: '/interchange', label: t('interchange.runs.title') }}
      >
        <RunActs
          run={run}
          isBusy={isBusy}
          vanishing={removes ? run.counts.vanished : 0}
          onWrite={() => {
            beginHere()
            void write.start({ id: run.id, removesVanished: removes })
          }}
          onUndo={(keepsUsed) => {
            beginHere()
            void undo.start({ id: run.id, keepsUsed })
          }}
        />
      </PageHeader>
      {current === 'overview' && (
        <div className="run-sentence">
          <StateChip state={run.state} />
          <p aria-live="polite">{sentence(run)}</p>
        </div>
      )}
      {run.state === 'reading' && <RunProgress run={stage} unit="bytes" />}
      {(isMine || run.state === 'writing') && <RunProgress run={write} unit="bytes" />}
      {(isMine || run.state === 'undoing') && <RunProgress run={undo} unit="rows" />}
      {isMine && undo.output && <UndoResult output={undo.output} />}
      <RunTabs runId={run.id} tabs={tabs} current={current} />
      {current === 'overview' && <RunOverview run={run} />}
      {current === 'records' && <RunRecords run={run} />}
      {current === 'words' && <UnknownWords run={run} isBusy={isBusy} />}
      {current === 'vanished' && <VanishedTitles run={run} removes={removes} onRemoves={setRemoves} />}
      {current === 'used' && <UsedSince run={run} />}
    </>
  )
}

function UsedSince({ run }: { run: ImportRun }) {
  const { t } = useTranslation()
  const used = usePages('interchange.usedSince', { runId: run.id })
  return (
    <UsedTitles
      used={used}
      name="import-used"
      label={t('interchange.run.tabs.used')}
      empty={t('interchange.undo.unused')}
    />
  )
}
