import { useCallback, useEffect, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { Json } from '../../shared/contract.ts'
import { mergeDraft } from './draft-values.ts'
import { useEngine } from './engine.tsx'

const saveAfterMs = 800

export type Draft = {
  /** When the restored draft was saved; null where nothing was restored. */
  restoredAt: string | null
  /** Throws the draft away and brings the form back to what it began with. */
  drop: () => void
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

  const drop = useCallback(() => {
    reset()
    void finish()
  }, [reset, finish])

  return { restoredAt, drop, finish }
}
