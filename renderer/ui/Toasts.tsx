import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icons.tsx'
import { useShortcut } from './keys.ts'

type Toast = {
  text: string
  onUndo?: () => void | Promise<void>
  /** An offer of another kind; it stays long enough to be read. */
  act?: { label: string; run: () => void }
  /** What the act was done to, for `useForgetUndo`. */
  about?: string
}
type ShownToast = Toast & { key: number }
type ToastTools = { show: (toast: Toast) => void; forgetUndo: (about?: string) => void }

const shownMs = 6_000
const offeredMs = 20_000
const undoMs = 10 * 60_000
const ToastContext = createContext<ToastTools>({ show() {}, forgetUndo() {} })

/** Says in one line what was done, with "Hoàn tác" where it can be taken back. */
export function useToast() {
  return use(ToastContext).show
}

/** Where an act can no longer be taken back, nothing offers it; without a subject, nothing is offered at all. */
export function useForgetUndo() {
  return use(ToastContext).forgetUndo
}

export function Toasts({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [toasts, setToasts] = useState<ShownToast[]>([])
  /** Ctrl+Z takes back the last act for a while after its line is gone. */
  const [last, setLast] = useState<ShownToast | null>(null)
  const counter = useRef(0)
  const close = useCallback((key: number) => setToasts((all) => all.filter((toast) => toast.key !== key)), [])
  const show = useCallback(
    (toast: Toast) => {
      const key = ++counter.current
      setToasts((all) => [...all.filter((other) => other.onUndo).slice(-2), { ...toast, key }])
      setLast(toast.onUndo ? { ...toast, key } : null)
      setTimeout(() => close(key), toast.act ? offeredMs : shownMs)
      if (toast.onUndo) setTimeout(() => setLast((kept) => (kept?.key === key ? null : kept)), undoMs)
    },
    [close],
  )
  const forgetUndo = useCallback((about?: string) => {
    const isOver = (toast: Toast) => toast.onUndo && (about === undefined || toast.about === about)
    setToasts((all) => all.filter((toast) => !isOver(toast)))
    setLast((kept) => (kept && isOver(kept) ? null : kept))
  }, [])
  const tools = useMemo(() => ({ show, forgetUndo }), [show, forgetUndo])
  function undo(toast: ShownToast) {
    close(toast.key)
    setLast((kept) => (kept?.key === toast.key ? null : kept))
    void toast.onUndo?.()
  }
  useShortcut('Ctrl+Z', () => last && undo(last), last !== null)
  return (
    <ToastContext value={tools}>
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
            {toast.act && (
              <button
                type="button"
                onClick={() => {
                  close(toast.key)
                  toast.act?.run()
                }}
              >
                {toast.act.label}
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
