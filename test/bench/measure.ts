import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

const budgetNames = [
  'snapshotOverCopy',
  'commandDuringBackupOverAlone',
  'workerOverPingPong',
  'httpOverBareHttp',
  'httpOverBareHttpAndThread',
  'searchOverBareRanking',
  'searchMillionOverBareRanking',
  'searchMillionOverHundredThousand',
  'searchLetterOverMedian',
  'searchDuringFacetsOverAlone',
  'engineMegabytes',
  'fillOverBareInserts',
  'commandOverBareTransaction',
  'commandOnHardDisk',
  'startFullOverEmpty',
  'firstLoadKilobytes',
  'figuresOverGroupBys',
  'figuresAgainOverCold',
  'indicatorsOverGroupBys',
  'indicatorsAgainOverCold',
  'indicatorsInPartsOverWhole',
  'importOverBare',
  'importTriedOverBare',
  'importMegabytes',
  'importTriedMegabytes',
  'searchDuringImportOverAlone',
  'againOverImport',
  'exportOverImport',
  'undoOverImport',
  'scanOverBareTransaction',
  'scanOnHardDisk',
  'scansTogetherOverBareTransactions',
  'activitiesManyOverFew',
  'progressOverGroupBys',
  'progressAgainOverCold',
  'batchMoveOverBareTransaction',
  'hashOverSha256sum',
  'walkOverFind',
  'loanOnHardDisk',
  'countersOverBareInserts',
  'receivingOverBareInserts',
  'totalsOverBareSql',
  'papersOverBareLibraries',
  'twentyPcsOverOne',
] as const
export type Budget = (typeof budgetNames)[number]

const budgets = JSON.parse(readFileSync(new URL('./budgets.json', import.meta.url), 'utf8')) as Record<
  Budget,
  number
>

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export async function timeMs(work: () => unknown): Promise<number> {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}

/** The middle one of many calls, in milliseconds. */
export async function typicalMs(calls: number, work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let call = 0; call < calls; call++) times.push(await timeMs(work))
  return median(times)
}

const inWords = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

/** What this file's run has told so far, for a bench that leaves a record. */
const told: Record<string, Record<string, number>> = {}

/** For whoever reads the run; machines differ, so absolute numbers are never asserted. */
export function report(name: string, values: Record<string, number>): void {
  told[name] = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Number(inWords(value))]))
  const words = Object.entries(values).map(([key, value]) => `${key} ${inWords(value)}`)
  console.log(`${name}: ${words.join(' · ')}`)
}

/** Every round measures both, close together, so that a busy moment of the machine weighs on both. */
export function expectWithin(budget: Budget, ratios: readonly number[]): void {
  const ratio = median(ratios)
  told[budget] = { is: Number(inWords(ratio)), atMost: budgets[budget] }
  console.log(`${budget}: ${inWords(ratio)} of ${budgets[budget]} (rounds ${ratios.map(inWords).join(', ')})`)
  expect(ratio, budget).toBeLessThanOrEqual(budgets[budget])
}

/** What a bench leaves of its run, and of which state of the program it speaks. */
export function recordOf(what: string, ownFile: string) {
  const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).trim()
  const changed = git('status', '--porcelain', '--', 'db', 'shared', 'test/bench', `:!test/bench/${ownFile}`)
  return {
    what,
    commit: git('rev-parse', '--short', 'HEAD'),
    isChanged: changed !== '',
    date: new Date().toISOString().slice(0, 10),
    measured: told,
  }
}
