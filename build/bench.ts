import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Step, describe, runStep } from './step.ts'

/** `npm run bench -- FILE…`: the program as it ships, and a disk that can be told to wait (test/bench/hard-disk.c). */
const scratch = mkdtempSync(join(tmpdir(), 'khosach-bench-'))
const disk = join(scratch, 'hard-disk.so')
const vite = ['vite', 'build', '--app', '--config', 'build/vite.config.ts', '--logLevel', 'warn']
const vitest = ['vitest', 'run', '--config', 'build/vitest.config.ts', '--project', 'bench']

const steps: Step[] = [
  { name: 'disk', command: ['cc', '-shared', '-fPIC', '-O2', '-o', disk, 'test/bench/hard-disk.c', '-ldl'] },
  { name: 'build', command: vite },
  { name: 'bench', command: [...vitest, ...process.argv.slice(2)], env: { LD_PRELOAD: disk } },
]

for (const step of steps) {
  const outcome = await runStep(step, true)
  console.log(describe(outcome))
  if (outcome.isOk) continue
  process.exitCode = 1
  break
}
rmSync(scratch, { recursive: true })
