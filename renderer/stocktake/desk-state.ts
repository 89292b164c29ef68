import type { ClassCounts, ItemClass, ScanAnswer } from '../../shared/stocktake/contract.ts'
import type { Output } from '../app/operation-types.ts'
import type { WaitingScan } from './scan-queue.ts'

/** A scan as the desk shows it: waiting, answered, an echo that does not count, or taken back. */
export type Entry = {
  key: string
  scanId: number | null
  code: string
  at: string
  state: 'waiting' | 'answered' | 'echo' | 'undone'
  class: ItemClass | 'twice' | null
  answer: ScanAnswer | null
  title: string
  accessionNumber: string
}

export type DeskState = {
  /** Newest first. */
  entries: Entry[]
  classes: ClassCounts
  scans: number
  twice: number
  isCounted: boolean
  /** Grows with every change, so that a count asked for before it is known to be old. */
  version: number
}

export const emptyDesk: DeskState = {
  entries: [],
  classes: {},
  scans: 0,
  twice: 0,
  isCounted: false,
  version: 0,
}
const shownEntries = 20

export type DeskAct =
  | { type: 'read'; scan: WaitingScan }
  | { type: 'answered'; answers: Output<'stocktake.scan'> }
  | { type: 'dropped'; key: string }
  | { type: 'undone'; undone: Output<'stocktake.undoScan'> }
  | { type: 'counted'; progress: Pick<Output<'stocktake.progress'>, 'classes' | 'scans'>; version: number }
  | { type: 'recalled'; rows: Output<'stocktake.scans'>['rows'] }

export function afterAct(state: DeskState, act: DeskAct): DeskState {
  switch (act.type) {
    case 'read':
      return { ...state, entries: [entryOf(act.scan), ...state.entries].slice(0, shownEntries) }
    case 'answered':
      return act.answers.reduce(afterAnswer, state)
    case 'dropped':
      return marked(state, act.key, 'undone')
    case 'undone':
      return afterUndo(marked(state, act.undone.key, 'undone'), act.undone)
    case 'counted': {
      if (act.version !== state.version) return state
      const { classes, scans } = act.progress
      return { ...state, classes, scans: scans.scans, twice: scans.twice, isCounted: true }
    }
    case 'recalled':
      return recalled(state, act.rows)
  }
}

function entryOf({ key, code, at }: WaitingScan): Entry {
  const unknown = { scanId: null, class: null, answer: null, title: '', accessionNumber: '' }
  return { key, code, at, state: 'waiting', ...unknown }
}

function afterAnswer(state: DeskState, answer: ScanAnswer): DeskState {
  const isEcho = answer.scanId === null
  const entries = state.entries.map((entry): Entry =>
    entry.key === answer.key
      ? {
          ...entry,
          scanId: answer.scanId,
          state: isEcho ? 'echo' : 'answered',
          class: answer.isTwice && answer.class === answer.classBefore ? 'twice' : answer.class,
          answer,
          title: answer.title,
          accessionNumber: answer.accessionNumber,
        }
      : entry,
  )
  if (isEcho) return { ...state, entries }
  return {
    ...state,
    entries,
    classes: shifted(state.classes, answer.classBefore, answer.class),
    scans: state.scans + 1,
    twice: state.twice + (answer.isTwice ? 1 : 0),
    version: state.version + 1,
  }
}

function afterUndo(state: DeskState, undone: Output<'stocktake.undoScan'>): DeskState {
  return {
    ...state,
    classes: shifted(state.classes, undone.classBefore, undone.class),
    scans: Math.max(0, state.scans - 1),
    twice: Math.max(0, state.twice - (undone.isTwice ? 1 : 0)),
    version: state.version + 1,
  }
}

/** One fewer of what it was, one more of what it is. */
function shifted(counts: ClassCounts, from: ItemClass | null, to: ItemClass | null): ClassCounts {
  if (from === to) return counts
  const next = { ...counts }
  if (from !== null) next[from] = Math.max(0, (next[from] ?? 0) - 1)
  if (to !== null) next[to] = (next[to] ?? 0) + 1
  return next
}

function marked(state: DeskState, key: string, as: 'undone'): DeskState {
  return {
    ...state,
    entries: state.entries.map((entry) => (entry.key === key ? { ...entry, state: as } : entry)),
  }
}

/** What this person scanned before the page was opened, below what has been scanned since. */
function recalled(state: DeskState, rows: Output<'stocktake.scans'>['rows']): DeskState {
  const known = new Set(state.entries.map(({ scanId }) => scanId))
  const before = rows
    .filter(({ id }) => !known.has(id))
    .map((row): Entry => ({
      key: `kept-${row.id}`,
      scanId: row.id,
      code: row.code,
      at: row.at,
      state: row.class === 'undone' ? 'undone' : 'answered',
      class: row.class === 'undone' ? null : row.class,
      answer: null,
      title: row.title,
      accessionNumber: row.accessionNumber,
    }))
  return { ...state, entries: [...state.entries, ...before].slice(0, shownEntries) }
}

/** What Ctrl+Z takes back: the newest scan that counts. */
export function lastStanding(entries: readonly Entry[]): Entry | undefined {
  return entries.find(({ state }) => state === 'answered' || state === 'waiting')
}
