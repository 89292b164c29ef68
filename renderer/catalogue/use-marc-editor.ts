import { useEffect, useMemo, useRef } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
import { settle } from '../app/settle.ts'
import { useDraft } from '../app/use-draft.ts'
import {
  isBlankRow,
  isControlTag,
  newRow,
  recordOf,
  rowOf,
  rowsOf,
  shownFixed,
  type MarcRow,
} from './marc-rows.ts'

/** What is on screen, and the version it began with: a draft keeps both. */
export type MarcState = { rev: number | null; base: MarcRecord; leader: string; rows: MarcRow[] }

export function stateOf(record: MarcRecord, rev: number | null): MarcState {
  return { rev, base: record, leader: shownFixed('LDR', record.leader), rows: rowsOf(record) }
}

function jsonOf({ rev, base, leader, rows }: MarcState): string {
  return JSON.stringify({ rev, base, leader, rows })
}

function stateIn(json: string): MarcState {
  return JSON.parse(json) as MarcState
}

export const leaderKey = 0
export type MarcEditor = ReturnType<typeof useMarcEditor>

/** The lines of a record and what keys do to them; every change can be taken back, typing in one line as a whole. */
export function useMarcEditor(began: MarcState, draftKey: string) {
  const form = useForm({ defaultValues: { json: jsonOf(began) } })
  const draft = useDraft(draftKey, form)
  const json = useWatch({ control: form.control, name: 'json' })
  const state = useMemo(() => stateIn(json), [json])
  const past = useRef<MarcState[]>([])
  const typedIn = useRef<number | null>(null)
  const { isDirty } = form.formState
  const record = useMemo(() => recordOf(state.leader, state.rows), [state])

  // Taken back by hand to what is saved, nothing is left to be kept.
  const wasDirty = useRef(false)
  const { finish } = draft
  useEffect(() => {
    if (wasDirty.current && !isDirty) void finish()
    wasDirty.current = isDirty
  }, [isDirty, finish])

  function put(next: Partial<MarcState>, typing: number | null = null) {
    if (typing === null || typing !== typedIn.current) past.current.push(state)
    typedIn.current = typing
    form.setValue('json', jsonOf({ ...state, ...next }), { shouldDirty: true })
  }
  return {
    ...state,
    draft,
    isDirty,
    record,
    state,
    /** What stands on screen by now, however long ago this was asked. */
    now: () => stateIn(form.getValues('json')),
    /** Begins anew with what is saved; unless something was typed, which its next saving brings together with it. */
    reset(next: MarcState) {
      if (wasDirty.current) return
      past.current = []
      form.reset({ json: jsonOf(next) })
    },
    /** What was sent is saved now; lines keep their keys, so the cursor stays where it is. */
    async settle(sent: MarcState, rev: number) {
      const base = recordOf(sent.leader, sent.rows)
      const kept = sent.rows.filter((row) => !isBlankRow(row))
      const rows = base.fields.map((field, at) => rowOf(field, kept[at]?.key ?? at + 1))
      await settle(form, draft, {
        sent: { json: jsonOf(sent) },
        saved: { json: jsonOf({ ...sent, rev, base, rows }) },
        unsaved: (now) => ({ json: jsonOf({ ...stateIn(now.json), rev, base }) }),
      })
      past.current = []
      typedIn.current = null
    },
    /** What a merge with another's version gives, still to be saved. */
    show(next: MarcState) {
      form.setValue('json', jsonOf(next), { shouldDirty: true })
    },
    type(key: number, change: Partial<Pick<MarcRow, 'tag' | 'indicators' | 'text'>>) {
      if (key === leaderKey) return put({ leader: change.text ?? state.leader }, key)
      const rows = state.rows.map((row) => {
        if (row.key !== key) return row
        return { ...row, ...change, ...(change.tag !== undefined && { isControl: isControlTag(change.tag) }) }
      })
      put({ rows }, key)
    },
    ...lineActs(state.rows, put),
    undo() {
      const before = past.current.pop()
      typedIn.current = null
      if (before) form.setValue('json', jsonOf(before), { shouldDirty: true })
    },
  }
}

/** What keys do to whole lines; each answers the line that has the cursor afterwards. */
function lineActs(all: readonly MarcRow[], put: (next: { rows: MarcRow[] }) => void) {
  const indexOf = (key: number) => all.findIndex((row) => row.key === key)
  const freeKey = () => Math.max(leaderKey, ...all.map(({ key }) => key)) + 1
  return {
    add(after: number): number {
      const row = newRow(freeKey())
      put({ rows: all.toSpliced(indexOf(after) + 1, 0, row) })
      return row.key
    },
    duplicate(key: number): number {
      const row = all[indexOf(key)]
      if (!row) return key
      const twin = { ...row, key: freeKey() }
      put({ rows: all.toSpliced(indexOf(key) + 1, 0, twin) })
      return twin.key
    },
    /** Answers the line that takes the place of the one gone. */
    remove(key: number): number {
      const at = indexOf(key)
      if (at < 0) return key
      const rows = all.toSpliced(at, 1)
      put({ rows })
      return (rows[at] ?? rows[at - 1])?.key ?? leaderKey
    },
    move(key: number, step: -1 | 1): number {
      const at = indexOf(key)
      const row = all[at]
      if (!row || at + step < 0 || at + step >= all.length) return key
      put({ rows: all.toSpliced(at, 1).toSpliced(at + step, 0, row) })
      return key
    },
  }
}
