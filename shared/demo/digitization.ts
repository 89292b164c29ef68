import { daysAfter, type StageKind } from '../digitization/rules.ts'
import type { IsoDate } from '../dates.ts'
import { between, chance, diceOf, type Dice } from './dice.ts'

/** A year of work, told by days before today so that a demo is as young as the day it is filled in. */
const yearDays = 360
const titlesAtMost = 140

export const demoMachines = { flat: 'Máy quét phẳng A3', camera: 'Máy chụp sách cổ A2' } as const

export type DemoStoppage = {
  kind: 'power' | 'scanner' | 'staff'
  machine: string
  startedOn: IsoDate
  endedOn: IsoDate | null
  note: string
}

export function demoStoppages(today: IsoDate): DemoStoppage[] {
  const ago = (days: number) => daysAfter(today, -days)
  return [
    { kind: 'staff', machine: '', startedOn: ago(200), endedOn: ago(192), note: 'Cả tổ đi tập huấn' },
    {
      kind: 'power',
      machine: '',
      startedOn: ago(62),
      endedOn: ago(60),
      note: 'Sửa trạm biến áp của phường',
    },
    {
      kind: 'scanner',
      machine: demoMachines.flat,
      startedOn: ago(41),
      endedOn: ago(30),
      note: 'Hỏng đèn, chờ linh kiện',
    },
    {
      kind: 'scanner',
      machine: demoMachines.camera,
      startedOn: ago(3),
      endedOn: null,
      note: 'Chờ hãng kiểm tra ống kính',
    },
  ]
}

export type DemoStage = { id: number; kind: StageKind }
export type DemoTitle = { titleId: number; isPrecious: boolean; stages: readonly DemoStage[] }
type EventKind = 'made' | 'finished' | 'sent_back' | 'cancelled' | 'taken'
export type DemoEvent = {
  job: number
  on: IsoDate
  kind: EventKind
  stage: DemoStage
  toStageId: number | null
  pages: number | null
  machine: string
  reason: string
}
export type DemoJob = {
  titleId: number
  isPrecious: boolean
  madeOn: IsoDate
  lastOn: IsoDate
  stageId: number
  state: 'open' | 'done' | 'cancelled'
  isTaken: boolean
  priority: number
  pages: number
  /** Whether anybody has decided that it may be shown. */
  hasRights: boolean
}
export type DemoWork = { jobs: DemoJob[]; events: DemoEvent[] }

/** Each title's work from the day it was made to where it stands today; every event in the order of its day. */
export function demoWork(seed: number, titles: readonly DemoTitle[], today: IsoDate): DemoWork {
  const chosen = titles.slice(0, titlesAtMost)
  const stopped = demoStoppages(today)
  const jobs: DemoJob[] = []
  const events: DemoEvent[] = []
  for (const [at, title] of chosen.entries()) {
    const dice = diceOf(seed, 500_000 + at)
    const madeOn = daysAfter(today, -yearDays + Math.floor((at * (yearDays - 4)) / chosen.length))
    const { job, own } = oneJob(dice, title, { at, madeOn, today, stopped })
    jobs.push(job)
    events.push(...own)
  }
  return { jobs, events: events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.job - b.job)) }
}

type Frame = { at: number; madeOn: IsoDate; today: IsoDate; stopped: readonly DemoStoppage[] }

function oneJob(
  dice: Dice,
  { titleId, isPrecious, stages }: DemoTitle,
  { at, madeOn, today, stopped }: Frame,
): { job: DemoJob; own: DemoEvent[] } {
  const machine = isPrecious ? demoMachines.camera : demoMachines.flat
  const pages = between(dice, 24, 260)
  const hasRights = at % 9 !== 8
  const isCancelled = at % 23 === 11
  let isToBeScannedAgain = at % 7 === 3
  const own: DemoEvent[] = []
  const tell = (kind: EventKind, stage: DemoStage, more: Partial<DemoEvent> = {}) =>
    own.push({
      job: at,
      on: day,
      kind,
      stage,
      toStageId: null,
      pages: null,
      machine: '',
      reason: '',
      ...more,
    })
  let day = madeOn
  let place = 0
  let state: DemoJob['state'] = 'open'
  const here = () => stages[place] ?? { id: 0, kind: 'select' as const }
  tell('made', here(), { toStageId: here().id })
  while (state === 'open') {
    const next = workingDay(daysAfter(day, between(dice, 2, 9)), stopped, machine)
    if (next > today || (here().kind === 'publish' && !hasRights)) break
    day = next
    if (isCancelled && here().kind === 'prepare') {
      tell('cancelled', here(), { reason: 'Bản gốc hư hỏng nặng, chuyển tu bổ' })
      state = 'cancelled'
    } else if (isToBeScannedAgain && here().kind === 'check') {
      isToBeScannedAgain = false
      const scan = stages.find(({ kind }) => kind === 'scan') ?? here()
      tell('sent_back', here(), { toStageId: scan.id, reason: 'Một số trang mờ, cắt mất lề' })
      place = stages.indexOf(scan)
    } else {
      const isCounted = here().kind === 'scan' || here().kind === 'check'
      const after = stages[place + 1]
      tell('finished', here(), {
        toStageId: after?.id ?? null,
        pages: isCounted ? pages : null,
        machine: here().kind === 'scan' ? machine : '',
      })
      if (after) place += 1
      else state = 'done'
    }
  }
  const isTaken = state === 'open' && chance(dice) < 0.3
  if (isTaken) tell('taken', here())
  const priority = state === 'open' && chance(dice) < 0.15 ? between(dice, 1, 3) : 0
  return {
    own,
    job: {
      titleId,
      isPrecious,
      madeOn,
      lastOn: day,
      stageId: here().id,
      state,
      isTaken,
      priority,
      pages,
      hasRights,
    },
  }
}

/** The first day from this one on at which the machine stood ready. */
function workingDay(day: IsoDate, stopped: readonly DemoStoppage[], machine: string): IsoDate {
  const stop = stopped.find(
    (each) =>
      (each.machine === '' || each.machine === machine) &&
      each.startedOn <= day &&
      (each.endedOn === null || day <= each.endedOn),
  )
  if (!stop) return day
  return stop.endedOn === null ? '9999-12-31' : workingDay(daysAfter(stop.endedOn, 1), stopped, machine)
}
