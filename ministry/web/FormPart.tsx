import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../renderer/ui/Button.tsx'
import { Failure, type OperationFailure } from '../../renderer/ui/Failure.tsx'
import { useToast } from '../../renderer/ui/Toasts.tsx'

type Part = {
  title: string
  act: string
  isReady: boolean
  isRunning: boolean
  failure: OperationFailure | null
  onSubmit: () => Promise<void>
  children: ReactNode
}

/** One of several forms on a page, each with its own button. */
export function FormPart({ title, act, isReady, isRunning, failure, onSubmit, children }: Part) {
  function submit(event: FormEvent) {
    event.preventDefault()
    void onSubmit()
  }
  return (
    <form className="settings-part" aria-label={title} onSubmit={submit}>
      <h2>{title}</h2>
      <div className="settings-fields">{children}</div>
      <Failure of={failure} />
      <div className="row">
        <Button kind="primary" type="submit" disabled={!isReady || isRunning}>
          {act}
        </Button>
      </div>
    </form>
  )
}

export function useSaved() {
  const { t } = useTranslation()
  const toast = useToast()
  return () => toast({ text: t('common.saved') })
}
