import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MarcProblem } from '../../shared/catalogue/contract.ts'
import { checkRecord } from '../../shared/catalogue/marc-check.ts'
import { DraftNotice } from '../app/DraftNotice.tsx'
import { useTerms } from '../settings/index.ts'
import { Button } from '../ui/Button.tsx'
import { isComposing } from '../ui/keys.ts'
import { isBlankRow, type MarcRow } from './marc-rows.ts'
import { MarcHelp } from './MarcHelp.tsx'
import { MarcLine, type LineHandlers, type MarcCell } from './MarcLine.tsx'
import { MarcTools } from './MarcTools.tsx'
import { leaderKey, type MarcEditor as Editor } from './use-marc-editor.ts'

type Props = {
  editor: Editor
  label: string
  isSaving: boolean
  onSave: () => void
  /** Refusals, above the lines. */
  children?: ReactNode
}

/** One line for each field, help for the one under the cursor, and what is wrong right below each. */
export function MarcEditor({ editor, label, isSaving, onSave, children }: Props) {
  const { t } = useTranslation()
  const languages = useTerms('language')
  const [cursor, setCursor] = useState({ key: leaderKey, cell: 'text' as MarcCell, caret: 0 })
  const box = useRef<HTMLDivElement>(null)
  const habit = useHabitualTab()
  const wanted = useRef<{ key: number; cell: MarcCell } | null>(null)
  const problems = useMemo(() => {
    const codes = new Set(languages.map(({ value }) => value))
    return checkRecord(editor.record, codes.size > 0 ? { languages: codes } : {})
  }, [editor.record, languages])
  const problemsByKey = useMemo(() => byKey(editor.rows, problems), [editor.rows, problems])

  useEffect(() => {
    const place = wanted.current
    wanted.current = null
    if (place) focus(place.key, place.cell)
  })
  function focus(key: number, cell: MarcCell) {
    const line = [...(box.current?.querySelectorAll<HTMLElement>(`[data-key="${key}"]`) ?? [])]
    const target = line.find((element) => element.dataset.cell === cell) ?? line.at(-1)
    target?.focus()
  }
  const keys = [leaderKey, ...editor.rows.map(({ key }) => key)]
  const handlers: LineHandlers = {
    onChange: editor.type,
    onCursor: (key, cell, caret) => setCursor({ key, cell, caret }),
    onTagDone: (key) => {
      wanted.current = { key, cell: 'indicators' }
      habit.movedOn()
    },
  }
  // The lines are drawn again only when they change, so they ask for the latest handlers when they need one.
  const act = useRef(handlers)
  act.current = handlers
  const tools = {
    add: () => (wanted.current = { key: editor.add(cursor.key), cell: 'tag' }),
    duplicate: () => (wanted.current = { key: editor.duplicate(cursor.key), cell: 'text' }),
    remove: () => (wanted.current = { key: editor.remove(cursor.key), cell: cursor.cell }),
    up: () => (wanted.current = { key: editor.move(cursor.key, -1), cell: cursor.cell }),
    down: () => (wanted.current = { key: editor.move(cursor.key, 1), cell: cursor.cell }),
    undo: () => {
      editor.undo()
      wanted.current = cursor
    },
  }
  function save() {
    const first = problems.find(({ severity }) => severity === 'error')
    const key = first && [...problemsByKey].find(([, found]) => found.includes(first))?.[0]
    if (first) focus(key ?? leaderKey, 'text')
    else onSave()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event) || event.defaultPrevented) return
    if (habit.isOne(event)) return event.preventDefault()
    const name = `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.key}`
    const step = event.key === 'ArrowDown' ? 1 : -1
    const acts: Record<string, () => unknown> = {
      Enter: tools.add,
      'Ctrl+Enter': save,
      'Ctrl+d': tools.duplicate,
      'Ctrl+Delete': tools.remove,
      'Alt+ArrowUp': tools.up,
      'Alt+ArrowDown': tools.down,
      'Ctrl+z': tools.undo,
      ...(isOneLine(event.target) && {
        ArrowUp: () => focus(keys[keys.indexOf(cursor.key) + step] ?? cursor.key, cursor.cell),
        ArrowDown: () => focus(keys[keys.indexOf(cursor.key) + step] ?? cursor.key, cursor.cell),
      }),
    }
    const chosen = event.target instanceof HTMLButtonElement ? undefined : acts[name]
    if (!chosen) return
    event.preventDefault()
    chosen()
  }
  const current = editor.rows.find(({ key }) => key === cursor.key)
  const leaderRow: MarcRow = {
    key: leaderKey,
    tag: 'LDR',
    indicators: '',
    text: editor.leader,
    isControl: true,
    from: null,
  }
  return (
    <>
      <DraftNotice draft={editor.draft} />
      {children}
      <div className="marc" ref={box} onKeyDown={onKeyDown} role="group" aria-label={label}>
        <div className="stack">
          <MarcTools tools={tools} />
          <ul className="marc-lines">
            {[leaderRow, ...editor.rows].map((row) => (
              <MarcLine
                key={row.key}
                row={row}
                isLeader={row.key === leaderKey}
                isCurrent={row.key === cursor.key}
                problems={problemsByKey.get(row.key) ?? none}
                act={act}
              />
            ))}
          </ul>
          <div className="actions">
            <Button kind="primary" icon="save" shortcut="Ctrl+Enter" disabled={isSaving} onClick={save}>
              {t('common.actions.save')}
            </Button>
            <Button disabled={!editor.isDirty} onClick={() => editor.draft.drop()}>
              {t('common.actions.cancel')}
            </Button>
            <MarcState problems={problems} />
          </div>
        </div>
        <MarcHelp row={current ?? leaderRow} leader={editor.record.leader} caret={cursor.caret} />
      </div>
    </>
  )
}

function MarcState({ problems }: { problems: readonly MarcProblem[] }) {
  const { t } = useTranslation()
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return (
    <span className="soft small" role="status">
      {errors > 0 && t('catalogue.marc.errors', { count: errors })}
      {errors === 0 && problems.length > 0 && t('catalogue.marc.warnings', { count: problems.length })}
      {problems.length === 0 && t('catalogue.marc.sound')}
    </span>
  )
}

const none: MarcProblem[] = []

/** Problems name places among the fields; lines where nothing stands are no fields. The whole record's go to the leader. */
function byKey(rows: readonly MarcRow[], problems: readonly MarcProblem[]): Map<number, MarcProblem[]> {
  const fields = rows.filter((row) => !isBlankRow(row))
  return Map.groupBy(problems, ({ at }) => (at === null ? leaderKey : (fields[at]?.key ?? leaderKey)))
}

const oneLinePx = 40

/** In a text of several lines the arrows move within it. */
function isOneLine(target: EventTarget): boolean {
  return !(target instanceof HTMLTextAreaElement) || target.scrollHeight < oneLinePx
}

const habitMs = 1000

/** Whoever ends a tag with Tab by habit is where that leads already, since a whole tag moves the cursor on. */
function useHabitualTab() {
  const movedOnAt = useRef(-Infinity)
  return {
    movedOn: () => (movedOnAt.current = performance.now()),
    isOne({ key, shiftKey }: KeyboardEvent): boolean {
      const isSoon = performance.now() - movedOnAt.current < habitMs
      movedOnAt.current = -Infinity
      return key === 'Tab' && !shiftKey && isSoon
    },
  }
}
