import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileTicket } from '../../shared/door.ts'
import { useEngine } from '../app/engine.tsx'
import { chooseFiles, mostFiles, together } from './chosen-files.ts'

export type FileChoice = {
  isTaking: boolean
  /** What could not be taken, in words. */
  problem: string | null
  pick: (kind: 'files' | 'folder') => Promise<void>
  take: (files: readonly File[]) => Promise<void>
  remove: (file: FileTicket) => void
}

/** Files as they are picked or dropped, handed to the engine and put beside those that are there. */
export function useFileChoice(
  files: readonly FileTicket[],
  onChange: (files: FileTicket[]) => void,
): FileChoice {
  const { t } = useTranslation()
  const { door } = useEngine()
  const [isTaking, setTaking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  async function take(given: readonly File[]) {
    if (given.length === 0) return
    setProblem(null)
    if (files.length + given.length > mostFiles)
      return setProblem(t('interchange.files.tooMany', { most: mostFiles }))
    setTaking(true)
    const tickets = await door.takeFiles(given)
    setTaking(false)
    if (tickets.length < given.length)
      setProblem(t('interchange.files.notTaken', { count: given.length - tickets.length }))
    if (tickets.length > 0) onChange(together(files, tickets))
  }
  return {
    isTaking,
    problem,
    take,
    pick: async (kind) => take(await chooseFiles(kind)),
    remove: (file) => onChange(files.filter((other) => other.token !== file.token)),
  }
}
