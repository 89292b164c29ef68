import { useEffect, useMemo, useRef } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { MarcRecord } from '../../shared/catalogue/contract.ts'
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

export const leaderKey = 0
export type MarcEditor = ReturnType<typeof useMarcEditor>

/** The lines of a record and what keys do to them; every change can be taken back, typing in one line as a whole. */
export function useMarcEditor(began: MarcState, draftKey: string) {
  const form = useForm({ defaultValues: { json: JSON.stringify(began) } })
  const draft = useDraft(draftKey, form)
  const json = useWatch({ control: form.control, name: 'json' })
  const state = useMemo(() => JSON.parse(json) as MarcState, [json])
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
    form.setValue('json', JSON.stringify({ ...state, ...next }), { shouldDirty: true })
  }
  return {
    ...state,
    draft,
    isDirty,
    record,
    /** Begins anew with what is saved. */
    reset(next: MarcState) {
      past.current = []
      form.reset({ json: JSON.stringify(next) })
    },
    /** What is on screen is saved now; lines keep their keys, so the cursor stays where it is. */
    settle(rev: number) {
      const now = form.getValues('json')
      // Typed while the answer was on its way: that is not saved yet.
      if (now !== json) return put({ ...(JSON.parse(now) as MarcState), rev, base: record })
      const kept = state.rows.filter((row) => !isBlankRow(row))
      const rows = record.fields.map((field, at) => rowOf(field, kept[at]?.key ?? at + 1))
      past.current = []
      form.reset({ json: JSON.stringify({ ...state, rev, base: record, rows } satisfies MarcState) })
    },
    /** What a merge with another's version gives, still to be saved. */
    show(next: MarcState) {
      form.setValue('json', JSON.stringify(next), { shouldDirty: true })
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
      if (before) form.setValue('json', JSON.stringify(before), { shouldDirty: true })
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
