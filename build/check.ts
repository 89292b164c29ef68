import { type Outcome, type Step, describe, root, runStep } from './step.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['shared', 'db', 'renderer', 'electron', 'ministry', 'build', 'test'].filter((name) =>
  existsSync(join(root, name)),
)

const steps: Step[] = [
  // Checkers share nothing: four of them work out the same types four times, in twice the time and memory of one.
  { name: 'types', command: ['tsc', '-b', '--checkers', '1', '--builders', '2'] },
  { name: 'lint', command: ['oxlint', '--config', 'build/oxlint.json', '--deny-warnings', ...folders] },
  { name: 'format', command: ['oxfmt', '--config', 'build/oxfmt.json', '--list-different', ...folders] },
  {
    name: 'layers',
    command: ['vitest', 'run', '--config', 'build/vitest.config.ts', 'build/layers.test.ts'],
  },
  { name: 'locales', command: ['node', 'build/check-locales.ts'] },
  { name: 'schema', command: ['node', 'build/generate-schema.ts', '--check'] },
  { name: 'audit', command: ['node', 'build/audit.ts'], isTold: true },
  { name: 'unused', command: ['knip', '--config', 'build/knip.json', '--no-progress', '--no-config-hints'] },
]

const waiting = [...steps]
const failures: Outcome[] = []

async function work(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const outcome = await runStep(step, false)
    console.log(describe(outcome))
    if (step.isTold && outcome.isOk) console.log(`  ${outcome.output.trim()}`)
    if (!outcome.isOk) failures.push(outcome)
  }
}

/** Two at a time: the office PCs and the build machines have two cores. */
await Promise.all([work(), work()])
for (const { name, output } of failures) console.log(`\n── ${name}\n${output.trim()}`)
process.exitCode = failures.length === 0 ? 0 : 1
