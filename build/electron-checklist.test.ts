import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { electronChecklist } from './electron-checklist.ts'
import { root } from './step.ts'

test('every item of Electron’s checklist is there, once, in its order', () => {
  expect(electronChecklist.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  expect(new Set(electronChecklist.map(({ asks }) => asks)).size).toBe(20)
})

test('every item names at least one test, and each of them exists', () => {
  const lacking = electronChecklist.flatMap(({ number, proofs }) => [
    ...(proofs.length === 0 ? [`${number} has no test`] : []),
    ...proofs
      .filter(({ file, title }) => !holds(file, title))
      .map(({ file, title }) => `${number}: ${file}: ${title}`),
  ])
  expect(lacking).toEqual([])
})

function holds(file: string, title: string): boolean {
  const path = join(root, file)
  if (!existsSync(path)) return false
  const source = readFileSync(path, 'utf8')
  return [`test('${title}'`, `it('${title}'`].some((opening) => source.includes(opening))
}
