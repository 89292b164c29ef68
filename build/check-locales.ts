import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { commonErrors } from '../shared/contract.ts'
import * as contracts from '../shared/module-contracts.ts'
import { indicatorList } from '../shared/indicators/formulas.ts'
import {
  type Texts,
  actNames,
  compare,
  declaredErrors,
  flatten,
  indicatorTexts,
  keysIn,
  lacking,
  malformed,
  nestedPrefixes,
  unused,
  unwritten,
} from './locales.ts'
import { root } from './step.ts'

function textsOf(language: string): Texts {
  const files = globSync(`shared/locales/${language}/*.json`, { cwd: root }).toSorted()
  return new Map(
    files.flatMap((file) => [
      ...flatten(JSON.parse(readFileSync(join(root, file), 'utf8')), basename(file, '.json')),
    ]),
  )
}

const sources = ['shared', 'db', 'renderer', 'electron', 'ministry']
  .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx,cts}`, { cwd: root }))
  .filter((file) => !/\.test\.tsx?$/.test(file))
const keysOf = (file: string) => keysIn(readFileSync(join(root, file), 'utf8'))
const found = sources.map(keysOf)
/** What a test waits for on a page must be a text too: else it waits in vain, at the end of a long run. */
const awaited = globSync('test/**/*.ts', { cwd: root })
  // Measures have names of the same form.
  .filter((file) => !file.replaceAll('\\', '/').startsWith('test/oracle/'))
  .flatMap((file) => keysOf(file).mentioned)

const vi = textsOf('vi')
const en = textsOf('en')
const errors = declaredErrors(contracts, commonErrors)
const mentioned = found.flatMap((keys) => keys.mentioned)
const acts = actNames(contracts)
const figures = indicatorTexts(indicatorList)
const modules = new Set([...vi.keys()].map((key) => key.split('.')[0]))
/** `catalogue.list.empty` in any place is a key; operations and grants have two words. */
const written = (keys: string[]) =>
  keys.filter((key) => key.split('.').length > 2 && modules.has(key.split('.')[0]))
const required = new Set([...found.flatMap((keys) => keys.required), ...written(mentioned), ...errors])
const use = {
  keys: new Set([...required, ...mentioned, ...acts, ...figures]),
  prefixes: new Set([...found.flatMap((keys) => keys.prefixes), ...nestedPrefixes(vi)]),
}

const problems = [
  ...malformed('vi', vi),
  ...malformed('en', en),
  ...compare(vi, en),
  ...lacking('vi', vi, [...required, ...written(awaited)]),
  ...lacking('en', en, required),
  ...unwritten('vi', vi, acts, 'an act that is journaled'),
  ...unwritten('en', en, acts, 'an act that is journaled'),
  ...unwritten('vi', vi, figures, 'an indicator'),
  ...unwritten('en', en, figures, 'an indicator'),
  ...unused(vi, use),
]
for (const problem of new Set(problems)) console.log(problem)
console.log(`${vi.size} texts in Vietnamese, ${en.size} in English, ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1
