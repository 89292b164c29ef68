import { useRef, useState } from 'react'
import { isoDateAt } from '../../shared/dates.ts'
import type { ReturnResult } from '../../shared/rotation/contract.ts'
import { useCommand } from '../app/operations.ts'
import type { OperationFailure } from '../ui/Failure.tsx'

export type Shown =
  | { kind: 'result'; result: ReturnResult }
  | { kind: 'failure'; failure: OperationFailure }
  | { kind: 'undone' }
  | null

/** Codes are worked off one after another, however fast they are scanned. */
export function useReturning(shipmentId: number, isDamaged: boolean, onTaken: () => void) {
  const scan = useCommand('rotation.scanReturn')
  const undoing = useCommand('rotation.undoReturn')
  const [shown, show] = useState<Shown>(null)
  const [lastId, setLastId] = useState<number | null>(null)
  const waiting = useRef(Promise.resolve())

  async function send(code: string, asDamaged: boolean) {
    const answer = await scan.run({ shipmentId, code, on: isoDateAt(Date.now()), isDamaged: asDamaged })
    if (!answer.ok) return show({ kind: 'failure', failure: answer.error })
    const result = answer.value
    show({ kind: 'result', result })
    if (result.kind === 'returned' || result.kind === 'damaged') setLastId(result.copy.copyId)
  }
  return {
    shown,
    lastId,
    take(code: string) {
      const asDamaged = isDamaged
      onTaken()
      waiting.current = waiting.current.then(() => send(code, asDamaged))
    },
    async undo() {
      if (lastId === null) return
      setLastId(null)
      const answer = await undoing.run({ shipmentId, copyIds: [lastId] })
      show(answer.ok ? { kind: 'undone' } : { kind: 'failure', failure: answer.error })
    },
  }
}
