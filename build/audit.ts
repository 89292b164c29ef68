import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Decisions,
  type Lock,
  type Manifest,
  judgeAnswer,
  judgeLock,
  readAnswer,
} from './audit-rules.ts'
import { root } from './step.ts'

const patienceMs = 30_000

function read<Content>(file: string): Content {
  const content: Content = JSON.parse(readFileSync(join(root, file), 'utf8'))
  return content
}

/** What the registry says of our packages; a network that is not there is no fault of theirs. */
function ask(): string {
  const { stdout } = spawnSync('npm', ['audit', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: patienceMs,
    maxBuffer: 1 << 26,
    shell: process.platform === 'win32',
  })
  return stdout ?? ''
}

const lock = read<Lock>('package-lock.json')
const decisions = read<Decisions>('build/audit.json')
const answer = readAnswer(ask())
const today = new Date().toISOString().slice(0, 10)
const problems = [
  ...judgeLock(lock, read<Manifest>('package.json'), decisions),
  ...(answer ? judgeAnswer(answer, lock, decisions, today) : []),
]
for (const problem of problems) console.log(problem)
const count = Object.keys(lock.packages).length - 1
const asked = answer ? 'advisories asked' : 'advisories not asked: offline, or a registry without them'
console.log(`${count} packages, ${asked}, ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1
