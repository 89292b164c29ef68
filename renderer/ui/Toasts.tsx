import { createContext, use, useCallback, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icons.tsx'
import { useShortcut } from './keys.ts'

type Toast = { text: string; onUndo?: () => void | Promise<void> }
type ShownToast = Toast & { key: number }

const plainMs = 5_000
const undoMs = 15_000
const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** Says in one line what was done, with "Hoàn tác" where it can be taken back. */
export function useToast() {
  return use(ToastContext)
}

export function Toasts({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [toasts, setToasts] = useState<ShownToast[]>([])
  const counter = useRef(0)
  const close = useCallback((key: number) => setToasts((all) => all.filter((toast) => toast.key !== key)), [])
  const show = useCallback(
    (toast: Toast) => {
      const key = ++counter.current
      setToasts((all) => [...all.filter((other) => other.onUndo).slice(-2), { ...toast, key }])
      setTimeout(() => close(key), toast.onUndo ? undoMs : plainMs)
    },
    [close],
  )
  function undo(toast: ShownToast) {
    close(toast.key)
    void toast.onUndo?.()
  }
  const last = toasts.findLast((toast) => toast.onUndo)
  useShortcut('Ctrl+Z', () => last && undo(last), last !== undefined)
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status">
        {toasts.map((toast) => (
          <div key={toast.key} className="toast fade">
            <span>{toast.text}</span>
            {toast.onUndo && (
              <button type="button" title="Ctrl+Z" onClick={() => undo(toast)}>
                {t('common.actions.undo')}
              </button>
            )}
            <button type="button" aria-label={t('common.actions.close')} onClick={() => close(toast.key)}>
              <Icon name="close" />
            </button>
          </div>
        ))}
      </div>
    </ToastContext>
  )
}
