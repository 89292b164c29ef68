import { useCallback, useEffect, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Json } from '../../shared/contract.ts'
import { useToast } from '../ui/Toasts.tsx'
import { mergeDraft } from './draft-values.ts'
import { useEngine } from './engine.tsx'

const saveAfterMs = 800

export type Draft = {
  /** When the restored draft was saved; null where nothing was restored. */
  restoredAt: string | null
  /**
   * Throws the draft away, brings the form back to what it began with, and offers to undo that; a form that is closed by
   * then is opened again.
   */
  drop: (reopen?: () => void) => void
  /** Called once the values are safely saved: the draft has done its work. */
  finish: () => Promise<void>
}

/** Keeps what is typed through power cuts, sign-outs and crashes, and brings it back without asking. */
export function useDraft<Values extends FieldValues, Output>(
  formKey: string,
  form: UseFormReturn<Values, unknown, Output>,
): Draft {
  const { client } = useEngine()
  const [restoredAt, setRestoredAt] = useState<string | null>(null)
  const pending = useRef<{ timer: number; values: Values } | null>(null)
  const { reset, watch, getValues } = form

  const flush = useCallback(() => {
    const waiting = pending.current
    if (!waiting) return
    clearTimeout(waiting.timer)
    pending.current = null
    void client.drafts.save({ form: formKey, values: waiting.values as Json })
  }, [client, formKey])

  useEffect(() => {
    let isGone = false
    const began = structuredClone(getValues())
    async function restore() {
      const reply = await client.drafts.draft({ form: formKey })
      const isUntouched = JSON.stringify(getValues()) === JSON.stringify(began)
      if (isGone || !reply.ok || !reply.value || !isUntouched) return
      reset(mergeDraft(began, reply.value.values), { keepDefaultValues: true })
      setRestoredAt(reply.value.savedAt)
    }
    void restore()
    return () => {
      isGone = true
    }
  }, [client, formKey, getValues, reset])

  useEffect(() => {
    const subscription = watch((_, { type, name }) => {
      if (type === undefined && name === undefined) return
      if (pending.current) clearTimeout(pending.current.timer)
      pending.current = { timer: window.setTimeout(flush, saveAfterMs), values: structuredClone(getValues()) }
    })
    window.addEventListener('pagehide', flush)
    window.addEventListener('blur', flush)
    // Signing out and locking begin outside the form; once they are done nothing can be saved any more.
    window.addEventListener('focusout', flush)
    return () => {
      subscription.unsubscribe()
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('blur', flush)
      window.removeEventListener('focusout', flush)
      flush()
    }
  }, [watch, getValues, flush])

  const finish = useCallback(async () => {
    if (pending.current) clearTimeout(pending.current.timer)
    pending.current = null
    setRestoredAt(null)
    await client.drafts.discard({ form: formKey })
  }, [client, formKey])

  const drop = useDrop(formKey, form, finish)
  return { restoredAt, drop, finish }
}

function useDrop<Values extends FieldValues, Output>(
  formKey: string,
  { reset, getValues }: UseFormReturn<Values, unknown, Output>,
  finish: Draft['finish'],
): Draft['drop'] {
  const { client } = useEngine()
  const { t } = useTranslation()
  const toast = useToast()
  const isOpen = useRef(false)
  useEffect(() => {
    isOpen.current = true
    return () => {
      isOpen.current = false
    }
  }, [])
  const bringBack = useCallback(
    async (values: Values, reopen?: () => void) => {
      await client.drafts.save({ form: formKey, values: values as Json })
      if (isOpen.current) reset(values, { keepDefaultValues: true })
      else reopen?.()
    },
    [client, formKey, reset],
  )

  return useCallback(
    (reopen?: () => void) => {
      const typed = structuredClone(getValues())
      reset()
      void finish()
      const isNothing = JSON.stringify(typed) === JSON.stringify(getValues())
      if (!isNothing) toast({ text: t('common.draft.dropped'), onUndo: () => bringBack(typed, reopen) })
    },
    [reset, finish, getValues, bringBack, toast, t],
  )
}
