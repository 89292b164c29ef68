import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileTicket } from '../../shared/door.ts'
import { useEngine } from './engine.tsx'
import { useToast } from '../ui/Toasts.tsx'

/** Hands a run's file over as soon as it is ready, then forgets the run: its ticket works once. */
export function useSavedFile(file: FileTicket | undefined, forget: () => void) {
  const { t } = useTranslation()
  const { door } = useEngine()
  const toast = useToast()
  const save = useEffectEvent(async (ready: FileTicket) => {
    const isSaved = await door.saveFile(ready)
    forget()
    if (isSaved) toast({ text: t('jobs.saved', { name: ready.name }) })
  })
  useEffect(() => {
    if (file) void save(file)
  }, [file])
}
