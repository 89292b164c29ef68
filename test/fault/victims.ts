import { spawn, type ChildProcess } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { between, type Dice } from '../../shared/demo/dice.ts'
import type { Library } from '../support/folders.ts'
import type { Drill } from './drill.ts'

export type Title = { id: number; rev: number; title: string }
export type Message =
  | { say: 'ready' | 'started' | 'opened' }
  | { say: 'acknowledged'; title: Title }
  | { say: 'progress'; state: string; done: number }
  | { say: 'scanned'; keys: string[] }
  | { say: 'finished'; operation: string }
  | { say: 'counted'; moments: number }
  | { say: 'refused'; problem: string }

export type Victim = {
  heard: Message[]
  /** Resolves with the n-th message of a kind, or with null when the victim ends before it. */
  next(kind: Message['say'], nth?: number): Promise<Message | null>
  /** Resolves once its run is so far, or it has ended before. */
  reaches(done: number): Promise<void>
  kill(): void
  /** Everything it had said has been heard by then. */
  ended: Promise<{ signal: string | null; errors: string }>
}

const program = fileURLToPath(new URL('./victim.ts', import.meta.url))

/** Each victim is the whole program anew, which needs to be read once only. */
const environment = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'khosach-victims') }

/** A test that fails leaves its victims running; none may outlive the tests. */
const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

let killed = 0
/** Victims that ended by a kill, in this process. */
export const killedSoFar = () => killed

/** Ends it after some pieces of its work and a little of the next; it must not have complained by then. */
export async function killAtRandom(act: string, library: Library, dice: Dice): Promise<void> {
  const victim = startVictim(act, library)
  await victim.next('started')
  const pieces = between(dice, 0, 3)
  if (pieces > 0) await victim.next('progress', pieces)
  await new Promise((resolve) => setTimeout(resolve, between(dice, 0, 150)))
  victim.kill()
  expect((await victim.ended).errors).toBe('')
}

export async function expectKilled(victim: Victim, note: string): Promise<void> {
  const { signal, errors } = await victim.ended
  expect(errors, note).toBe('')
  expect(signal, note).toBe('SIGKILL')
}

/** So many moments, evenly over all there are, each moved a little by the seed. */
export function spread(moments: number, { kills, diceFor }: Pick<Drill, 'kills' | 'diceFor'>): number[] {
  const stride = moments / kills
  return Array.from({ length: kills }, (_, index) => {
    const first = Math.floor(index * stride) + 1
    return Math.min(
      moments,
      between(diceFor(index), first, Math.max(first, Math.floor((index + 1) * stride))),
    )
  })
}

/** How many moments a piece of work has that nobody cuts off. */
export async function momentsOf(victim: Victim): Promise<number> {
  const counted = await victim.next('counted')
  expect((await victim.ended).errors).toBe('')
  return counted?.say === 'counted' ? counted.moments : 0
}

export function startVictim(
  act: string,
  library: Library,
  options: Record<string, string | number> = {},
  identity: { uid?: number; gid?: number; through?: string[] } = {},
): Victim {
  const { through = [], ...ids } = identity
  const flags = Object.entries({ data: library.dataDir, session: library.session, ...options })
  // A session's token may begin with a dash, so name and value are one word.
  const parameters = [program, act, ...flags.map(([name, value]) => `--${name}=${value}`)]
  const [command = '', ...rest] = [...through, process.execPath, ...parameters]
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: environment, ...ids })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const heard: Message[] = []
  const errors: string[] = []
  let notify: (() => void)[] = []
  const news = () => {
    notify.forEach((each) => each())
    notify = []
  }
  let isOver = false
  child.stderr.on('data', (chunk) => errors.push(String(chunk)))
  const reader = createInterface(child.stdout).on('line', (line) => {
    heard.push(JSON.parse(line) as Message)
    news()
  })
  const drained = new Promise<void>((resolve) => reader.on('close', resolve))
  const ended = new Promise<{ signal: string | null; errors: string }>((resolve) => {
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') killed += 1
      void drained.then(() => {
        isOver = true
        news()
        resolve({ signal, errors: errors.join('') })
      })
    })
  })
  async function heardOf(find: () => Message | undefined): Promise<Message | null> {
    for (;;) {
      const found = find()
      if (found || isOver) return found ?? null
      await new Promise<void>((resolve) => notify.push(resolve))
    }
  }
  return {
    heard,
    next: (kind, nth = 1) => heardOf(() => heard.filter((message) => message.say === kind)[nth - 1]),
    async reaches(done) {
      await heardOf(() => heard.find((message) => message.say === 'progress' && message.done >= done))
    },
    kill: () => child.kill('SIGKILL'),
    ended,
  }
}

/** The state in which each title was last acknowledged. */
export function acknowledgedTitles(heard: readonly Message[]): Map<number, Title> {
  return new Map(heard.flatMap((each) => (each.say === 'acknowledged' ? [[each.title.id, each.title]] : [])))
}

export function acknowledgedCount(heard: readonly Message[]): number {
  return heard.filter((each) => each.say === 'acknowledged').length
}

/** Runs pieces of work on two lanes, as many as the smallest PC has cores. */
export async function onTwoLanes<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = [...items]
  async function lane(): Promise<void> {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
  }
  await Promise.all([lane(), lane()])
}
