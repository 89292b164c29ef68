import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './Button.tsx'

type Props = {
  title: string
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
  isWide?: boolean
  /** Shortcuts of the page act inside it too, as where nothing is typed. */
  hasKeys?: boolean
  className?: string
}

/** Mounted means open: the page decides by rendering it. Esc and the cross call onClose. */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  isWide = false,
  hasKeys = false,
  className = '',
}: Props) {
  const { t } = useTranslation()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // Closed while it is still in the page, a dialog gives the focus back to where it came from.
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // showModal chooses the first control, the cross; what people came for is below it, what it is about at the top.
    element
      ?.querySelector<HTMLElement>('.dialog-body .input, .dialog-actions .primary')
      ?.focus({ preventScroll: true })
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={`dialog fade ${isWide ? 'wide' : ''} ${className}`}
      aria-labelledby={id}
      {...(hasKeys ? { 'data-keys': '' } : {})}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <div className="dialog-title">
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={t('common.actions.close')} onClick={onClose} />
      </div>
      <div className="dialog-body">{children}</div>
      {actions && <div className="dialog-actions">{actions}</div>}
    </dialog>
  )
}
