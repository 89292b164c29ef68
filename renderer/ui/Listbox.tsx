import { useEffect, useRef, type RefObject } from 'react'
import type { Option } from './Select.tsx'

type Props = {
  /** Of the box that the list belongs to. */
  boxId: string
  box: RefObject<HTMLInputElement | null>
  label: string
  isOpen: boolean
  options: readonly Option[]
  active: number
  onTake: (option: Option, at: number) => void
  /** Said in place of options where there are none. */
  nothing?: string | undefined
}

export function listId(boxId: string): string {
  return `${boxId}-list`
}

export function optionId(boxId: string, at: number): string {
  return `${boxId}-${at}`
}

/** +1 for ↓, -1 for ↑, 0 for any other key. */
export function listStep({ key }: { key: string }): -1 | 0 | 1 {
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
}

/** What may be taken, under the box typed into; the box keeps the focus. */
export function Listbox({ boxId, box, label, isOpen, options, active, onTake, nothing }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen && box.current) list.current?.showPopover({ source: box.current })
    else list.current?.hidePopover()
  }, [isOpen, box])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={list}
      id={listId(boxId)}
      popover="manual"
      role="listbox"
      aria-label={label}
      className="popup listbox"
    >
      {options.map((option, at) => (
        <div
          key={option.value}
          id={optionId(boxId, at)}
          role="option"
          aria-selected={at === active}
          className="option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(option, at)}
        >
          {option.label}
          {option.hint && <span className="hint">{option.hint}</span>}
        </div>
      ))}
      {isOpen && options.length === 0 && nothing !== undefined && (
        <div className="option soft" role="option" aria-selected="false" aria-disabled="true">
          {nothing}
        </div>
      )}
    </div>
  )
}
