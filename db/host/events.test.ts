import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EngineEvent } from '../../shared/door.ts'
import { coalesce } from './events.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const changed = (...modules: string[]): EngineEvent => ({ type: 'changed', modules })

function listener() {
  const told: EngineEvent[] = []
  return { told, send: coalesce((event) => told.push(event)) }
}

it('tells the first change at once', () => {
  const { told, send } = listener()
  send(changed('catalogue', 'indicators'))
  expect(told).toEqual([changed('catalogue', 'indicators')])
})

it('gathers what follows within a second into one, each module once', () => {
  const { told, send } = listener()
  for (const module of ['catalogue', 'jobs', 'catalogue', 'catalogue', 'reports']) send(changed(module))
  expect(told).toHaveLength(1)
  vi.advanceTimersByTime(999)
  expect(told).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(told.slice(1)).toEqual([changed('jobs', 'catalogue', 'reports')])
})

it('keeps to one a second however long a run goes on, and loses nothing', () => {
  const { told, send } = listener()
  for (let tenth = 0; tenth < 100; tenth++) {
    send(changed(`module-${tenth}`))
    vi.advanceTimersByTime(100)
  }
  vi.advanceTimersByTime(2000)
  expect(told.length).toBeLessThanOrEqual(12)
  const modules = told.flatMap((event) => (event.type === 'changed' ? event.modules : []))
  expect(modules).toEqual(Array.from({ length: 100 }, (_, tenth) => `module-${tenth}`))
})

it('is at once again after a quiet second', () => {
  const { told, send } = listener()
  send(changed('catalogue'))
  vi.advanceTimersByTime(1000)
  send(changed('catalogue'))
  expect(told).toHaveLength(2)
})

it('never holds back the news of a run or of the engine', () => {
  const { told, send } = listener()
  send(changed('catalogue'))
  send({ type: 'engine', state: 'lost' })
  send({ type: 'engine', state: 'restarted' })
  expect(told.slice(1)).toEqual([
    { type: 'engine', state: 'lost' },
    { type: 'engine', state: 'restarted' },
  ])
})
