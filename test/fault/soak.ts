import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Drilled } from './drill.ts'

/** `npm run soak`: every drill with its share of KHOSACH_KILLS, and what came of it in `soak.json`. */
const kills = Number(process.env['KHOSACH_KILLS'] ?? 1000)
const seed = Number(process.env['KHOSACH_SEED'] ?? 1)

type Assertion = { fullName: string; status: string; meta: { drill?: Drilled } }
type Results = { testResults: { assertionResults: Assertion[]; startTime: number; endTime: number }[] }
type Outcome = { kills: number; failures: string[] }

const folder = fileURLToPath(new URL('.', import.meta.url))
const drilling = readdirSync(folder).filter(
  (name) => name.endsWith('.test.ts') && readFileSync(join(folder, name), 'utf8').includes(`'./drill.ts'`),
)

function git(...parameters: string[]): string {
  return execFileSync('git', parameters, { cwd: folder, encoding: 'utf8' }).trim()
}

function runDrills(): { results: Results; isOk: boolean } {
  const scratch = mkdtempSync(join(tmpdir(), 'khosach-soak-'))
  const report = join(scratch, 'report.json')
  const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`]
  const files = drilling.map((name) => `test/fault/${name}`)
  const command = ['run', '--config', 'build/vitest.config.ts', '--project', 'fault', ...reporters, ...files]
  const env = { ...process.env, KHOSACH_KILLS: String(kills), KHOSACH_SEED: String(seed) }
  const { status } = spawnSync('vitest', command, { stdio: 'inherit', env })
  const results = JSON.parse(readFileSync(report, 'utf8')) as Results
  rmSync(scratch, { recursive: true })
  return { results, isOk: status === 0 }
}

function outcomesOf({ testResults }: Results): Record<string, Outcome> {
  const outcomes: Record<string, Outcome> = {}
  for (const { fullName, status, meta } of testResults.flatMap((file) => file.assertionResults)) {
    if (status === 'passed' && !meta.drill) continue
    const { name, kills: counted } = meta.drill ?? { name: 'others', kills: 0 }
    const outcome = (outcomes[name] ??= { kills: 0, failures: [] })
    outcome.kills += counted
    if (status === 'failed') outcome.failures.push(fullName)
  }
  return outcomes
}

const commit =
  git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' and changes')
const startedMs = Date.now()
const { results, isOk } = runDrills()
const drills = outcomesOf(results)
const all = Object.values(drills)
const written = {
  commit,
  date: new Date(startedMs).toISOString().slice(0, 10),
  seed,
  asked: kills,
  kills: all.reduce((sum, each) => sum + each.kills, 0),
  seconds: Math.round((Date.now() - startedMs) / 1000),
  failed: all.reduce((sum, each) => sum + each.failures.length, 0),
  drills,
}
writeFileSync(join(folder, 'soak.json'), `${JSON.stringify(written, null, 2)}\n`)
console.log(`${written.kills} kills, ${written.failed} failed: test/fault/soak.json`)
process.exitCode = isOk ? 0 : 1
