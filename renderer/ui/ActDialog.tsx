import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Failure, type OperationFailure } from './Failure.tsx'
import type { IconName } from './icons.tsx'

type Props = {
  title: string
  /** What the button does, in words. */
  submit: string
  icon?: IconName
  isReady?: boolean
  isRunning: boolean
  failure: OperationFailure | null | undefined
  onSubmit: () => Promise<void>
  onClose: () => void
  isWide?: boolean
  children: ReactNode
}

/** What has to be said before an act, with the act as its button and what speaks against it above that. */
export function ActDialog(props: Props) {
  const {
    title,
    submit,
    icon,
    isReady = true,
    isRunning,
    failure,
    onSubmit,
    onClose,
    isWide = false,
    children,
  } = props
  const { t } = useTranslation()
  function onFormSubmit(event: FormEvent) {
    event.preventDefault()
    void onSubmit()
  }
  return (
    <Dialog title={title} onClose={onClose} isWide={isWide}>
      <form className="stack" onSubmit={onFormSubmit}>
        {children}
        <Failure of={failure} />
        <div className="actions">
          <Button kind="primary" type="submit" {...(icon && { icon })} disabled={!isReady || isRunning}>
            {submit}
          </Button>
          <Button onClick={onClose}>{t('common.actions.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
