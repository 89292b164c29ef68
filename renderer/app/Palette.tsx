import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Dialog } from '../ui/Dialog.tsx'
import { isComposing } from '../ui/keys.ts'
import { SearchBox } from '../ui/SearchBox.tsx'
import { usePaletteResults } from './use-palette-results.ts'

/** Finds any page, anything to do, any record: type, choose with ↑↓, Enter. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const groups = usePaletteResults(text)
  const all = groups.flatMap((group) => group.items)
  const chosen = all[active]
  const isAnswered = groups.some((group) => group.isCurrent && group.items.some((item) => item === chosen))
  const [isEntered, setEntered] = useState(false)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  function open(to: string | undefined) {
    if (to === undefined) return
    onClose()
    void navigate(to)
  }
  // Quick fingers press Enter before the answer to their last letters is here: it opens then, nothing older.
  useEffect(() => {
    if (isEntered && isAnswered) open(chosen?.to)
  })
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    setEntered(event.key === 'Enter')
    if (step !== 0) setActive(Math.max(0, Math.min(all.length - 1, active + step)))
    else if (event.key === 'Escape') onClose()
    else if (event.key !== 'Enter') return
    event.preventDefault()
  }
  return (
    <Dialog title={t('shell.find.title')} onClose={onClose} className="palette">
      <SearchBox
        label={t('shell.find.label')}
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={all[active] ? `${id}-${active}` : undefined}
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t('shell.find.title')}
        className="palette-results"
      >
        {groups.map((group) => (
          <div key={group.key} role="group" aria-label={group.label}>
            <h3 role="presentation">{group.label}</h3>
            {group.items.map((item) => {
              const at = all.indexOf(item)
              return (
                <div
                  key={item.key}
                  id={`${id}-${at}`}
                  role="option"
                  aria-selected={at === active}
                  className="option"
                  onClick={() => open(item.to)}
                >
                  {item.text}
                  <span className="hint">{item.hint}</span>
                </div>
              )
            })}
          </div>
        ))}
      </div>
      {all.length === 0 && <p className="soft">{t('ui.list.nothingFound')}</p>}
    </Dialog>
  )
}
