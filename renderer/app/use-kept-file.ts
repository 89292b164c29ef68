import { useState } from 'react'
import type { FileTicket } from '../../shared/door.ts'
import type { OperationFailure } from '../ui/Failure.tsx'
import { useToast } from '../ui/Toasts.tsx'
import { useSavedFile } from './use-saved-file.ts'

type OfOne = { id: number }
type Acts = {
  open: {
    start: (input: OfOne) => Promise<unknown>
    output: { file: FileTicket } | null
    failure: OperationFailure | null
    clear: () => void
  }
  remove: { run: (input: OfOne) => Promise<{ ok: boolean }>; failure: OperationFailure | null }
  restore: { run: (input: OfOne) => Promise<unknown> }
}

/** A file kept as proof, as a line of a list: handed over when it is opened, taken off the list and put back. */
export function useKeptFile(id: number, { open, remove, restore }: Acts, removedText: string) {
  const toast = useToast()
  // A run of another line is none of this one's.
  const [isMine, setMine] = useState(false)
  useSavedFile(isMine ? open.output?.file : undefined, open.clear)
  return {
    show() {
      setMine(true)
      void open.start({ id })
    },
    async drop() {
      const answer = await remove.run({ id })
      if (answer.ok) toast({ text: removedText, onUndo: async () => void (await restore.run({ id })) })
    },
    failure: (isMine ? open.failure : null) ?? remove.failure,
  }
}
