import { useState, type ReactNode } from 'react'
import type { Output } from '../app/operation-types.ts'
import { JobProgress } from '../app/JobProgress.tsx'
import { useJob } from '../app/operations.ts'
import { useSavedFile } from '../app/use-saved-file.ts'
import { BudgetDialog } from './BudgetDialog.tsx'
import type { RoadAct, Roads } from './PeriodRoads.tsx'
import { SendingOutcome } from './SendingOutcome.tsx'
import { StickDialog } from './StickDialog.tsx'
import { TelephoneDialog } from './TelephoneDialog.tsx'

type Status = Output<'sync.status'>
type Asked = { act: 'folder' | 'budget' | 'telephone'; periodId: number }
type Way = {
  /** Null where nobody may send, or nothing can be signed yet. */
  roads: Roads | null
  sendAll: (() => void) | null
  /** How the sending goes, and the dialogs of the roads that ask something first. */
  news: ReactNode
}

/** Every road a package can take, with what is on its way now. */
export function useRoads(status: Status | undefined, mayDeliver: boolean): Way {
  const send = useJob('sync.send')
  const exporting = useJob('sync.exportPackage')
  const printing = useJob('sync.printCodes')
  const [asked, setAsked] = useState<Asked | null>(null)
  useSavedFile(exporting.output?.file, exporting.clear)
  useSavedFile(printing.output?.file, printing.clear)
  const isEnrolled = status?.enrolment !== null && status?.enrolment !== undefined
  function pick(act: RoadAct, periodId: number) {
    if (act === 'send') void send.start({ periodId })
    else if (act === 'export') void exporting.start({ periodId })
    else if (act === 'codes') void printing.start({ periodId })
    else setAsked({ act, periodId })
  }
  const isBusy = send.isRunning || exporting.isRunning || printing.isRunning
  const isReady = mayDeliver && status !== undefined && status.key.state === 'ready'
  const unreceived =
    status?.packages.some(({ receipt }) => receipt === null) ||
    (status?.unsent ?? 0) + (status?.questions.answered ?? 0) > 0
  const news = (
    <>
      <JobProgress run={send} />
      <JobProgress run={exporting} />
      <JobProgress run={printing} />
      {send.output && <SendingOutcome sent={send.output} />}
      {asked && <RoadDialog asked={asked} status={status} onClose={() => setAsked(null)} />}
    </>
  )
  return {
    roads: isReady ? { isEnrolled, isBusy, pick } : null,
    sendAll: isReady && isEnrolled && unreceived ? () => void send.start({ periodId: null }) : null,
    news,
  }
}

type DialogProps = { asked: Asked; status: Status | undefined; onClose: () => void }

function RoadDialog({ asked: { act, periodId }, status, onClose }: DialogProps) {
  const written = status?.packages.find((row) => row.periodId === periodId)
  if (act === 'folder') return <StickDialog periodId={periodId} onClose={onClose} />
  if (act === 'budget') return <BudgetDialog periodId={periodId} onClose={onClose} />
  return written ? <TelephoneDialog written={written} onClose={onClose} /> : null
}
