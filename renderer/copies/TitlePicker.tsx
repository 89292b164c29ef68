import {
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { RowIn } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { Field } from '../ui/Field.tsx'
import { isComposing } from '../ui/keys.ts'
import { Listbox, listId, listStep, optionId } from '../ui/Listbox.tsx'

export type FoundTitle = RowIn<'catalogue.search'>
type Props = {
  label: string
  hint?: string
  onPick: (title: FoundTitle) => void
  boxRef?: Ref<HTMLInputElement>
}

const shownTitles = 8

/**
 * A title chosen by typing its words or scanning its ISBN. A scanner's Enter comes before the answer does, so it waits
 * for the answer to just that code; the only hit is taken at once. Left empty, it offers the newest titles.
 */
export function TitlePicker({ label, hint, onPick, boxRef }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [isEntered, setEntered] = useState(false)
  const asked = useDeferredValue(text.trim())
  const titles = useQuery(
    'catalogue.search',
    { text: asked, limit: shownTitles, ...(asked === '' && { sort: 'newest' }) },
    { isActive: isOpen, keepsPrevious: true },
  )
  const box = useRef<HTMLInputElement>(null)
  const rows = isOpen ? (titles.value?.rows ?? []) : []
  const isSettled = asked === text.trim() && !titles.isFetching && titles.value !== undefined

  function take(title: FoundTitle) {
    setText('')
    setOpen(false)
    setEntered(false)
    setActive(0)
    onPick(title)
  }
  const onAnswer = useEffectEvent(() => {
    const [only, ...others] = rows
    setEntered(false)
    if (only && others.length === 0) take(only)
  })
  useEffect(() => {
    if (isEntered && isSettled) onAnswer()
  }, [isEntered, isSettled])

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return
    const step = listStep(event)
    if (step !== 0) {
      if (isOpen) setActive(Math.max(0, Math.min(rows.length - 1, active + step)))
      else setOpen(true)
    } else if (event.key === 'Enter' && isOpen && !event.ctrlKey) {
      const chosen = rows[active]
      if (isSettled && chosen) take(chosen)
      else setEntered(true)
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      setOpen(false)
    } else return
    event.preventDefault()
  }
  return (
    <Field label={label} hint={hint} isWide>
      {(wiring) => (
        <>
          <input
            {...wiring}
            ref={(element) => {
              box.current = element
              if (typeof boxRef === 'function') boxRef(element)
              else if (boxRef) boxRef.current = element
            }}
            className="input"
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={listId(wiring.id)}
            aria-autocomplete="list"
            aria-activedescendant={rows[active] ? optionId(wiring.id, active) : undefined}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setOpen(true)
              setActive(0)
              setEntered(false)
            }}
            onClick={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
          />
          <Listbox
            boxId={wiring.id}
            box={box}
            label={label}
            isOpen={isOpen}
            options={rows.map((title) => ({
              value: String(title.id),
              label: title.title,
              hint: titleHint(title),
            }))}
            active={active}
            onTake={(_, at) => rows[at] && take(rows[at])}
            nothing={t(isSettled ? 'copies.delivery.noTitle' : 'ui.list.loading')}
          />
        </>
      )}
    </Field>
  )
}

function titleHint({ part, responsibility, publisher, publishedYear, isbn }: FoundTitle): string {
  return [part, responsibility, publisher, publishedYear, isbn].filter(Boolean).join(', ')
}
