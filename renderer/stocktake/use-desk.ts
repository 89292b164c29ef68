import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { doubleWithinMs, type Place } from '../../shared/stocktake/rules.ts'
import { useCall } from '../app/operations.ts'
import type { Output, Refusal } from '../app/operation-types.ts'
import { useSession } from '../app/session-context.ts'
import { afterAct, emptyDesk, lastStanding } from './desk-state.ts'
import { createScanQueue, queueName, type ScanQueue, type Sent } from './scan-queue.ts'

/** Refusals that go by themselves: a busy or restarted engine, a locked screen, a full disk. */
const passing = new Set([
  'busy',
  'engine_lost',
  'locked',
  'signed_out',
  'seat_unknown',
  'storage_full',
  'storage_readonly',
  'cannot_open',
  'internal',
])
/** Where nobody has scanned for so long, everything is counted anew, other people's scans included. */
const recountAfterMs = 15_000

let lastNumber = 0
/** In the order of reading, and never the same at two desks. */
function newKey(): string {
  lastNumber += 1
  const random = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  )
  return `${Date.now().toString(36)}-${String(lastNumber).padStart(5, '0')}-${random.join('')}`
}

export type Desk = ReturnType<typeof useDesk>

/** The scans of one person at one desk: on their way, answered, counted, taken back. */
export function useDesk(stocktake: Stocktake, onAnswer: (answer: Output<'stocktake.scan'>[number]) => void) {
  const { id } = stocktake
  const call = useCall()
  const queries = useQueryClient()
  const userId = useSession().user?.id ?? 0
  const [state, act] = useReducer(afterAct, emptyDesk)
  const [waiting, setWaiting] = useState({ count: 0, isKept: true })
  const [failure, setFailure] = useState<Refusal<'stocktake.scan'> | Refusal<'stocktake.undoScan'> | null>(
    null,
  )
  const queue = useRef<ScanQueue | null>(null)
  const answered = useRef(onAnswer)
  useEffect(() => {
    answered.current = onAnswer
  })

  useEffect(() => {
    async function send(scans: Parameters<ScanQueue['add']>[0][]): Promise<Sent> {
      const answer = await call('stocktake.scan', { id, scans })
      setFailure(answer.ok ? null : answer.error)
      if (answer.ok) return { kind: 'answered', answers: answer.value }
      return { kind: passing.has(answer.error.code) ? 'later' : 'refused' }
    }
    const own = createScanQueue({
      store: localStorage,
      name: queueName(userId, id),
      send,
      onAnswers(answers) {
        act({ type: 'answered', answers })
        for (const answer of answers) answered.current(answer)
      },
      onChange: (count, isKept) => setWaiting({ count, isKept }),
    })
    queue.current = own
    return () => {
      own.stop()
      queue.current = null
      // What other pages know of it is old now.
      void queries.invalidateQueries({ queryKey: ['stocktake'] })
    }
  }, [call, queries, id, userId])

  useRecalled(id, act)
  useCounting(id, state, act)

  const last = useRef({ code: '', atMs: 0 })
  const read = useCallback((code: string, place: Place): 'taken' | 'echo' => {
    const atMs = Date.now()
    const isEcho = last.current.code === code && atMs - last.current.atMs < doubleWithinMs
    last.current = { code, atMs }
    if (isEcho) return 'echo'
    const scan = { key: newKey(), code, at: new Date(atMs).toISOString(), ...place }
    act({ type: 'read', scan })
    queue.current?.add(scan)
    return 'taken'
  }, [])

  const undo = useCallback(async (): Promise<string | null> => {
    const entry = lastStanding(state.entries)
    if (!entry) return null
    if (entry.scanId === null) {
      if (queue.current?.drop(entry.key)) {
        act({ type: 'dropped', key: entry.key })
        return entry.code
      }
      return null
    }
    const answer = await call('stocktake.undoScan', { scanId: entry.scanId })
    setFailure(answer.ok ? null : answer.error)
    if (!answer.ok) return null
    // One recalled from before has a key of its own here.
    act({ type: 'undone', undone: { ...answer.value, key: entry.key } })
    last.current = { code: '', atMs: 0 }
    return entry.code
  }, [call, state.entries])

  const resume = useCallback(() => {
    setFailure(null)
    queue.current?.resume()
  }, [])
  return { state, waiting, failure, read, undo, resume }
}

type Act = Parameters<typeof afterAct>[1]

/** What this person scanned here before. */
function useRecalled(id: number, act: (act: Act) => void) {
  const call = useCall()
  useEffect(() => {
    let isGone = false
    async function recall() {
      const answer = await call('stocktake.scans', { id, isMine: true, limit: 20 })
      if (!isGone && answer.ok) act({ type: 'recalled', rows: answer.value.rows })
    }
    void recall()
    return () => {
      isGone = true
    }
  }, [call, id, act])
}

/** Counted once the page is open, and again whenever scanning rests. */
function useCounting(
  id: number,
  { version, isCounted }: ReturnType<typeof afterAct>,
  act: (act: Act) => void,
) {
  const call = useCall()
  useEffect(() => {
    let isGone = false
    async function count() {
      const answer = await call('stocktake.progress', { id })
      if (!isGone && answer.ok) act({ type: 'counted', progress: answer.value, version })
    }
    const timer = setTimeout(() => void count(), isCounted ? recountAfterMs : 0)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [call, id, version, isCounted, act])
}
