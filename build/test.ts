import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type Step, describe, root, runStep } from './step.ts'

/** The programs the tests drive, and the Debian packages that hold them. */
const needed: Record<string, string[]> = {
  chromium: ['chromium', '--version'],
  gcc: ['cc', '--version'],
  'libc6-dev': ['dpkg', '-s', 'libc6-dev'],
  'libreoffice-writer': ['dpkg', '-s', 'libreoffice-writer'],
  'libreoffice-calc': ['dpkg', '-s', 'libreoffice-calc'],
  imagemagick: ['convert', '-version'],
  'libtiff-tools': ['dpkg', '-s', 'libtiff-tools'],
  'poppler-utils': ['pdftotext', '-v'],
  'libxml2-utils': ['xmllint', '--version'],
  postgresql: ['dpkg', '-s', 'postgresql'],
  'fonts-liberation': ['dpkg', '-s', 'fonts-liberation'],
  sqlite3: ['sqlite3', '-version'],
  yaz: ['yaz-marcdump', '-V'],
  bibutils: ['bib2xml', '-v'],
  unzip: ['unzip', '-v'],
  openssl: ['openssl', 'version'],
  python3: ['python3', '--version'],
  'zbar-tools': ['zbarimg', '--version'],
  'tesseract-ocr': ['tesseract', '--version'],
  'tesseract-ocr-vie': ['dpkg', '-s', 'tesseract-ocr-vie'],
  nsis: ['makensis', '-VERSION'],
  wine64: ['dpkg', '-s', 'wine64'],
  'p7zip-full': ['7za', 'i'],
}

function runs([program = '', ...parameters]: string[]): boolean {
  return spawnSync(program, parameters, { stdio: 'ignore' }).status === 0
}

function missingPackages(): string[] {
  return Object.entries(needed)
    .filter(([, command]) => !runs(command))
    .map(([name]) => name)
}

function install(packages: string[]): void {
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update', '-q'], options)
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], options)
}

function preparePackages(): void {
  const missing = missingPackages()
  if (missing.length === 0) return
  if (process.getuid?.() === 0 && runs(['apt-get', '--version'])) install(missing)
  const still = missingPackages()
  if (still.length === 0) return
  console.error(
    `The tests need these programs:\n  sudo apt-get install -y --no-install-recommends ${still.join(' ')}`,
  )
  process.exit(1)
}

const reports = mkdtempSync(join(tmpdir(), 'khosach-test-'))

function reportOf(project: string): string {
  return join(reports, `${project}.json`)
}

function vitest(project: string): Step {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(project)}`]
  return {
    name: project,
    command: ['vitest', 'run', '--config', 'build/vitest.config.ts', '--project', project, ...reporters],
  }
}

const isSuite = (step: Step): boolean => step.command[0] === 'vitest'

const steps: Step[] = [
  { name: 'check', command: ['node', 'build/check.ts'] },
  vitest('unit'),
  vitest('contract'),
  vitest('migration'),
  vitest('ministry'),
  {
    name: 'build',
    command: ['vite', 'build', '--app', '--config', 'build/vite.config.ts', '--logLevel', 'warn'],
  },
  vitest('shell'),
  vitest('dist'),
  vitest('e2e'),
  vitest('fault'),
  vitest('documents'),
]

type Report = {
  numPassedTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}
type Result = { passed: number; failures: string[] }

const firstLines = (text: string): string => text.split('\n').slice(0, 12).join('\n    ')

function failuresOf({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    const file = relative(root, name)
    if (failed.length === 0) return status === 'failed' ? [`${file}\n    ${firstLines(message)}`] : []
    return failed.map(
      (test) => `${file} › ${test.fullName}\n    ${firstLines(test.failureMessages.join('\n'))}`,
    )
  })
}

/** A step that failed before it could report counts as one failure. */
function resultOf(name: string, isOk: boolean): Result {
  const path = reportOf(name)
  const report: Report | undefined = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  const failures = report ? failuresOf(report) : []
  return {
    passed: report?.numPassedTests ?? 0,
    failures: isOk || failures.length > 0 ? failures : [`${name} failed outside its tests`],
  }
}

async function runAll(): Promise<Result> {
  const total: Result = { passed: 0, failures: [] }
  for (const step of steps) {
    console.log(`\n▶ ${step.name}`)
    const outcome = await runStep(step, true)
    console.log(describe(outcome))
    const { passed, failures } = resultOf(step.name, outcome.isOk)
    total.passed += passed
    total.failures.push(...failures.map((failure) => `✗ ${step.name}: ${failure}`))
    // A suite that fails hides no other; what does not compile or build would fail in all of them.
    if (!outcome.isOk && !isSuite(step)) break
  }
  return total
}

preparePackages()
const { passed, failures } = await runAll()
rmSync(reports, { recursive: true })
// Said again at the end: thousands of lines lie between a failure and whoever reads the last of them.
for (const failure of failures) console.log(`\n${failure}`)
console.log(`\n${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length === 0 ? 0 : 1
