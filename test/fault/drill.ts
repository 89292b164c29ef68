import { afterEach, beforeEach } from 'vitest'
import { diceOf, type Dice } from '../../shared/demo/dice.ts'
import { killedSoFar } from './victims.ts'

/** Kinds of work that are killed, each with its share of a hundred kills: what is slow to drill has a small one. */
const shares = {
  commands: 3,
  statements: 17,
  migration: 12,
  bulk: 1,
  import: 4,
  importUndo: 2,
  backup: 10,
  restore: 12,
  // Some of these end before the kill reaches them.
  update: 14,
  usb: 8,
  sync: 14,
  merger: 1,
  mergerUndo: 1,
  scanning: 1,
  stocktake: 1,
  filesChecked: 0.5,
  textsRead: 0.5,
}
export type DrillName = keyof typeof shares
export type Drilled = { name: DrillName; kills: number }

declare module 'vitest' {
  interface TaskMeta {
    /** What a soak run writes down of this test. */
    drill?: Drilled
  }
}

/** All kills of a run; the same seed kills at the same places. */
const allKills = Number(process.env['KHOSACH_KILLS'] ?? 120)
const seed = Number(process.env['KHOSACH_SEED'] ?? 1)
/** With fewer, none might fall where it hurts. */
const fewest = 4

export type Drill = {
  kills: number
  rounds: number[]
  timeoutMs: number
  diceFor: (round: number) => Dice
  noteOf: (round: number) => string
}

/** The kills of one kind of work, counted as they happen, for the tests of the `describe` that asks for it. */
export function drill(name: DrillName): Drill {
  const kills = Math.max(fewest, Math.ceil((allKills * shares[name]) / 100))
  const kind = Object.keys(shares).indexOf(name)
  let before = 0
  beforeEach(() => {
    before = killedSoFar()
  })
  afterEach(({ task }) => {
    task.meta.drill = { name, kills: killedSoFar() - before }
  })
  return {
    kills,
    rounds: Array.from({ length: kills }, (_, round) => round),
    timeoutMs: 120_000 + kills * 20_000,
    diceFor: (round) => diceOf(seed, round * 100 + kind),
    noteOf: (round) => `seed ${seed}, ${name} ${round}`,
  }
}
