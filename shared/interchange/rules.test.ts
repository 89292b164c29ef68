import { expect, test } from 'vitest'
import { decisionOf, possibleDecisions } from './rules.ts'
import { verdicts } from './run.ts'

const policy = { kind: 'import', onMatch: 'overlay', onInside: 'copies' } as const

test('what the run does with a verdict is among what may be decided of it', () => {
  for (const verdict of verdicts) {
    const possible = possibleDecisions({ verdict, titleId: verdict === 'new' ? null : 1 })
    expect([...possible, ...(possible.length === 0 ? ['skip'] : [])]).toContain(
      decisionOf({ verdict, decision: null }, policy),
    )
  }
})

test('what was said of a line goes before what the run does, but nothing makes a title of what is none', () => {
  expect(decisionOf({ verdict: 'changed', decision: 'skip' }, policy)).toBe('skip')
  expect(decisionOf({ verdict: 'unread', decision: 'create' }, policy)).toBe('skip')
})

test('a refresh follows its source, and adds only copies where the record is as it was', () => {
  const refresh = { ...policy, kind: 'refresh', onMatch: 'skip' } as const
  expect(decisionOf({ verdict: 'changed', decision: null }, refresh)).toBe('overlay')
  expect(decisionOf({ verdict: 'same', decision: null }, refresh)).toBe('copies')
})
