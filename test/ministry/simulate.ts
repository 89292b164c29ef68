import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { simulate } from './support/simulation.ts'

const usage =
  'npm run simulate -- [--libraries N] [--quarters Q] [--loss P] [--rate bytes/s] [--seed S] [--store postgres://…]'
const options = {
  libraries: { type: 'string', default: '34' },
  quarters: { type: 'string', default: '4' },
  loss: { type: 'string', default: '20' },
  rate: { type: 'string', default: '0' },
  seed: { type: 'string', default: '1' },
  store: { type: 'string' },
} as const

function readArguments() {
  try {
    return parseArgs({ options }).values
  } catch {
    console.error(usage)
    process.exit(2)
  }
}

const values = readArguments()
const folder = mkdtempSync(join(tmpdir(), 'khosach-simulate-'))
try {
  const found = await simulate({
    place: values.store ?? folder,
    libraries: Number(values.libraries),
    quarters: Number(values.quarters),
    lossPercent: Number(values.loss),
    bytesPerSecond: Number(values.rate),
    seed: Number(values.seed),
    say: (line) => console.log(line),
  })
  console.log(
    `${found.kept} of ${found.packages} packages kept, ${found.cuts} of ${found.connections} connections cut,` +
      ` ${found.bytesOnLine} bytes on the line for ${found.bytesOfPackages} of packages`,
  )
  for (const wrong of found.wrongSums) console.log(`✗ ${wrong}`)
  const isRight = found.wrongSums.length === 0 && found.kept === found.packages
  console.log(isRight ? '✓ every total is right to the last digit' : '✗ the totals are wrong')
  process.exitCode = isRight ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
