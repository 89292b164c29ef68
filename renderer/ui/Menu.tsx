import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'
import { useToast } from './Toasts.tsx'
import { useWhyNot } from './why-not.ts'

export type MenuItem =
  | {
      key: string
      label: string
      icon?: IconName
      shortcut?: string
      /** The act that it does or leads to, where that cannot be done everywhere. */
      does?: string
      /** Given for a choice among several: chosen or not. */
      isChosen?: boolean
      onPick: () => void
    }
  | { key: string; isLine: true }

type Props = { label: string; button: ReactNode; items: MenuItem[]; buttonClass?: string }

/** A button and its menu: ↑↓ Home End move, Enter picks, Esc closes and gives the focus back. */
export function Menu({ label, button, items, buttonClass = 'button quiet' }: Props) {
  const id = useId()
  const whyNot = useWhyNot()
  const toast = useToast()
  const list = useRef<HTMLDivElement>(null)
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('.menu-item') ?? [])]

  function onKeyDown(event: KeyboardEvent) {
    const all = entries()
    const at = all.findIndex((entry) => entry === document.activeElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    all.at(next === all.length ? 0 : next)?.focus()
  }
  return (
    <>
      <button
        type="button"
        className={buttonClass}
        aria-label={label}
        aria-haspopup="menu"
        popoverTarget={id}
      >
        {button}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className="popup from-end"
        onKeyDown={onKeyDown}
        onToggle={(event) => event.newState === 'open' && entries()[0]?.focus()}
      >
        {items.map((item) => {
          if ('isLine' in item) return <div key={item.key} role="separator" className="menu-line" />
          const reason = whyNot(item.does)
          return (
            <button
              key={item.key}
              type="button"
              className="menu-item"
              role={item.isChosen === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.isChosen}
              aria-disabled={reason !== null}
              title={reason ?? undefined}
              tabIndex={-1}
              onClick={() => {
                list.current?.hidePopover()
                if (reason === null) item.onPick()
                else toast({ text: reason })
              }}
            >
              {item.isChosen === undefined ? (
                item.icon && <Icon name={item.icon} />
              ) : (
                <span className="mark">{item.isChosen && <Icon name="check" />}</span>
              )}
              {item.label}
              {item.shortcut && <kbd>{item.shortcut}</kbd>}
            </button>
          )
        })}
      </div>
    </>
  )
}
