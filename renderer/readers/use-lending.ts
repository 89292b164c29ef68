import { useCallback, useEffect, useRef, useState } from 'react'
import {
  lendingQuestions,
  type DeskReader,
  type LoanRow,
  type ScanResult,
} from '../../shared/readers/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { useCall, useCommand } from '../app/operations.ts'
import type { OperationFailure } from '../ui/Failure.tsx'
import { playAtDesk, type DeskSound } from './desk-sounds.ts'

export type Shown =
  | { kind: 'result'; result: ScanResult }
  | { kind: 'failure'; failure: OperationFailure }
  | { kind: 'undone'; undone: Output<'readers.undoLoan'>['undone'] }
  | null

type Desk = { siteId: number | null; isMuted: boolean; begin: number | null }

/** Within this the same code is the same pull of the trigger, or the next by the same hand. */
const twiceWithinMs = 5000

/** Codes are worked off one after another, however fast they are scanned. */
export function useLending({ siteId, isMuted, begin }: Desk) {
  const scan = useCommand('readers.scan')
  const undoing = useCommand('readers.undoLoan')
  const [shown, show] = useState<Shown>(null)
  const { reader, openId, open, take } = useOpenReader(begin, (failure) => show({ kind: 'failure', failure }))
  const [lastLoan, setLastLoan] = useState<LoanRow | null>(null)
  const [asked, setAsked] = useState<{ code: string; failure: OperationFailure } | null>(null)
  // A copy that is scanned twice as it comes back must not go out again.
  const justReturned = useRef<{ code: string; atMs: number; loan: LoanRow } | null>(null)
  const waiting = useRef(Promise.resolve())

  const hear = (sound: DeskSound) => {
    if (!isMuted) playAtDesk(sound)
  }
  async function send(code: string, accepted: (typeof lendingQuestions)[number][]) {
    if (siteId === null) return
    const twice = justReturned.current
    if (twice?.code === code && Date.now() - twice.atMs < twiceWithinMs) {
      hear('again')
      show({ kind: 'result', result: { kind: 'again', loan: twice.loan } })
      return
    }
    justReturned.current = null
    const answer = await scan.run({ code, siteId, readerId: openId.current, accepted })
    if (!answer.ok) {
      hear('wrong')
      const { error } = answer
      if (lendingQuestions.some((question) => question === error.code)) setAsked({ code, failure: error })
      show({ kind: 'failure', failure: error })
      return
    }
    const result = answer.value
    if (result.kind === 'returned') justReturned.current = { code, atMs: Date.now(), loan: result.loan }
    hear(result.kind)
    show({ kind: 'result', result })
    if (result.kind === 'reader') {
      take(result.reader)
      setLastLoan(null)
    } else {
      if (result.kind === 'lent' || result.kind === 'returned') setLastLoan(result.loan)
      await open(openId.current)
    }
  }
  async function undo() {
    if (lastLoan === null) return
    const { id, rev } = lastLoan
    setLastLoan(null)
    justReturned.current = null
    const answer = await undoing.run({ id, rev })
    if (!answer.ok) return show({ kind: 'failure', failure: answer.error })
    hear('undone')
    show({ kind: 'undone', undone: answer.value.undone })
    await open(openId.current)
  }
  return {
    reader,
    shown,
    lastLoan,
    question: asked?.failure ?? null,
    take(code: string) {
      waiting.current = waiting.current.then(() => send(code, []))
    },
    open: (id: number) => void open(id),
    close() {
      void open(null)
      setLastLoan(null)
      show(null)
    },
    refresh: () => open(openId.current),
    undo,
    leaveQuestion: () => setAsked(null),
    async lendAllTheSame() {
      const code = asked?.code
      setAsked(null)
      if (code !== undefined) await send(code, [...lendingQuestions])
    },
  }
}

/** Whoever stands at the desk; an answer that comes after somebody else was opened is dropped. */
function useOpenReader(begin: number | null, onFailure: (failure: OperationFailure) => void) {
  const call = useCall()
  const [reader, setReader] = useState<DeskReader | null>(null)
  const openId = useRef<number | null>(null)
  const tell = useRef(onFailure)
  useEffect(() => {
    tell.current = onFailure
  })
  const open = useCallback(
    async (id: number | null) => {
      openId.current = id
      if (id === null) {
        setReader(null)
        return
      }
      const answer = await call('readers.deskReader', { id })
      if (openId.current === id) setReader(answer.ok ? answer.value : null)
      if (!answer.ok) tell.current(answer.error)
    },
    [call],
  )
  useEffect(() => {
    if (begin !== null) void open(begin)
  }, [begin, open])
  const take = useCallback((known: DeskReader) => {
    openId.current = known.id
    setReader(known)
  }, [])
  return { reader, openId, open, take }
}
