import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Dialog.tsx'
import type { Option } from '../ui/Select.tsx'

type Props = {
  classes: Option[]
  /** The code of one or two digits that the number has now. */
  chosen: string | null
  onPick: (code: string) => void
  onClose: () => void
}

/** Ten main classes that open into their divisions: ↑↓ move, → opens, ← closes, Enter takes. */
export function DdcDialog({ classes, chosen, onPick, onClose }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<string | null>(chosen?.slice(0, 1) ?? null)
  const [at, setAt] = useState(chosen ?? classes[0]?.value ?? '')
  const tree = useRef<HTMLUListElement>(null)
  const mains = classes.filter(({ value }) => value.length === 1)
  const divisions = classes.filter(({ value }) => value.length === 2 && value.startsWith(open ?? '-'))
  const shown = mains.flatMap((main) => [main, ...(main.value === open ? divisions : [])])

  useEffect(() => {
    tree.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  }, [at, open])

  function move(step: number) {
    const next = shown[shown.findIndex(({ value }) => value === at) + step]
    if (next) setAt(next.value)
  }
  function fold() {
    setAt(at.slice(0, 1))
    setOpen(null)
  }
  function onKeyDown(event: KeyboardEvent) {
    const act: Record<string, () => void> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      ArrowRight: () => setOpen(at.slice(0, 1)),
      ArrowLeft: fold,
      Enter: () => onPick(at),
    }
    const chosenAct = act[event.key]
    if (!chosenAct) return
    event.preventDefault()
    // The form below the dialog would take Enter for its own.
    event.stopPropagation()
    chosenAct()
  }
  return (
    <Dialog title={t('catalogue.ddc.title')} onClose={onClose}>
      <p className="soft small">{t('catalogue.ddc.keys')}</p>
      <ul
        ref={tree}
        role="tree"
        aria-label={t('catalogue.ddc.title')}
        className="class-tree"
        onKeyDown={onKeyDown}
      >
        {shown.map(({ value, label }) => (
          <li
            key={value}
            role="treeitem"
            aria-level={value.length}
            aria-expanded={value.length === 1 ? value === open : undefined}
            aria-selected={value === chosen}
            tabIndex={value === at ? 0 : -1}
            className={value.length === 1 ? 'main-class' : 'division'}
            onClick={() => (value.length === 1 && value !== open ? setOpen(value) : onPick(value))}
          >
            <span className="number">{value.padEnd(3, '0')}</span> {label}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
